import { splice } from '../text/edit';
import { fingerprint } from '../text/fingerprint';
import type { RunRecord, Step } from './journal';
import type { NoteStore } from './note-store';
import { messageOf } from './outcome';

/** What taking back came to for a note. */
export type UndoOutcome =
  | { readonly kind: 'restored'; readonly path: string }
  /** It is already as it was before the run: never written, or taken back before. */
  | { readonly kind: 'as-before'; readonly path: string }
  /** Its text is no longer the one that the run left: it was changed since, and stays. */
  | { readonly kind: 'left'; readonly path: string; readonly reason: 'changed-since' }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/** Takes a run back, the last note first. The consumer cancels by asking for no more. */
export async function* undoRun(
  { steps }: RunRecord,
  store: NoteStore,
): AsyncGenerator<UndoOutcome> {
  for (let i = steps.length - 1; i >= 0; i--) yield await undoStep(steps[i] as Step, store);
}

async function undoStep({ path, was, left, undo }: Step, store: NoteStore): Promise<UndoOutcome> {
  try {
    const { kind, text } = await store.read(path);
    const now = kind === 'text' ? fingerprint(text) : '';
    if (now === was) return { kind: 'as-before', path };
    const before = now === left ? splice(text, undo) : null;
    if (before === null || fingerprint(before) !== was) {
      return { kind: 'left', path, reason: 'changed-since' };
    }
    const replaced = await store.replace(path, text, before);
    if (replaced === 'replaced') return { kind: 'restored', path };
    return { kind: 'left', path, reason: 'changed-since' };
  } catch (error) {
    return { kind: 'failed', path, error: messageOf(error) };
  }
}
