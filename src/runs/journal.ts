import { REPAIR_IDS } from '../repairs';
import type { RepairId } from '../repairs/repair';
import type { Edits } from '../text/edit';
import type { JournalStore } from './note-store';

/** The way back for one note; written before the note is. */
export interface Step {
  readonly path: string;
  /** Fingerprints of the text before the run and of the one that it leaves. */
  readonly was: string;
  readonly left: string;
  /** From the text that the run leaves to the one before it. */
  readonly undo: Edits;
}

/** A run, as it is remembered. */
export interface RunRecord {
  readonly id: string;
  /** When it began: ISO 8601, UTC. */
  readonly started: string;
  /** The repairs that were on, where the journal says so. */
  readonly repairs?: readonly RepairId[];
  /** Whether it has been taken back. */
  readonly undone: boolean;
  /** How many notes stayed as they were then, since they had been changed. */
  readonly kept?: number;
  readonly steps: readonly Step[];
}

/** Written as JSON, a line each: the head, then steps, then perhaps a mark that the run was undone. */
type Line =
  | {
      readonly schema: 1;
      readonly run: string;
      readonly started: string;
      readonly repairs?: readonly RepairId[];
    }
  | { readonly step: readonly [path: string, was: string, left: string, undo: readonly FlatEdit[]] }
  | { readonly undone: string; readonly kept?: number };
type FlatEdit = readonly [from: number, to: number, insert: string];

/** So many lines are understood at a time: a run over thousands of notes has megabytes of them. */
const AT_A_TIME = 64;
/** So many runs are kept. */
export const RUNS_KEPT = 20;
const ENDING = '.jsonl';

/** A journal that is being written. The file is made with the first steps: a run that changes nothing leaves none. */
export interface OpenJournal {
  readonly run: string;
  /** Resolves when the steps are on disk. */
  readonly write: (steps: readonly Step[]) => Promise<void>;
}

/**
 * Opens a run's journal; `now` names it, `repairs` are told in the history. Older runs beyond those that are kept go when its first
 * steps are written.
 */
export function openJournal(
  store: JournalStore,
  now: Date,
  suffix: string,
  repairs: readonly RepairId[] = [],
): OpenJournal {
  const run = `${now.toISOString().replace(/[-:.]/g, '').slice(0, 18)}-${suffix}`;
  let started = false;
  return {
    run,
    async write(steps) {
      const head: Line = { schema: 1, run, started: now.toISOString(), repairs };
      const lines = steps.map(({ path, was, left, undo }): Line => {
        return { step: [path, was, left, undo.map(({ from, to, insert }) => [from, to, insert])] };
      });
      if (!started) await forgetOldest(store);
      await store.append(run + ENDING, inLines(started ? lines : [head, ...lines]));
      started = true;
    },
  };
}

function inLines(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

async function forgetOldest(store: JournalStore): Promise<void> {
  const names = (await store.names()).filter((name) => name.endsWith(ENDING));
  for (const name of names.slice(0, Math.max(0, names.length - RUNS_KEPT + 1))) {
    // One that stays does no harm; where nothing can be written at all, the next step says so.
    await store.remove(name).catch(() => undefined);
  }
}

/** The ids of the runs that are remembered, oldest first. */
export async function runIds(store: JournalStore): Promise<readonly string[]> {
  const names = await store.names();
  return names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
}

/**
 * Reads a run back; null where there is none of that id. A line that was torn when the machine stopped is passed over:
 * its note had not been written yet.
 */
export async function readRun(store: JournalStore, id: string): Promise<RunRecord | null> {
  if (!(await runIds(store)).includes(id)) return null;
  const lines: (Line | null)[] = [];
  for (const text of (await store.read(id + ENDING)).split('\n')) {
    if (lines.length % AT_A_TIME === 0) await store.giveWay?.();
    lines.push(parseLine(text));
  }
  const head = lines.find((line) => line !== null && 'schema' in line);
  const steps = lines.flatMap((line) => (line && 'step' in line ? [stepOf(line.step)] : []));
  const undone = lines.filter((line) => line !== null && 'undone' in line).at(-1);
  const named: unknown = head?.repairs;
  const repairs = Array.isArray(named) ? REPAIR_IDS.filter((known) => named.includes(known)) : [];
  const kept = Number.isInteger(undone?.kept) ? { kept: undone?.kept as number } : {};
  return {
    id,
    started: head?.started ?? '',
    repairs,
    undone: undone !== undefined,
    ...kept,
    steps,
  };
}

function stepOf([path, was, left, undo]: Extract<Line, { step: unknown }>['step']): Step {
  return { path, was, left, undo: undo.map(([from, to, insert]) => ({ from, to, insert })) };
}

function parseLine(text: string): Line | null {
  try {
    const line = JSON.parse(text) as unknown;
    if (typeof line !== 'object' || line === null) return null;
    if ('step' in line) return isStep(line.step) ? (line as Line) : null;
    return line as Line;
  } catch {
    return null;
  }
}

function isStep(step: unknown): boolean {
  if (!Array.isArray(step) || step.length !== 4) return false;
  const [path, was, left, undo] = step as readonly unknown[];
  const texts = [path, was, left].every((text) => typeof text === 'string');
  return texts && Array.isArray(undo) && undo.every(isFlatEdit);
}

function isFlatEdit(edit: unknown): boolean {
  if (!Array.isArray(edit)) return false;
  const [from, to, insert] = edit as readonly unknown[];
  return Number.isInteger(from) && Number.isInteger(to) && typeof insert === 'string';
}

/** Notes in the journal that a run was taken back, but for so many notes; on a line of its own, as the last one may be torn. */
export async function markUndone(
  store: JournalStore,
  id: string,
  now: Date,
  kept = 0,
): Promise<void> {
  const line: Line = { undone: now.toISOString(), ...(kept > 0 && { kept }) };
  await store.append(id + ENDING, `\n${inLines([line])}`);
}

/** The youngest run that has not been taken back; null where there is none. One that could not even begin, as the disk was full, is none. */
export async function latestRun(store: JournalStore): Promise<RunRecord | null> {
  for (const id of [...(await runIds(store))].reverse()) {
    const run = await readRun(store, id);
    if (run && !run.undone && run.steps.length > 0) return run;
  }
  return null;
}
