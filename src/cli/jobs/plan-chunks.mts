import { VaultOrder } from '../../core/runs/vault-date-order';
import type { NoteSummary } from '../../core/report/note-summary';
import { untilStopped, type StopRequest } from '../command.mts';
import type { Chunk, ChunkPlan, ChunkWorker } from './chunk.mts';
import { chunksOf, type SizeOf } from './chunks.mts';
import { runInOrder } from './in-order.mts';

/** How many chunks each thread has at the same time, so that none of them waits for the slowest. */
const CHUNKS_PER_WORKER = 3;

/** A chunk that was planned. */
export interface PlannedChunk {
  readonly plan: ChunkPlan;
  /** Writes its notes; see `ChunkWorker`. */
  readonly write: () => Promise<readonly NoteSummary[]>;
}

/**
 * Plans notes in chunks, and yields the chunks in the order of the notes. Notes with an ambiguous date come last, after
 * all others have voted on the order of day and month. Ends early if the user asks to stop.
 */
export async function* planChunks(
  workers: readonly ChunkWorker[],
  paths: readonly string[],
  stop: StopRequest,
  sizeOf?: SizeOf,
): AsyncGenerator<PlannedChunk> {
  const votes = new VaultOrder();
  const postponed: string[] = [];
  const start = starter(workers);
  const atOnce = workers.length === 1 ? 1 : workers.length * CHUNKS_PER_WORKER;
  const first = untilStopped(chunksOf(paths, workers.length, 'vote', sizeOf), stop);
  for await (const chunk of runInOrder(first, start, atOnce)) {
    if (stop.isRequested) return;
    votes.addAll(chunk.plan.tally);
    postponed.push(...chunk.plan.postponed);
    yield chunk;
  }
  const second = untilStopped(chunksOf(postponed, workers.length, votes.dayFirst, sizeOf), stop);
  for await (const chunk of runInOrder(second, start, atOnce)) {
    if (stop.isRequested) return;
    yield chunk;
  }
}

/** Returns a function that gives a chunk to the worker with the fewest chunks. */
function starter(
  workers: readonly ChunkWorker[],
): (chunk: Omit<Chunk, 'number'>) => Promise<PlannedChunk> {
  const counted = workers.map((worker) => ({ worker, chunks: 0 }));
  let number = 0;
  return async (chunk) => {
    const free = counted.reduce((a, b) => (b.chunks < a.chunks ? b : a));
    free.chunks++;
    const { worker } = free;
    const own = { ...chunk, number: number++ };
    try {
      return { plan: await worker.plan(own), write: () => worker.write(own.number) };
    } finally {
      free.chunks--;
    }
  };
}
