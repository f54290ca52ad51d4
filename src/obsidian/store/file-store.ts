import { normalizePath, type App } from 'obsidian';
import type { FileStore } from '../../core/runs/file-store';
import { isFolderPath } from '../../core/runs/note-path';
import { createYielder } from '../article-cache/yielder';
import { plainReason } from './plain-reason';

/** The files of the open vault. Trashed files go where the user's settings say. */
export function vaultFiles(app: App): FileStore {
  const { vault, fileManager } = app;
  const yieldIfNeeded = createYielder();
  const withPlainErrors = async <T>(act: () => Promise<T>): Promise<T> => {
    await yieldIfNeeded();
    try {
      return await act();
    } catch (error) {
      throw new Error(plainReason(error), { cause: error });
    }
  };
  return {
    list: () => Promise.resolve(vault.getFiles().map(({ path }) => path)),
    read: (path) =>
      withPlainErrors(async () => {
        if (!(await vault.adapter.exists(path))) return null;
        return new Uint8Array(await vault.adapter.readBinary(path));
      }),
    missingFolders: (path) => withPlainErrors(() => missingFolders(app, path)),
    create: (path, bytes) =>
      withPlainErrors(async () => {
        if (!isFolderPath(path)) throw new Error(path);
        for (const folder of await missingFolders(app, path)) await vault.createFolder(folder);
        // The API does not promise that `createBinary` refuses an existing file.
        if (await vault.adapter.exists(path)) return 'exists';
        try {
          await vault.createBinary(normalizePath(path), Uint8Array.from(bytes).buffer);
        } catch (error) {
          await removePart(app, path, bytes).catch(() => undefined);
          throw error;
        }
        return 'created';
      }),
    discard: (path) => withPlainErrors(() => vault.adapter.remove(path)),
    trash: (path) =>
      withPlainErrors(async () => {
        const file = vault.getFileByPath(path);
        if (file) await fileManager.trashFile(file);
      }),
    removeEmpty: (folders) =>
      withPlainErrors(async () => {
        for (const folder of folders) await removeIfEmpty(app, folder);
      }),
  };
}

/**
 * Removes a file that was written only in part, because the disk was full. It is recognized by its
 * bytes, because another program may have created the file meanwhile.
 */
async function removePart({ vault }: App, path: string, bytes: Uint8Array): Promise<void> {
  if (!(await vault.adapter.exists(path))) return;
  const written = new Uint8Array(await vault.adapter.readBinary(path));
  const isPart = written.length < bytes.length && written.every((byte, i) => byte === bytes[i]);
  if (isPart) await vault.adapter.remove(path);
}

async function missingFolders(app: App, path: string): Promise<readonly string[]> {
  const names = path.split('/').slice(0, -1);
  const missing: string[] = [];
  for (const [i] of names.entries()) {
    const folder = names.slice(0, i + 1).join('/');
    if (!(await app.vault.adapter.exists(folder))) missing.push(folder);
  }
  return missing;
}

async function removeIfEmpty({ vault }: App, path: string): Promise<void> {
  if (vault.getFolderByPath(path)?.children.length !== 0) return;
  // This fails if the folder contains a file that the vault does not show.
  await vault.adapter.rmdir(path, false).catch(() => undefined);
}
