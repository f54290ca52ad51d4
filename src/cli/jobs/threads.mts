import { Worker, type MessagePort } from 'node:worker_threads';
import { messageOf } from '../../core/runs/error-message';
import type { NoteSummary } from '../../core/report/note-summary';
import type { Chunk, ChunkPlan, ChunkWorker, Job } from './chunk.mts';
import { chunkWorker } from './chunk-worker.mts';

/** By default, each thread keeps three times as much memory for objects that live shortly, which is hardly faster. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 8 };

/** A request to a thread. A job comes first, and applies until the next one. */
type Request =
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'plan'; readonly id: number; readonly chunk: Chunk }
  | { readonly kind: 'write'; readonly id: number; readonly number: number };

/** The answer to a request with the same id. */
type Answer =
  | { readonly id: number; readonly result: ChunkPlan | readonly NoteSummary[] }
  | { readonly id: number; readonly error: string };

/** A thread of this program. */
export interface Thread {
  /** Returns a worker that does a job in the thread. Only one job at a time. */
  readonly begin: (job: Job) => ChunkWorker;
}

/** What is waiting for an answer. */
interface PendingAnswer {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts a thread. `program` is this program's file, which must call `serveChunks` in a thread. `stopFlag` is shared
 * with it. The program ends only when the thread has answered everything.
 */
export function startThread(program: URL, stopFlag: Int32Array): Thread {
  const worker = new Worker(program, { workerData: stopFlag, resourceLimits: RESOURCE_LIMITS });
  const waiting = new Map<number, PendingAnswer>();
  let lastId = 0;
  let lost: Error | null = null;
  const settle = (id: number): PendingAnswer | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    return found;
  };
  worker.on('message', (answer: Answer) => {
    const asked = settle(answer.id);
    if ('error' in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.result as never);
  });
  worker.on('error', (error) => {
    lost = error instanceof Error ? error : new Error(String(error));
    for (const id of [...waiting.keys()]) settle(id)?.reject(lost);
  });
  // After the listeners, because adding one refers to the thread again.
  worker.unref();
  const ask = <Result,>(requestOf: (id: number) => Request): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (lost) return reject(lost);
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage(requestOf(id));
    });
  return {
    begin(job) {
      worker.postMessage({ kind: 'job', job } satisfies Request);
      return {
        plan: (chunk) => ask((id) => ({ kind: 'plan', id, chunk })),
        write: (number) => ask((id) => ({ kind: 'write', id, number })),
      };
    },
  };
}

/** Answers the requests of the main thread, in a thread that `startThread` has started. */
export function serveChunks(port: MessagePort, stopFlag: Int32Array): void {
  let worker: ChunkWorker | null = null;
  const answer = async (id: number, result: Promise<ChunkPlan | readonly NoteSummary[]>) => {
    const message: Answer = await result.then(
      (result) => ({ id, result }),
      (error: unknown) => ({ id, error: messageOf(error) }),
    );
    port.postMessage(message);
  };
  port.on('message', (request: Request) => {
    if (request.kind === 'job') {
      worker = chunkWorker(request.job, () => Atomics.load(stopFlag, 0) !== 0);
    } else if (worker === null) throw new Error('There is no job.');
    else if (request.kind === 'plan') void answer(request.id, worker.plan(request.chunk));
    else void answer(request.id, worker.write(request.number));
  });
}
