import { REPAIR_IDS } from '../repairs';
import type { RepairId } from '../repairs/repair';
import type { Edits } from '../text/edits';
import { linesOf, MAX_LINE_BYTES, textAt, type Place } from './journal-lines';
import type { JournalFile, JournalStore } from './note-store';

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
  /** Where its steps stand in the journal; `stepsOf` reads them. */
  readonly steps: readonly Place[];
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
/** So many runs over several notes are kept, and as many over a single one. */
export const RUNS_KEPT = 20;
/** A larger journal is not looked into: it counts as one of several notes. */
const SINGLE_NOTE_BYTES = 256 * 1024;
const ENDING = '.jsonl';
/** No other file in the folder is read or removed. */
const RUN_ID = /^\d{8}T\d{9}-[0-9a-f]{4}$/;

/** A journal that is being written. The file is made with the first steps: a run that changes nothing leaves none. */
export interface OpenJournal {
  /** The run's id; empty until its first steps are written. */
  readonly run: string;
  /** Resolves when the steps are on disk. Rejects where another run has the notes. */
  readonly write: (steps: readonly Step[]) => Promise<void>;
}

/**
 * Opens a run's journal; `now` names it with four hexadecimal digits, `repairs` are told in the history. Older runs beyond those that
 * are kept go when its first steps are written.
 */
export function openJournal(
  store: JournalStore,
  now: Date,
  suffix: string,
  repairs: readonly RepairId[] = [],
): OpenJournal {
  let run = '';
  return {
    get run() {
      return run;
    },
    async write(steps) {
      const lines = steps.map(({ path, was, left, undo }): Line => {
        return { step: [path, was, left, undo.map(({ from, to, insert }) => [from, to, insert])] };
      });
      await store.lock();
      if (run === '') {
        const ids = await runIds(store);
        const id = newId(now, suffix, ids.at(-1));
        await forgetOldest(store, ids, steps.length > 1);
        lines.unshift({ schema: 1, run: id, started: now.toISOString(), repairs });
        await append(store, id, lines, steps);
        run = id;
      } else await append(store, run, lines, steps);
    },
  };
}

async function append(
  store: JournalStore,
  run: string,
  lines: readonly Line[],
  steps: readonly Step[],
): Promise<void> {
  const notes = steps.map(({ path }) => path);
  await store.append(run + ENDING, inLines(lines), notes);
}

function inLines(lines: readonly Line[]): string {
  const texts = lines.map((line) => JSON.stringify(line));
  // In the worst case a code unit takes three bytes.
  if (texts.some((text) => text.length > MAX_LINE_BYTES / 3)) {
    throw new Error('A note has more changes than can be taken back.');
  }
  return texts.map((text) => `${text}\n`).join('');
}

/** Ids are ordered as the runs were, also where the clock was wrong: each is later than the last. */
function newId(now: Date, suffix: string, last = ''): string {
  const time = now.toISOString().replace(/[-:.]/g, '').slice(0, 18);
  const [lastTime = ''] = last.split('-');
  return `${time > lastTime ? time : timeAfter(lastTime)}-${suffix}`;
}

/** A number one higher, in the form of a time; it need not be one. */
function timeAfter(time: string): string {
  const digits = String(BigInt(time.replace('T', '')) + 1n).padStart(17, '0');
  return digits.length > 17 ? time : `${digits.slice(0, 8)}T${digits.slice(8)}`;
}

/** Runs over a single note, of which there may be many in a day, do not push out those over several. */
async function forgetOldest(
  store: JournalStore,
  ids: readonly string[],
  newIsOfSeveral: boolean,
): Promise<void> {
  if (ids.length < RUNS_KEPT) return;
  const several: string[] = [];
  const single: string[] = [];
  for (const id of ids) {
    // What can't be read is not removed either.
    const kind = await isOfSeveral(store, id).catch(() => null);
    if (kind !== null) (kind ? several : single).push(id);
  }
  const [severalKept, singleKept] = newIsOfSeveral
    ? [RUNS_KEPT - 1, RUNS_KEPT]
    : [RUNS_KEPT, RUNS_KEPT - 1];
  const oldest = [...several.slice(0, -severalKept), ...single.slice(0, -singleKept)];
  for (const id of oldest) {
    // One that stays does no harm; where nothing can be written at all, the next step says so.
    await store.remove(id + ENDING).catch(() => undefined);
  }
}

async function isOfSeveral(store: JournalStore, id: string): Promise<boolean> {
  return withFile(store, id, async (file) => {
    if (file.size > SINGLE_NOTE_BYTES) return true;
    return (await recordOf(store, id, file)).steps.length > 1;
  });
}

