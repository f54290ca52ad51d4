import { failureOf } from '../runs/error-message';
import type { NoteStore } from '../runs/note-store';
import { candidateOf, type Candidate, type NoteReading } from './candidate';
import { findDuplicates, type DuplicateGroup } from './find-duplicates';
import { nameKey } from './link-index';
import { noteLinks } from './note-links';

/** The duplicates among notes, and the notes that could not be read. */
export interface FoundDuplicates {
  readonly groups: readonly DuplicateGroup[];
  readonly failed: readonly { readonly path: string; readonly error: string }[];
}

/** Reads notes, and finds the duplicates among them. Calls `progress` for each note. */
export async function readDuplicates(
  paths: Iterable<string>,
  store: Pick<NoteStore, 'read'>,
  reading: NoteReading,
  progress: () => void = () => undefined,
): Promise<FoundDuplicates> {
  const candidates: Candidate[] = [];
  const failed: { path: string; error: string }[] = [];
  for (const path of paths) {
    progress();
    try {
      const { kind, text } = await store.read(path);
      const candidate = kind === 'text' ? candidateOf(text, path, reading) : null;
      if (candidate) candidates.push(candidate);
    } catch (error) {
      failed.push({ path, error: failureOf(error) });
    }
  }
  return { groups: findDuplicates(candidates), failed };
}

/**
 * Returns the notes that may link to a duplicate: those with a link to a note of its name. Reads all
 * notes once, so that merges can be planned again quickly. Calls `progress` for each note.
 */
export async function readLinkingNotes(
  groups: readonly DuplicateGroup[],
  paths: Iterable<string>,
  store: Pick<NoteStore, 'read'>,
  progress: () => void = () => undefined,
): Promise<readonly string[]> {
  const all = groups.flatMap(({ keep, remove }) => [keep, ...remove]);
  const names = new Set(all.map(({ path }) => nameKey(path)));
  const linking: string[] = [];
  for (const path of paths) {
    progress();
    // A note that can't be read now is tried again when the merges are planned, and listed then.
    const isLinking = await store.read(path).then(
      ({ text }) => noteLinks(text).some(({ target }) => names.has(nameKey(target))),
      () => true,
    );
    if (isLinking) linking.push(path);
  }
  return linking;
}
