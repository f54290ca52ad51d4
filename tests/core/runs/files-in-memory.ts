import type { FileStore } from '../../../src/core/runs/file-store';

/** Files in memory, with what was moved to the trash and which folders were to be removed. */
export function filesInMemory(initial: Readonly<Record<string, Uint8Array>> = {}) {
  const files = new Map(Object.entries(initial));
  const trashed: string[] = [];
  const removed: string[] = [];
  const store: FileStore = {
    list: () => Promise.resolve([...files.keys()]),
    read: (path) => Promise.resolve(files.get(path) ?? null),
    missingFolders: () => Promise.resolve([]),
    create(path, bytes) {
      if (files.has(path)) return Promise.resolve('exists');
      files.set(path, bytes);
      return Promise.resolve('created');
    },
    trash(path) {
      files.delete(path);
      trashed.push(path);
      return Promise.resolve();
    },
    removeEmpty: (folders) => Promise.resolve(void removed.push(...folders)),
  };
  return { files, store, trashed, removed };
}
