import type { RepairId } from '../repairs';
import {
  fileLine,
  imageLine,
  removedLine,
  stepLine,
  type CreatedFile,
  type JournalLine,
  type RemovedNote,
  type RunKind,
  type SavedImage,
  type Step,
} from './journal-format';
import { MAX_LINE_BYTES } from './journal-lines';
import type { JournalStore } from './note-store';
import { EXTENSION, readRecord, runIds, withFile } from './read-journal';

/** How many runs over several notes are kept. As many over a single note are kept too. */
export const MAX_RUNS = 20;
/** A larger journal is not parsed to decide what to keep. It counts as a run over several notes. */
const SINGLE_NOTE_BYTES = 256 * 1024;
/** Runs that only change notes, like a repair. Others count as runs over several notes. */
const CHANGING_NOTES: ReadonlySet<RunKind> = new Set(['reading-state', 'tags']);

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
  /** Like `write`, for lines from `stepText` and the paths of their notes. */
  readonly writeTexts: (lines: readonly string[], notes: readonly string[]) => Promise<void>;
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
  const write = async (lines: readonly string[], notes: readonly string[]): Promise<void> => {
    if (lines.length === 0) return;
    await store.lock();
    if (run !== '') return append(store, run, lines, notes);
    const ids = await runIds(store);
    const id = newId(now, suffix, ids.at(-1));
    const isBig = kind !== null && !CHANGING_NOTES.has(kind);
    await removeOldest(store, ids, isBig || lines.length > 1);
    const head = { schema: 1, run: id, started: now.toISOString(), repairs } as const;
    const headText = journalLineText({ ...head, ...(kind !== null && { kind }) });
    await append(store, id, [headText, ...lines], notes);
    run = id;
  };
  return {
    get run() {
      return run;
    },
    write: (steps) =>
      write(
        steps.map(stepText),
        steps.map(({ path }) => path),
      ),
    writeTexts: write,
    writeFiles: ({ files = [], folders = [], removed = [], images = [], notes = [] }) =>
      write(
        [
          ...folders.map((folder) => ({ folder })),
          ...files.map(fileLine),
          ...removed.map(removedLine),
          ...images.map(imageLine),
        ].map(journalLineText),
        [...notes, ...removed.map(({ path }) => path)],
      ),
  };
}

/** Returns the journal line of a step. Throws if it is too long to be read again. */
export function stepText(step: Step): string {
  return journalLineText(stepLine(step));
}

function journalLineText(line: JournalLine): string {
  const text = JSON.stringify(line);
  // A code unit takes at most three bytes.
  if (text.length > MAX_LINE_BYTES / 3) {
    throw new Error('A note has more changes than can be undone.');
  }
  return `${text}\n`;
}

async function append(
  store: JournalStore,
  run: string,
  lines: readonly string[],
  notes: readonly string[],
): Promise<void> {
  await store.append(run + EXTENSION, lines.join(''), notes);
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
    const isBig = kind !== undefined && kind !== 'images' && !CHANGING_NOTES.has(kind);
    return isBig || steps.length > 1;
  });
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
  await store.append(id + EXTENSION, `\n${journalLineText(line)}`, []);
}