async function withFile<T>(
  store: JournalStore,
  id: string,
  use: (file: JournalFile) => Promise<T>,
): Promise<T> {
  const file = await store.open(id + ENDING);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** The ids of the runs that are remembered, oldest first. */
export async function runIds(store: JournalStore): Promise<readonly string[]> {
  const names = await store.names();
  const runs = names.filter((name) => name.endsWith(ENDING));
  return runs
    .map((name) => name.slice(0, -ENDING.length))
    .filter((id) => RUN_ID.test(id))
    .sort();
}

/**
 * Reads a run back; null where there is none of that id. A line that was torn when the machine stopped is passed over:
 * its note had not been written yet.
 */
export async function readRun(store: JournalStore, id: string): Promise<RunRecord | null> {
  if (!(await runIds(store)).includes(id)) return null;
  return withFile(store, id, (file) => recordOf(store, id, file));
}

async function recordOf(store: JournalStore, id: string, file: JournalFile): Promise<RunRecord> {
  const steps: Place[] = [];
  let head: Head = { started: '', repairs: [] };
  let undone: Undone | null = null;
  let lines = 0;
  for await (const place of linesOf(file)) {
    if (lines++ % AT_A_TIME === 0) await store.giveWay?.();
    const line = parseLine(await textAt(file, place));
    if (line?.kind === 'step') steps.push(place);
    if (line?.kind === 'head') head = line.head;
    if (line?.kind === 'undone') undone = line.undone;
  }
  return { id, ...head, undone: undone !== null, ...undone, steps };
}

/** The steps of a run, the last first. */
export async function* stepsOf(store: JournalStore, run: RunRecord): AsyncGenerator<Step> {
  const file = await store.open(run.id + ENDING);
  try {
    for (let i = run.steps.length - 1; i >= 0; i--) {
      const line = parseLine(await textAt(file, run.steps[i] as Place));
      if (line?.kind === 'step') yield line.step;
    }
  } finally {
    await file.close();
  }
}

interface Head {
  readonly started: string;
  readonly repairs: readonly RepairId[];
}

interface Undone {
  readonly kept?: number;
}

/** A line that was understood. */
type Parsed =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'undone'; readonly undone: Undone };

/** Null for a line that is none of a journal's: it was torn, or somebody else wrote it. */
function parseLine(text: string): Parsed | null {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof line !== 'object' || line === null) return null;
  if ('step' in line) {
    const step = parseStep(line.step);
    return step && { kind: 'step', step };
  }
  if ('undone' in line) return { kind: 'undone', undone: parseUndone(line) };
  return 'schema' in line ? { kind: 'head', head: parseHead(line) } : null;
}

function parseHead(line: object): Head {
  const { started, repairs } = line as { readonly started?: unknown; readonly repairs?: unknown };
  const named: readonly unknown[] = Array.isArray(repairs) ? repairs : [];
  return {
    started: typeof started === 'string' ? started : '',
    repairs: REPAIR_IDS.filter((id) => named.includes(id)),
  };
}

function parseUndone(line: object): Undone {
  const { kept } = line as { readonly kept?: unknown };
  return typeof kept === 'number' && Number.isInteger(kept) ? { kept } : {};
}

function parseStep(step: unknown): Step | null {
  if (!Array.isArray(step) || step.length !== 4) return null;
  const [path, was, left, undo] = step as readonly unknown[];
  if (typeof path !== 'string' || typeof was !== 'string' || typeof left !== 'string') return null;
  if (!Array.isArray(undo) || !undo.every(isFlatEdit) || !isInOrder(undo)) return null;
  return { path, was, left, undo: undo.map(([from, to, insert]) => ({ from, to, insert })) };
}

function isFlatEdit(edit: unknown): edit is FlatEdit {
  if (!Array.isArray(edit)) return false;
  const [from, to, insert] = edit as readonly unknown[];
  return Number.isInteger(from) && Number.isInteger(to) && typeof insert === 'string';
}

/** Sorted and disjoint, as edits are written; others could make a text of any length. */
function isInOrder(edits: readonly FlatEdit[]): boolean {
  let at = 0;
  return edits.every(([from, to]) => {
    const follows = from >= at && to >= from;
    at = to;
    return follows;
  });
}

/** Notes in the journal that a run was taken back, except for so many notes; on a line of its own, as the last one may be torn. */
export async function markUndone(
  store: JournalStore,
  id: string,
  now: Date,
  kept = 0,
): Promise<void> {
  const line: Line = { undone: now.toISOString(), ...(kept > 0 && { kept }) };
  await store.append(id + ENDING, `\n${inLines([line])}`, []);
}

/** The youngest run that has not been taken back; null where there is none. One that could not even begin, as the disk was full, is none. */
export async function latestRun(store: JournalStore): Promise<RunRecord | null> {
  for (const id of [...(await runIds(store))].reverse()) {
    const run = await readRun(store, id);
    if (run && !run.undone && run.steps.length > 0) return run;
  }
  return null;
}
