import { normalizePath, stringifyYaml, type App, type TFile } from 'obsidian';
import type { BaseFile } from '../../core/bases/base-file';

/**
 * A Base that was created, or one that existed and stays unchanged. Its file is null if the app has not
 * indexed it yet.
 */
export type NewBase =
  | { readonly kind: 'made'; readonly path: string; readonly file: TFile }
  | { readonly kind: 'there'; readonly path: string; readonly file: TFile | null };

/** Creates a Base where the app creates new files. Throws if it can't be written. */
export async function newBase(
  { vault, fileManager }: App,
  name: string,
  base: BaseFile,
): Promise<NewBase> {
  // Independent of the open note, so that a second call finds the file of the first.
  const folder = fileManager.getNewFileParent('', name);
  const path = normalizePath(folder.isRoot() ? name : `${folder.path}/${name}`);
  const exists = async (): Promise<boolean> => vault.adapter.exists(path);
  // The API does not promise that `create` refuses an existing file.
  if (await exists()) return { kind: 'there', path, file: vault.getFileByPath(path) };
  try {
    return { kind: 'made', path, file: await vault.create(path, stringifyYaml(base)) };
  } catch (error) {
    // Another program has created it meanwhile.
    if (await exists()) return { kind: 'there', path, file: vault.getFileByPath(path) };
    throw error;
  }
}

/** Returns whether the core plugin for Bases is enabled. True if the app does not say. */
export function isBasesOn(app: App): boolean {
  interface CorePlugins {
    readonly getEnabledPluginById?: (id: string) => unknown;
  }
  const { internalPlugins } = app as App & { readonly internalPlugins?: CorePlugins };
  if (typeof internalPlugins?.getEnabledPluginById !== 'function') return true;
  return Boolean(internalPlugins.getEnabledPluginById('bases'));
}
