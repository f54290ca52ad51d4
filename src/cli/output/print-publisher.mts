import type { PublisherTally } from '../../core/report/publisher-report';
import type { OutputLine } from './line.mts';
import { countNotes } from './print.mts';

/** Says how many of the notes with saved articles a publisher shows, and what to run next. */
export function publisherLines(
  name: string,
  saved: number,
  { stops, hides }: PublisherTally,
  repair: string,
): readonly OutputLine[] {
  const notes = `${countNotes(saved)} with saved articles`;
  if (stops + hides === 0) return [`${name} shows ${notes}.`];
  const parts = [
    stops > 0 ? `would not build ${stops}` : '',
    hides > 0 ? `would hide ${hides}` : '',
  ].filter(Boolean);
  return [`${name} ${parts.join(' and ')} of ${notes}.`, '', `See the changes:  ${repair}`];
}
