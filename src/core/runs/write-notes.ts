import type { Edits } from '../text/edits';
import type { Step } from './journal-format';
import { hashInSteps } from './in-steps';
import type { OpenJournal } from './journal';
import type { NoteReplaced, NoteStore } from './note-store';
import { failureOf } from './error-message';

/**
 * How many notes share one journal write. After a crash, the journal can contain notes that were never
 * written; undo recognizes these.
 */
export const NOTES_AT_ONCE = 16;
/** How much text is collected for one journal write at most, in UTF-16 code units. */
export const TEXT_AT_ONCE = 1_000_000;

/** A note's text before and after, and the edits to undo the change. */
export interface NoteChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly undo: Edits;
}

/** The result of writing a note. */
export type NoteWritten = NoteReplaced | { readonly error: string };

/**
 * Writes notes, after the data for undo is in the journal. Rejects before any note is written if the journal
 * can't be written. The consumer cancels by not asking for more.
 */
export async function* writeNotes<Change extends NoteChange>(
  changes: readonly Change[],
  store: NoteStore,
  journal: Pick<OpenJournal, 'write'>,
): AsyncGenerator<readonly [Change, NoteWritten]> {
  if (changes.length === 0) return;
  const steps: Step[] = [];
  for (const change of changes) steps.push(await stepOf(change, store));
  await journal.write(steps);
  try {
    for (const change of changes) yield [change, await writeOne(change, store)];
  } finally {
    // Also if the consumer cancels, because everything reported as written must survive.
    await store.flush?.();
  }
}

async function stepOf({ path, before, after, undo }: NoteChange, store: NoteStore): Promise<Step> {
  const print = (of: string) => store.hash?.(path, of) ?? hashInSteps(store, of);
  return { path, hashBefore: await print(before), hashAfter: await print(after), undo };
}

async function writeOne(
  { path, before, after }: NoteChange,
  store: NoteStore,
): Promise<NoteWritten> {
  try {
    return await store.replace(path, before, after);
  } catch (error) {
    return { error: failureOf(error) };
  }
}
