import type { RepairId } from '../repairs';
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
import { lineRanges, MAX_LINE_BYTES, readLine, type ByteRange } from './journal-lines';
import type { JournalFile, JournalStore } from './note-store';

export type { CreatedFile, RemovedNote, RunKind, SavedImage, Step } from './journal-format';

/** A run, as recorded in its journal. */
export interface RunRecord {
  readonly id: string;
  /** When it started: ISO 8601, UTC. */
  readonly started: string;
  /** The repairs that were enabled, if the journal says so. */
  readonly repairs?: readonly RepairId[];
  /** What it did if it was not a repair. */
  readonly kind?: RunKind;
  /** Whether it was undone. */
  readonly undone: boolean;
  /** How many notes undo did not restore, because they had changed since. */
  readonly kept?: number;
  /** Where its steps are in the journal; `stepsOf` reads them. */
  readonly steps: readonly ByteRange[];
  /**
   * Where the files it created and the notes it removed are in the journal; `filesOf` and `removedOf` read
   * them.
   */
  readonly files: readonly ByteRange[];
  readonly removed: readonly ByteRange[];
  /** Where the images it saved are in the journal; `imagesOf` reads them. */
  readonly images: readonly ByteRange[];
  /** Folders that it created, the outer ones first. Relative to the notes' folder, with slashes. */
  readonly folders: readonly string[];
}

/**
 * How many lines are parsed before yielding to the event loop, because a run over thousands of notes has
 * megabytes of them.
 */
const LINES_PER_YIELD = 64;
/** How many runs over several notes are kept. As many over a single note are kept too. */
export const MAX_RUNS = 20;
/** A larger journal is not parsed to decide what to keep. It counts as a run over several notes. */
const SINGLE_NOTE_BYTES = 256 * 1024;
const EXTENSION = '.jsonl';
/** Other files in the folder are neither read nor removed. */
const RUN_ID = /^\d{8}T\d{9}-[0-9a-f]{4}$/;

/** What a run does besides changing notes. */
interface FileSteps {
  readonly files?: readonly CreatedFile[];
  /** Folders to create, the outer ones first. */
  readonly folders?: readonly string[];
  readonly removed?: readonly RemovedNote[];
  readonly images?: readonly SavedImage[];
  /** The notes with the images. Nobody who can't read them may read the journal. */
  readonly notes?: readonly string[];
}

/**
 * A journal that is being written. The file is created with the first lines, so a run without changes leaves
 * none.
 */
export interface OpenJournal {
  /** The run's ID; empty until its first lines are written. */
  readonly run: string;
  /** Resolves when the steps are on disk. Rejects if another run has the lock. */
  readonly write: (steps: readonly Step[]) => Promise<void>;
  /** Records files that will be created, and notes that will be removed. Like `write`. */
  readonly writeFiles: (steps: FileSteps) => Promise<void>;
}

/**
 * Opens a run's journal. Its name consists of `now` and `suffix`, four hexadecimal digits. `repairs` and
 * `kind` are shown in the history; `kind` is null for a repair. When the first lines are written, the oldest
 * runs are removed if there are too many.
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
    const isBig = kind !== null && kind !== 'reading-state';
    await removeOldest(store, ids, isBig || lines.length > 1);
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
  await store.append(run + EXTENSION, journalText(lines), notes);
}

function journalText(lines: readonly JournalLine[]): string {
  const texts = lines.map((line) => JSON.stringify(line));
  // A code unit takes at most three bytes.
  if (texts.some((text) => text.length > MAX_LINE_BYTES / 3)) {
    throw new Error('A note has more changes than can be taken back.');
  }
  return texts.map((text) => `${text}\n`).join('');
}

/**
 * Returns an ID that is later than the last one, so that IDs sort in the order of the runs, even if the clock
 * was wrong.
 */
function newId(now: Date, suffix: string, last = ''): string {
  const time = now.toISOString().replace(/[-:.]/g, '').slice(0, 18);
  const [lastTime = ''] = last.split('-');
  return `${time > lastTime ? time : timeAfter(lastTime)}-${suffix}`;
}

/** Adds one to a time, read as a number. The result need not be a valid time. */
function timeAfter(time: string): string {
  const digits = String(BigInt(time.replace('T', '')) + 1n).padStart(17, '0');
  return digits.length > 17 ? time : `${digits.slice(0, 8)}T${digits.slice(8)}`;
}

/**
 * Removes the oldest runs. Runs over single notes, which can be many per day, don't displace those over
 * several.
 */
