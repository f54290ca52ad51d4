import { availableParallelism } from 'node:os';
import { setImmediate as nextTask } from 'node:timers/promises';
import type { StopRequest } from '../command.mts';
import type { ChunkWorker, Job } from './chunk.mts';
import { chunkWorker } from './chunk-worker.mts';
import { startThread } from './threads.mts';

/**
 * Another thread compiles and optimizes the whole program again, which takes as much processor time as planning 2,000
 * articles or more. On idle cores this time is free, but on a busy machine fewer notes are done sooner by one thread.
 */
const MIN_NOTES_FOR_THREADS = 2000;

/** The threads that do the work of a command. */
export interface Crew {
  /** Returns the workers for a job. Only one job at a time. */
  readonly begin: (job: Job) => readonly ChunkWorker[];
}

/**
 * Opens a crew for a number of notes: as many threads as `jobs` says, or one for each core, or one if there are few
 * notes. The main thread is one of them, so that work begins while the others start. `program` is this program's file;
 * see `startThread`.
 */
export function openCrew(
  jobs: number | null,
  notes: number,
  program: URL,
  stop: StopRequest,
): Crew {
  const count = jobs ?? (notes < MIN_NOTES_FOR_THREADS ? 1 : availableParallelism());
  const others = Array.from({ length: count - 1 }, () => startThread(program, stop.flag));
  return {
    begin(job) {
      const own = inTurns(chunkWorker(job, () => stop.isRequested));
      return [own, ...others.map((thread) => thread.begin(job))];
    },
  };
}

/** Lets the main thread hear of the others before each chunk. */
function inTurns({ plan, write }: ChunkWorker): ChunkWorker {
  return {
    plan: (chunk) => nextTask().then(() => plan(chunk)),
    write: (number) => nextTask().then(() => write(number)),
  };
}
