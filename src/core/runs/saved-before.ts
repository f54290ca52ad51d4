import type { FileStore } from './file-store';
import type { SavedImage } from './journal-format';
import { imagesOf, readRun, runIds } from './read-journal';
import { isImagePath } from './note-path';
import type { JournalStore } from './note-store';

/**
 * Returns the images that earlier runs saved and that still exist, by URL. They are not fetched again, so a
 * run that was stopped or killed can be continued.
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
    const file = await files.read(path).catch(() => null);
    if (file?.length !== bytes) found.delete(url);
  }
  return found;
}
