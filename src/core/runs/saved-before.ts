import type { FileStore } from './file-store';
import type { SavedImage } from './journal-format';
import { imagesOf, readRun, runIds } from './read-journal';
import { isImagePath } from './note-path';
import type { JournalStore } from './note-store';

/**
 * The images that runs have saved before and that are still there, by their URLs: they are not fetched again. A run that was stopped or
 * killed is gone on with so.
 */
export async function savedBefore(
  urls: Pick<ReadonlySet<string>, 'has' | 'size'>,
  journal: JournalStore,
  files: Pick<FileStore, 'read'>,
): Promise<ReadonlyMap<string, SavedImage>> {
  const found = new Map<string, SavedImage>();
  if (urls.size === 0) return found;
  for (const id of await runIds(journal)) {
    const run = await readRun(journal, id);
    if (!run || run.images.length === 0) continue;
    for await (const image of imagesOf(journal, run)) {
      if (urls.has(image.url) && isImagePath(image.path)) found.set(image.url, image);
    }
  }
  for (const [url, { path, bytes }] of found) {
    const there = await files.read(path).catch(() => null);
    if (there?.length !== bytes) found.delete(url);
  }
  return found;
}
