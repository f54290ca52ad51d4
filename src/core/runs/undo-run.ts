import { applyEdits } from '../text/edits';
import { hash } from '../text/hash';
import type { FileStore } from './file-store';
import { filesOf, imagesOf, removedOf, stepsOf, type RunRecord, type Step } from './journal';
import { isNotePath } from './note-path';
import type { JournalStore, NoteStore } from './note-store';
import { messageOf } from './outcome';
import { undoFiles, type FileUndoOutcome } from './undo-files';
import { undoImages } from './undo-images';

/** What taking back came to for a note. */
export type UndoOutcome =
  | { readonly kind: 'restored'; readonly path: string }
  /** It is already as it was before the run: never written, or taken back before. */
  | { readonly kind: 'as-before'; readonly path: string }
  /** Its text is no longer the one that the run left: it was changed since, and stays. */
  | { readonly kind: 'left'; readonly path: string; readonly reason: 'changed-since' }
  /** The journal names a file that can be no note of this folder: this program did not write that. */
  | { readonly kind: 'left'; readonly path: string; readonly reason: 'not-a-note' }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/** How many outcomes the undo of a run has. */
export function countOf({ steps, files, removed, images }: RunRecord): number {
  return steps.length + files.length + removed.length + images.length;
}

/** Undoes a whole run: the notes that it changed, then the images that it saved, the notes that it removed, and
 * the files that it made. */
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

/** Takes the steps of a run back, in the order given. The consumer cancels by asking for no more. */
export async function* undoRun(
  steps: AsyncIterable<Step>,
  store: NoteStore,
): AsyncGenerator<UndoOutcome> {
  try {
    for await (const step of steps) yield await undoStep(step, store);
  } finally {
    // Also where the consumer asked for no more: what it was told is restored must stay so.
    await store.flush?.();
  }
}

async function undoStep({ path, was, left, undo }: Step, store: NoteStore): Promise<UndoOutcome> {
  if (!isNotePath(path)) return { kind: 'left', path, reason: 'not-a-note' };
  try {
    const { kind, text } = await store.read(path);
    const now = kind === 'text' ? hash(text) : '';
    if (now === was) return { kind: 'as-before', path };
    const before = now === left ? applyEdits(text, undo) : null;
    if (before === null || hash(before) !== was) {
      return { kind: 'left', path, reason: 'changed-since' };
    }
    const replaced = await store.replace(path, text, before);
    if (replaced === 'replaced') return { kind: 'restored', path };
    return { kind: 'left', path, reason: 'changed-since' };
  } catch (error) {
    return { kind: 'failed', path, error: messageOf(error) };
  }
}
