import { normalizePath, stringifyYaml, type App, type TFile } from 'obsidian';
import type { BaseFile } from '../../core/bases/base-file';

/** A Base that was made, or one of that name that was there and stays as it is; its file is null where the app does not know it yet. */
export type NewBase =
  | { readonly kind: 'made'; readonly path: string; readonly file: TFile }
  | { readonly kind: 'there'; readonly path: string; readonly file: TFile | null };

/** Writes a Base where the app puts new files. Throws where it can't be written. */
export async function newBase(
  { vault, fileManager }: App,
  name: string,
  base: BaseFile,
): Promise<NewBase> {
  // No open note has a say: a second call must find what the first one made.
  const folder = fileManager.getNewFileParent('', name);
  const path = normalizePath(folder.isRoot() ? name : `${folder.path}/${name}`);
  const there = async (): Promise<boolean> => vault.adapter.exists(path);
  // That `create` refuses what is there is not promised.
  if (await there()) return { kind: 'there', path, file: vault.getFileByPath(path) };
  try {
    return { kind: 'made', path, file: await vault.create(path, stringifyYaml(base)) };
  } catch (error) {
    // Another program has made it in between.
    if (await there()) return { kind: 'there', path, file: vault.getFileByPath(path) };
    throw error;
  }
}

/** Whether the core plugin that shows Bases is on; where the app has no way to tell, it is taken to be. */
export function isBasesOn(app: App): boolean {
  interface CorePlugins {
    readonly getEnabledPluginById?: (id: string) => unknown;
  }
  const { internalPlugins } = app as App & { readonly internalPlugins?: CorePlugins };
  if (typeof internalPlugins?.getEnabledPluginById !== 'function') return true;
  return Boolean(internalPlugins.getEnabledPluginById('bases'));
}