async function removeOldest(
  store: JournalStore,
  ids: readonly string[],
  newIsOfSeveral: boolean,
): Promise<void> {
  if (ids.length < MAX_RUNS) return;
  const several: string[] = [];
  const single: string[] = [];
  for (const id of ids) {
    // A journal that can't be read is not removed either.
    const kind = await isOfSeveral(store, id).catch(() => null);
    if (kind !== null) (kind ? several : single).push(id);
  }
  const [maxSeveral, maxSingle] = newIsOfSeveral
    ? [MAX_RUNS - 1, MAX_RUNS]
    : [MAX_RUNS, MAX_RUNS - 1];
  const oldest = [...several.slice(0, -maxSeveral), ...single.slice(0, -maxSingle)];
  for (const id of oldest) {
    // An extra journal does no harm. If nothing can be written at all, the next step reports it.
    await store.remove(id + EXTENSION).catch(() => undefined);
  }
}

async function isOfSeveral(store: JournalStore, id: string): Promise<boolean> {
  return withFile(store, id, async (file) => {
    if (file.size > SINGLE_NOTE_BYTES) return true;
    const { kind, steps } = await readRecord(store, id, file);
    return (kind !== undefined && kind !== 'images') || steps.length > 1;
  });
}

async function withFile<T>(
  store: JournalStore,
  id: string,
  use: (file: JournalFile) => Promise<T>,
): Promise<T> {
  const file = await store.open(id + EXTENSION);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** Returns the IDs of all runs, the oldest first. */
export async function runIds(store: JournalStore): Promise<readonly string[]> {
  const names = await store.names();
  const runs = names.filter((name) => name.endsWith(EXTENSION));
  return runs
    .map((name) => name.slice(0, -EXTENSION.length))
    .filter((id) => RUN_ID.test(id))
    .sort();
}

/**
 * Reads a run. Returns null if there is none with this ID. Incomplete lines are skipped: if the machine
 * stopped while writing one, its note was not written yet.
 */
export async function readRun(store: JournalStore, id: string): Promise<RunRecord | null> {
  if (!(await runIds(store)).includes(id)) return null;
  return withFile(store, id, (file) => readRecord(store, id, file));
}

async function readRecord(store: JournalStore, id: string, file: JournalFile): Promise<RunRecord> {
  const places = {
    ...{ step: [] as ByteRange[], file: [] as ByteRange[] },
    ...{ removed: [] as ByteRange[], image: [] as ByteRange[] },
  };
  const folders: string[] = [];
  let head: Head = { started: '', repairs: [] };
  let undone: Undone | null = null;
  let lines = 0;
  for await (const place of lineRanges(file)) {
    if (lines++ % LINES_PER_YIELD === 0) await store.yieldToEventLoop?.();
    const line = parseJournalLine(await readLine(file, place));
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

/** Yields the steps of a run, the last one first. */
export async function* stepsOf(store: JournalStore, run: RunRecord): AsyncGenerator<Step> {
  for await (const line of linesAt(store, run.id, run.steps)) {
    if (line.kind === 'step') yield line.step;
  }
}

/** Yields the files that a run created, the last one first. */
export async function* filesOf(store: JournalStore, run: RunRecord): AsyncGenerator<CreatedFile> {
  for await (const line of linesAt(store, run.id, run.files)) {
    if (line.kind === 'file') yield line.file;
  }
}

/** Yields the notes that a run removed, the last one first. */
export async function* removedOf(store: JournalStore, run: RunRecord): AsyncGenerator<RemovedNote> {
  for await (const line of linesAt(store, run.id, run.removed)) {
    if (line.kind === 'removed') yield line.removed;
  }
}

/** Yields the images that a run saved, the last one first. */
export async function* imagesOf(store: JournalStore, run: RunRecord): AsyncGenerator<SavedImage> {
  for await (const line of linesAt(store, run.id, run.images)) {
    if (line.kind === 'image') yield line.image;
  }
}

async function* linesAt(
  store: JournalStore,
  id: string,
  places: readonly ByteRange[],
): AsyncGenerator<ParsedLine> {
  if (places.length === 0) return;
  const file = await store.open(id + EXTENSION);
  try {
    for (const place of [...places].reverse()) {
      const line = parseJournalLine(await readLine(file, place));
      if (line) yield line;
    }
  } finally {
    await file.close();
  }
}

/**
 * Records that a run was undone, except for `kept` notes. Starts a new line, because the last one may be
 * incomplete.
 */
export async function markUndone(
  store: JournalStore,
  id: string,
  now: Date,
  kept = 0,
): Promise<void> {
  const line: JournalLine = { undone: now.toISOString(), ...(kept > 0 && { kept }) };
  await store.append(id + EXTENSION, `\n${journalText([line])}`, []);
}

/** Returns whether a run changed, created or removed anything. */
export function hasChanged({ steps, files, removed, images }: RunRecord): boolean {
  return steps.length + files.length + removed.length + images.length > 0;
}

/**
 * Returns the last run that was not undone, or null. Ignores runs without changes, for example because the
 * disk was full.
 */
export async function latestRun(store: JournalStore): Promise<RunRecord | null> {
  for (const id of [...(await runIds(store))].reverse()) {
    const run = await readRun(store, id);
    if (run && !run.undone && hasChanged(run)) return run;
  }
  return null;
}
