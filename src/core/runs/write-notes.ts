import type { Edits } from '../text/edits';
import { hash } from '../text/hash';
import type { OpenJournal, Step } from './journal';
import type { NoteReplaced, NoteStore } from './note-store';
import { messageOf } from './outcome';

/** So many notes share one journal write; a crash in between leaves lines of notes that were never written, which undo knows. */
export const NOTES_AT_ONCE = 16;
/** And no more text than this, in UTF-16 code units, is held for it. */
export const TEXT_AT_ONCE = 1_000_000;

/** A note's text before and after, and the edits that lead back. */
export interface NoteChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly undo: Edits;
}

/** What writing a note came to. */
export type NoteWritten = NoteReplaced | { readonly error: string };

/**
 * Writes notes, after what leads back is in the journal. A failed journal write rejects before any note is written. The consumer cancels
 * by asking for no more.
 */
export async function* writeNotes<Change extends NoteChange>(
  changes: readonly Change[],
  store: NoteStore,
  journal: Pick<OpenJournal, 'write'>,
): AsyncGenerator<readonly [Change, NoteWritten]> {
  if (changes.length === 0) return;
  await journal.write(changes.map((change) => stepOf(change, store)));
  try {
    for (const change of changes) yield [change, await writeOne(change, store)];
  } finally {
    // Also where the consumer asked for no more: what it was told is written must stay so.
    await store.flush?.();
  }
}

function stepOf({ path, before, after, undo }: NoteChange, store: NoteStore): Step {
  const print = (of: string): string => store.hash?.(path, of) ?? hash(of);
  return { path, was: print(before), left: print(after), undo };
}

async function writeOne(
  { path, before, after }: NoteChange,
  store: NoteStore,
): Promise<NoteWritten> {
  try {
    return await store.replace(path, before, after);
  } catch (error) {
    return { error: messageOf(error) };
  }
}
