import type { RepairId } from '../repairs/repair';
import {
  fileLine,
  imageLine,
  parseJournalLine,
  removedLine,
  stepLine,
  type CreatedFile,
  type Head,
  type JournalLine,
  type ParsedLine,
  type RemovedNote,
  type RunKind,
  type SavedImage,
  type Step,
  type Undone,
} from './journal-format';
import { linesOf, MAX_LINE_BYTES, textAt, type Place } from './journal-lines';
import type { JournalFile, JournalStore } from './note-store';

export type { CreatedFile, RemovedNote, RunKind, SavedImage, Step } from './journal-format';

/** A run, as it is remembered. */
export interface RunRecord {
  readonly id: string;
  /** When it began: ISO 8601, UTC. */
  readonly started: string;
  /** The repairs that were on, where the journal says so. */
  readonly repairs?: readonly RepairId[];
  /** What it was if it was not a repair. */
  readonly kind?: RunKind;
  /** Whether it has been taken back. */
  readonly undone: boolean;
  /** How many notes stayed as they were then, since they had been changed. */
  readonly kept?: number;
  /** Where its steps stand in the journal; `stepsOf` reads them. */
  readonly steps: readonly Place[];
  /** Where the files that it made stand in the journal, and the notes that it removed; `filesOf` and `removedOf` read them. */
  readonly files: readonly Place[];
  readonly removed: readonly Place[];
  /** Where the images that it saved stand; `imagesOf` reads them. */
  readonly images: readonly Place[];
  /** Folders that it made for them, the outer ones first; relative to the folder of the notes, with slashes. */
  readonly folders: readonly string[];
}

/** So many lines are understood at a time: a run over thousands of notes has megabytes of them. */
const AT_A_TIME = 64;
/** So many runs over several notes are kept, and as many over a single one. */
export const RUNS_KEPT = 20;
/** A larger journal is not looked into: it counts as one of several notes. */
const SINGLE_NOTE_BYTES = 256 * 1024;
const ENDING = '.jsonl';
/** No other file in the folder is read or removed. */
const RUN_ID = /^\d{8}T\d{9}-[0-9a-f]{4}$/;

/** What a run does with files beside changing notes, as its journal remembers it. */
export interface FileSteps {
  readonly files?: readonly CreatedFile[];
  /** Folders that are made for them, the outer ones first. */
  readonly folders?: readonly string[];
  readonly removed?: readonly RemovedNote[];
  readonly images?: readonly SavedImage[];
  /** The notes that show the images: who may not read them may not read the journal. */
  readonly notes?: readonly string[];
}

/** A journal that is being written. The file is made with the first lines: a run that changes nothing leaves none. */
export interface OpenJournal {
  /** The run's id; empty until its first lines are written. */
  readonly run: string;
  /** Resolves when the steps are on disk. Rejects where another run has the notes. */
  readonly write: (steps: readonly Step[]) => Promise<void>;
  /** The same for files that are about to be made, and notes that are about to be removed. */
  readonly writeFiles: (steps: FileSteps) => Promise<void>;
}

/**
 * Opens a run's journal; `now` names it with four hexadecimal digits, `repairs` are told in the history, `kind` is given by a run that is
 * no repair. Older runs beyond those that are kept go when its first lines are written.
 */
export function openJournal(
  store: JournalStore,
  now: Date,
  suffix: string,
  repairs: readonly RepairId[] = [],
  kind: RunKind | null = null,
): OpenJournal {
  let run = '';
  const write = async (lines: readonly JournalLine[], notes: readonly string[]): Promise<void> => {
    if (lines.length === 0) return;
    await store.lock();
    if (run !== '') return append(store, run, lines, notes);
    const ids = await runIds(store);
    const id = newId(now, suffix, ids.at(-1));
    await forgetOldest(store, ids, kind !== null || lines.length > 1);
    const head = { schema: 1, run: id, started: now.toISOString(), repairs } as const;
    await append(store, id, [{ ...head, ...(kind !== null && { kind }) }, ...lines], notes);
    run = id;
  };
  return {
    get run() {
      return run;
    },
    write: (steps) =>
      write(
        steps.map(stepLine),
        steps.map(({ path }) => path),
      ),
    writeFiles: ({ files = [], folders = [], removed = [], images = [], notes = [] }) =>
      write(
        [
          ...folders.map((folder) => ({ folder })),
          ...files.map(fileLine),
          ...removed.map(removedLine),
          ...images.map(imageLine),
        ],
        [...notes, ...removed.map(({ path }) => path)],
      ),
  };
}

