import type { RepairId } from '../repairs';
import type { FileStore } from '../runs/file-store';
import type { CreatedFile, RemovedNote, RunKind, Step } from '../runs/journal-format';
import type { RunRecord } from '../runs/read-journal';
import { hashInSteps } from '../runs/in-steps';
import { isCreatedPath, isNotePath } from '../runs/note-path';
import type { NoteStore } from '../runs/note-store';
import { messageOf } from '../runs/error-message';
import { composeEdits } from '../text/compose-edits';
import { invertEdits, applyEdits, type Edits } from '../text/edits';
import { hashBytes } from '../text/hash';

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

/** The part of a store that reads notes. */
type TextReader = Pick<NoteStore, 'read' | 'yieldToEventLoop'>;

/** Reads a note that a run changed. */
export async function showStep(step: Step, store: TextReader): Promise<ShownStep> {
  return showSteps(step.path, [step], store);
}

/** Reads a note that a run changed in several steps, the last one first. */
export async function showSteps(
  path: string,
  steps: readonly Step[],
  store: TextReader,
): Promise<ShownStep> {
  if (!isNotePath(path)) return { path, state: 'not-a-note' };
  try {
    const { kind, text } = await store.read(path);
    const now = kind === 'text' ? await hashInSteps(store, text) : '';
    if (now === steps.at(-1)?.hashBefore) return { path, state: 'restored' };
    return { path, ...(await undone(text, now, steps, store)) };
  } catch (error) {
    return { path, state: 'failed', error: messageOf(error) };
  }
}

/** Undoes steps one by one. */
async function undone(
  text: string,
  hashNow: string,
  steps: readonly Step[],
  store: TextReader,
): Promise<Omit<ShownStep, 'path'>> {
  let [before, now] = [text, hashNow];
  let edits: Edits = [];
  for (const { hashBefore, hashAfter, undo } of steps) {
    if (now !== hashAfter) return { state: 'changed-since' };
    const forward = invertEdits(before, undo);
    before = applyEdits(before, undo);
    now = await hashInSteps(store, before);
    if (now !== hashBefore) return { state: 'changed-since' };
    edits = composeEdits(before, forward, edits);
  }
  return { state: 'repaired', before, edits };
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
