import type { RepairId } from '../repairs';
import {
  parseJournalLine,
  type CreatedFile,
  type Head,
  type ParsedLine,
  type RemovedNote,
  type RunKind,
  type SavedImage,
  type Step,
  type Undone,
} from './journal-format';
import { lineRanges, readLine, type ByteRange } from './journal-lines';
import type { JournalFile, JournalStore } from './note-store';

/** Where the journal describes the change of a note. */
interface StepPlace extends ByteRange {
  /** The note's path. */
  readonly path: string;
}

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
  readonly steps: readonly StepPlace[];
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
const LINES_PER_YIELD = 8;
/** The line of a note with thousands of changes is longer. */
const LONG_LINE_BYTES = 64 * 1024;
/** How the names of journals end. */
export const EXTENSION = '.jsonl';
/** Other files in the folder are neither read nor removed. */
const RUN_ID = /^\d{8}T\d{9}-[0-9a-f]{4}$/;

/** Opens the journal of a run, and closes it after use. */
export async function withFile<T>(
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

/** Parses the journal of a run. */
export async function readRecord(
  store: JournalStore,
  id: string,
  file: JournalFile,
): Promise<RunRecord> {
  const places = {
    ...{ step: [] as StepPlace[], file: [] as ByteRange[] },
    ...{ removed: [] as ByteRange[], image: [] as ByteRange[] },
  };
  const folders: string[] = [];
  let head: Head = { started: '', repairs: [] };
  let undone: Undone | null = null;
  let lines = 0;
  for await (const place of lineRanges(file)) {
    const isLong = place.to - place.from > LONG_LINE_BYTES;
    if (lines++ % LINES_PER_YIELD === 0 || isLong) await store.yieldToEventLoop?.();
    const line = parseJournalLine(await readLine(file, place));
    if (line === null) continue;
    if (line.kind === 'head') head = line.head;
    else if (line.kind === 'folder') folders.push(line.folder);
    else if (line.kind === 'undone') undone = line.undone;
    else if (line.kind === 'step') places.step.push({ ...place, path: line.step.path });
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

/** Returns the run as if it had only changed the note at this path. */
export function onlyNote(run: RunRecord, path: string): RunRecord {
  const steps = run.steps.filter((step) => step.path === path);
  return { ...run, steps, files: [], removed: [], images: [], folders: [] };
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
