import type { NoteSummary } from './note-summary';

/** How many notes a publisher would not build, and how many it would hide. */
export interface PublisherTally {
  stops: number;
  hides: number;
}

/** Creates an empty tally. */
export function newPublisherTally(): PublisherTally {
  return { stops: 0, hides: 0 };
}

/** Counts a note with saved articles. A note that is hidden and would not be built counts as not built. */
export function addProblems(tally: PublisherTally, note: NoteSummary): void {
  if (note.kind === 'failed' || note.articles === null) return;
  const isStopped = note.unresolved.some(({ reason }) => reason !== 'publisher-hides');
  if (isStopped || note.skipped !== null) tally.stops++;
  else if (note.unresolved.length > 0) tally.hides++;
}
