import type { OpenJournal } from '../../core/runs/journal';
import type { NoteSummary } from '../../core/report/note-summary';
import type { StopRequest } from '../command.mts';
import type { PlannedChunk } from './plan-chunks.mts';

/** What a run did with the notes of a chunk. */
export interface DoneChunk {
  /** How many notes were read or failed. */
  readonly notes: number;
  readonly summaries: readonly NoteSummary[];
}

/**
 * Writes chunks as they are planned, and yields what was done in the same order. No note of a chunk is touched before
 * the chunk's lines in the journal are on disk. If they can't be written, or something else goes wrong, no other chunk
 * is started; those that are being written are yielded before it rejects. Ends in the same way if the user asks to stop.
 * Up to `atOnce` chunks are written at the same time.
 */
export async function* writeChunks(
  chunks: AsyncIterable<PlannedChunk>,
  journal: Pick<OpenJournal, 'writeTexts'>,
  stop: StopRequest,
  atOnce: number,
): AsyncGenerator<DoneChunk> {
  const writing: Promise<DoneChunk>[] = [];
  const errors: unknown[] = [];
  try {
    for await (const { plan, write } of chunks) {
      if (stop.isRequested) break;
      const { notes, summaries } = plan;
      if (plan.journal) await journal.writeTexts(plan.journal.lines, plan.journal.paths);
      const done = plan.journal ? write() : Promise.resolve(summaries);
      const chunk = done.then((summaries) => ({ notes, summaries }));
      // It is awaited later. Until then, an error must not count as unhandled.
      chunk.catch(() => undefined);
      writing.push(chunk);
      if (writing.length >= atOnce) yield await (writing.shift() as Promise<DoneChunk>);
    }
  } catch (error) {
    errors.push(error);
  }
  for (const chunk of writing) {
    try {
      yield await chunk;
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
