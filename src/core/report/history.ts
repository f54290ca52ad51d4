import type { RepairId } from '../repairs';
import type { FileStore } from '../runs/file-store';
import type { CreatedFile, RemovedNote, RunKind, Step } from '../runs/journal-format';
import type { RunRecord } from '../runs/read-journal';
import { isCreatedPath, isNotePath } from '../runs/note-path';
import type { NoteStore } from '../runs/note-store';
import { messageOf } from '../runs/error-message';
import { invertEdits, applyEdits, type Edits } from '../text/edits';
import { hash, hashBytes } from '../text/hash';

/** A run, as `history --json` prints it. */
export interface RunRow {
  readonly run: string;
  /** ISO 8601, UTC; '' if the journal does not say. */
  readonly started: string;
  readonly repairs: readonly RepairId[];
  /** Null for a repair. */
  readonly kind: RunKind | null;
  /** How many notes it changed, files it created, and notes it removed. */
  readonly notes: number;
  readonly created: number;
  readonly removed: number;
  readonly undone: boolean;
  /** How many notes were not restored by undo, because they had changed since. */
  readonly kept: number;
}

/** The output of `history --json`. */
export interface HistoryReport {
  readonly schema: 1;
  readonly runs: readonly RunRow[];
}

/** A note of a run, and its current state. */
export interface RunNote {
  readonly path: string;
  /**
   * `restored`: as before the run, because it was undone or never written. `created` and `removed`: unchanged
   * since the run.
   */
  readonly state:
    'repaired' | 'created' | 'removed' | 'restored' | 'changed-since' | 'not-a-note' | 'failed';
  /** Only with `failed`. */
  readonly error?: string;
}

/** The output of `show --json`. */
export interface ShowReport extends RunRow {
  readonly schema: 1;
  readonly paths: readonly RunNote[];
}

/** Returns the row of a run. */
export function runRow(record: RunRecord): RunRow {
  const {
    id,
    started,
    repairs = [],
    kind = null,
    steps,
    files,
    images,
    removed,
    undone,
    kept = 0,
  } = record;
  return {
    ...{
      run: id,
      started,
      repairs,
      kind,
      notes: steps.length,
      created: files.length + images.length,
    },
    ...{ removed: removed.length, undone, kept },
  };
}

/** What a run changed in a note. Has the texts only if the note has not changed since. */
export interface ShownStep extends RunNote {
  readonly before?: string;
  readonly edits?: Edits;
}

/** Reads a note that a run changed. */
export async function showStep(
  { path, hashBefore, hashAfter, undo }: Step,
  store: Pick<NoteStore, 'read'>,
): Promise<ShownStep> {
  if (!isNotePath(path)) return { path, state: 'not-a-note' };
  try {
    const { kind, text } = await store.read(path);
    const now = kind === 'text' ? hash(text) : '';
    if (now === hashBefore) return { path, state: 'restored' };
    if (now !== hashAfter) return { path, state: 'changed-since' };
    const before = applyEdits(text, undo);
    if (hash(before) !== hashBefore) return { path, state: 'changed-since' };
    return { path, state: 'repaired', before, edits: invertEdits(text, undo) };
  } catch (error) {
    return { path, state: 'failed', error: messageOf(error) };
  }
}

/** Checks a file that a run created. */
export async function showFile(
  { path, hash }: CreatedFile,
  store: Pick<FileStore, 'read'>,
): Promise<RunNote> {
  if (!isCreatedPath(path)) return { path, state: 'not-a-note' };
  try {
    const bytes = await store.read(path);
    if (bytes === null) return { path, state: 'restored' };
    return { path, state: hashBytes(bytes) === hash ? 'created' : 'changed-since' };
  } catch (error) {
    return { path, state: 'failed', error: messageOf(error) };
  }
}

/** Checks whether a note that a run removed exists again. */
export async function showRemoved(
  { path }: RemovedNote,
  store: Pick<FileStore, 'read'>,
): Promise<RunNote> {
  if (!isNotePath(path)) return { path, state: 'not-a-note' };
  try {
    return { path, state: (await store.read(path)) === null ? 'removed' : 'restored' };
  } catch (error) {
    return { path, state: 'failed', error: messageOf(error) };
  }
}
