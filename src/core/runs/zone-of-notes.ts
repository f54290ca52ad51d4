import { inferZone, type ClockPair, type InferredZone } from '../dates/infer-zone';
import { readDate } from '../dates/parse';
import { asUtc } from '../dates/plain-date';
import type { Article } from '../omnivore/article';
import type { NoteResult } from './note-result';
import type { NoteStore } from './note-store';
import type { Planner } from '../repairs/plan';
import { planNotes } from './plan-notes';

/**
 * Infers the zone in which the notes' saved dates agree with the timestamps in their slugs and IDs. Returns
 * null if they don't show it. If several zones fit, `preferred` comes first.
 */
export async function zoneOfNotes(
  paths: Iterable<string>,
  store: Pick<NoteStore, 'read' | 'readIfRelated'>,
  planner: Planner,
  preferred: string | null,
): Promise<InferredZone | null> {
  const pairs: ClockPair[] = [];
  for await (const note of planNotes(paths, store, planner)) {
    pairs.push(...clockPairs(note));
  }
  return inferZone(pairs, preferred);
}

/** Returns the saved dates of a note's articles, each with the timestamp in its slug or ID. */
export function clockPairs(note: NoteResult): readonly ClockPair[] {
  if (note.kind === 'failed' || note.outcome === 'invalid-utf8') return [];
  const { detection } = note.plan;
  return detection.kind === 'saved' ? detection.articles.flatMap(clockPair) : [];
}

function clockPair({ saved, clocks: [clock] }: Article): readonly ClockPair[] {
  const reading = saved === null ? null : readDate(saved);
  if (clock === undefined || reading?.kind !== 'date' || !reading.time || reading.offset !== null)
    return [];
  return [{ local: asUtc(reading.day, reading.time), instant: clock }];
}