async function append(
  store: JournalStore,
  run: string,
  lines: readonly JournalLine[],
  notes: readonly string[],
): Promise<void> {
  await store.append(run + ENDING, inLines(lines), notes);
}

function inLines(lines: readonly JournalLine[]): string {
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
    const { kind, steps } = await recordOf(store, id, file);
    return (kind !== undefined && kind !== 'images') || steps.length > 1;
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
  const places = {
    ...{ step: [] as Place[], file: [] as Place[] },
    ...{ removed: [] as Place[], image: [] as Place[] },
  };
  const folders: string[] = [];
  let head: Head = { started: '', repairs: [] };
  let undone: Undone | null = null;
  let lines = 0;
  for await (const place of linesOf(file)) {
    if (lines++ % AT_A_TIME === 0) await store.yieldToEventLoop?.();
    const line = parseJournalLine(await textAt(file, place));
    if (line === null) continue;
    if (line.kind === 'head') head = line.head;
    else if (line.kind === 'folder') folders.push(line.folder);
    else if (line.kind === 'undone') undone = line.undone;
    else places[line.kind].push(place);
  }
  const { step: steps, file: files, removed, image: images } = places;
  const lists = { steps, files, removed, images, folders };
  return { id, ...head, undone: undone !== null, ...undone, ...lists };
}

/** The steps of a run, the last first. */
export async function* stepsOf(store: JournalStore, run: RunRecord): AsyncGenerator<Step> {
  for await (const line of linesAt(store, run.id, run.steps)) {
    if (line.kind === 'step') yield line.step;
  }
}

/** The files that a run made, the last first. */
export async function* filesOf(store: JournalStore, run: RunRecord): AsyncGenerator<CreatedFile> {
  for await (const line of linesAt(store, run.id, run.files)) {
    if (line.kind === 'file') yield line.file;
  }
}

/** The notes that a run removed, the last first. */
export async function* removedOf(store: JournalStore, run: RunRecord): AsyncGenerator<RemovedNote> {
  for await (const line of linesAt(store, run.id, run.removed)) {
    if (line.kind === 'removed') yield line.removed;
  }
}

/** The images that a run saved, the last first. */
export async function* imagesOf(store: JournalStore, run: RunRecord): AsyncGenerator<SavedImage> {
  for await (const line of linesAt(store, run.id, run.images)) {
    if (line.kind === 'image') yield line.image;
  }
}

async function* linesAt(
  store: JournalStore,
  id: string,
  places: readonly Place[],
): AsyncGenerator<ParsedLine> {
  if (places.length === 0) return;
  const file = await store.open(id + ENDING);
  try {
    for (const place of [...places].reverse()) {
      const line = parseJournalLine(await textAt(file, place));
      if (line) yield line;
    }
  } finally {
    await file.close();
  }
}

/** Notes in the journal that a run was taken back, except for so many notes; on a line of its own, as the last one may be torn. */
export async function markUndone(
  store: JournalStore,
  id: string,
  now: Date,
  kept = 0,
): Promise<void> {
  const line: JournalLine = { undone: now.toISOString(), ...(kept > 0 && { kept }) };
  await store.append(id + ENDING, `\n${inLines([line])}`, []);
}

/** Whether a run changed, made or removed anything. */
export function hasChanged({ steps, files, removed, images }: RunRecord): boolean {
  return steps.length + files.length + removed.length + images.length > 0;
}

/** The youngest run that has not been taken back; null where there is none. One that could not even begin, as the disk was full, is none. */
export async function latestRun(store: JournalStore): Promise<RunRecord | null> {
  for (const id of [...(await runIds(store))].reverse()) {
    const run = await readRun(store, id);
    if (run && !run.undone && hasChanged(run)) return run;
  }
  return null;
}
