import { applyEdits } from '../text/edits';
import type { FileStore } from './file-store';
import { hashInSteps } from './in-steps';
import type { Step } from './journal-format';
import { filesOf, imagesOf, removedOf, stepsOf, type RunRecord } from './read-journal';
import { isNotePath } from './note-path';
import type { JournalStore, NoteStore } from './note-store';
import { failureOf } from './error-message';
import { undoFiles, type FileUndoOutcome } from './undo-files';
import { undoImages } from './undo-images';

/** The result of undo for a note. */
export type UndoOutcome =
  | { readonly kind: 'restored'; readonly path: string }
  /** It is as before the run: never written, or already undone. */
  | { readonly kind: 'as-before'; readonly path: string }
  /** It has changed since the run, so it stays. */
  | { readonly kind: 'skipped'; readonly path: string; readonly reason: 'changed-since' }
  /** The journal names a file that can't be a note of this folder. This program did not write that. */
  | { readonly kind: 'skipped'; readonly path: string; readonly reason: 'not-a-note' }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/** Returns how many outcomes undoing a run has. */
export function undoCountOf({ steps, files, removed, images }: RunRecord): number {
  return steps.length + files.length + removed.length + images.length;
}

/**
 * Undoes a whole run: first the notes that it changed, then the images that it saved, the notes that it
 * removed, and the files that it created.
 */
export async function* undoWholeRun(
  journal: JournalStore,
  run: RunRecord,
  notes: NoteStore,
  files: FileStore,
): AsyncGenerator<UndoOutcome | FileUndoOutcome> {
  yield* undoRun(stepsOf(journal, run), notes);
  const { folders } = run;
  yield* undoImages(imagesOf(journal, run), folders, files);
  if (run.files.length + run.removed.length === 0) return;
  const lists = { files: filesOf(journal, run), removed: removedOf(journal, run), folders };
  yield* undoFiles(lists, files);
}

/** Undoes the steps of a run, in the given order. The consumer cancels by not asking for more. */
export async function* undoRun(
  steps: AsyncIterable<Step>,
  store: NoteStore,
): AsyncGenerator<UndoOutcome> {
  try {
    for await (const step of steps) yield await undoStep(step, store);
  } finally {
    // Also if the consumer cancels, because everything reported as restored must survive.
    await store.flush?.();
  }
}

async function undoStep(
  { path, hashBefore, hashAfter, undo }: Step,
  store: NoteStore,
): Promise<UndoOutcome> {
  if (!isNotePath(path)) return { kind: 'skipped', path, reason: 'not-a-note' };
  try {
    const { kind, text } = await store.read(path);
    const now = kind === 'text' ? await hashInSteps(store, text) : '';
    if (now === hashBefore) return { kind: 'as-before', path };
    const before = now === hashAfter ? applyEdits(text, undo) : null;
    if (before === null || (await hashInSteps(store, before)) !== hashBefore) {
      return { kind: 'skipped', path, reason: 'changed-since' };
    }
    const replaced = await store.replace(path, text, before);
    if (replaced === 'replaced') return { kind: 'restored', path };
    return { kind: 'skipped', path, reason: 'changed-since' };
  } catch (error) {
    return { kind: 'failed', path, error: failureOf(error) };
  }
}
