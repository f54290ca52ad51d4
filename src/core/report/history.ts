import type { RepairId } from '../repairs/repair';
import type { FileStore } from '../runs/file-store';
import type { CreatedFile, RemovedNote, RunKind, RunRecord, Step } from '../runs/journal';
import { isCreatedPath, isNotePath } from '../runs/note-path';
import type { NoteStore } from '../runs/note-store';
import { messageOf } from '../runs/outcome';
import { invertEdits, applyEdits, type Edits } from '../text/edits';
import { hash, hashBytes } from '../text/hash';

/** A run, as `history --json` prints it. */
export interface RunRow {
  readonly run: string;
  /** ISO 8601, UTC; '' where the journal does not say. */
  readonly started: string;
  readonly repairs: readonly RepairId[];
  /** Null: a repair. */
  readonly kind: RunKind | null;
  /** How many notes it changed, how many files it made, and how many notes it removed. */
  readonly notes: number;
  readonly created: number;
  readonly removed: number;
  readonly undone: boolean;
  /** How many notes stayed as they were when it was undone, since they had been changed. */
  readonly kept: number;
}

/** What `history --json` prints. */
export interface HistoryReport {
  readonly schema: 1;
  readonly runs: readonly RunRow[];
}

/** A note of a run, and what it is like now. */
export interface RunNote {
  readonly path: string;
  /** `restored`: it is as before the run, undone or never written. `created` and `removed`: it is as the run left it. */
  readonly state:
    'repaired' | 'created' | 'removed' | 'restored' | 'changed-since' | 'not-a-note' | 'failed';
  /** Only where it failed. */
  readonly error?: string;
}

/** What `show --json` prints. */
export interface ShowReport extends RunRow {
  readonly schema: 1;
  readonly paths: readonly RunNote[];
}

/** A run in a row. */
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

/** What a run changed in a note; the texts are there only where the note is as the run left it. */
export interface ShownStep extends RunNote {
  readonly before?: string;
  readonly edits?: Edits;
}

/** Reads a note that a run changed. */
export async function showStep(
  { path, was, left, undo }: Step,
  store: Pick<NoteStore, 'read'>,
): Promise<ShownStep> {
  if (!isNotePath(path)) return { path, state: 'not-a-note' };
  try {
    const { kind, text } = await store.read(path);
    const now = kind === 'text' ? hash(text) : '';
    if (now === was) return { path, state: 'restored' };
    if (now !== left) return { path, state: 'changed-since' };
    const before = applyEdits(text, undo);
    if (hash(before) !== was) return { path, state: 'changed-since' };
    return { path, state: 'repaired', before, edits: invertEdits(text, undo) };
  } catch (error) {
    return { path, state: 'failed', error: messageOf(error) };
  }
}

/** Looks at a file that a run made. */
export async function showFile(
  { path, left }: CreatedFile,
  store: Pick<FileStore, 'read'>,
): Promise<RunNote> {
  if (!isCreatedPath(path)) return { path, state: 'not-a-note' };
  try {
    const bytes = await store.read(path);
    if (bytes === null) return { path, state: 'restored' };
    return { path, state: hashBytes(bytes) === left ? 'created' : 'changed-since' };
  } catch (error) {
    return { path, state: 'failed', error: messageOf(error) };
  }
}

/** Looks whether a note that a run removed is there again. */
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
