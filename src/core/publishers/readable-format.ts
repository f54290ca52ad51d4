import { writeDate, type Format } from '../dates/format';
import type { ReadDate } from '../dates/parse';
import { shapeOf } from './date-shapes';
import type { PublisherDate } from './publisher';

/** A day over 12 and an offset, so that the shape of what a format writes is certain. */
const SAMPLE_DATE: ReadDate = {
  kind: 'date',
  day: { year: 2024, month: 3, day: 14 },
  time: { hour: 8, minute: 21, second: 56, fraction: '' },
  offset: 0,
};

/** Returns the format if the publisher reads what it writes, otherwise the format of Obsidian's properties. */
export function readableFormat(format: Format, { reads, readsUnquoted }: PublisherDate): Format {
  const written = writeDate(SAMPLE_DATE, format, 'UTC');
  const shape = written.kind === 'text' ? shapeOf(written.text) : null;
  return shape !== null && [...reads, ...readsUnquoted].includes(shape) ? format : 'date-time';
}
