import { failureOf } from '../runs/error-message';
import type { FileStore } from '../runs/file-store';
import type { OpenJournal } from '../runs/journal';
import { hashBytes } from '../text/hash';
import type { ImportOutcome } from './import-item';

/** A file to create. */
export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Writes to the journal which files and folders will be created. Returns the folders. */
export async function recordFiles(
  newFiles: readonly NewFile[],
  files: FileStore,
  journal: OpenJournal,
): Promise<ReadonlySet<string>> {
  const folders = new Set<string>();
  if (newFiles.length === 0) return folders;
  for (const { path } of newFiles) {
    for (const folder of await files.missingFolders(path)) folders.add(folder);
  }
  await journal.writeFiles({
    files: newFiles.map(({ path, bytes }) => ({ path, hash: hashBytes(bytes) })),
    folders: [...folders],
  });
  return folders;
}

/** Creates a file. Never overwrites one. */
export async function createImportedFile(
  { path, bytes }: NewFile,
  files: FileStore,
): Promise<Extract<ImportOutcome, { kind: 'created' | 'skipped' | 'failed' }>> {
  try {
    const result = await files.create(path, bytes);
    if (result === 'created') return { kind: 'created', path };
    return { kind: 'skipped', path, addition: null, reason: 'exists', was: '' };
  } catch (error) {
    return { kind: 'failed', path, error: failureOf(error) };
  }
}
