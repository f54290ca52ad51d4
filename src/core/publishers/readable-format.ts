import { writeDate, type Format, type Written } from '../dates/format';
import type { ReadDate } from '../dates/parse';
import { shapeOf } from './date-shapes';
import type { PublisherDate } from './publisher';

/** A local time, with a day over 12, so that the shape of what a format writes is certain. */
const SAMPLE_DATE: ReadDate = {
  kind: 'date',
  day: { year: 2024, month: 3, day: 14 },
  time: { hour: 8, minute: 21, second: 56, fraction: '' },
  offset: null,
};

/** Returns the format if the publisher reads what it writes, otherwise the format of Obsidian's properties. */
export function readableFormat(format: Format, { reads, readsUnquoted }: PublisherDate): Format {
  const written = writeSample(format);
  const shape = written.kind === 'text' ? shapeOf(written.text) : null;
  return shape !== null && [...reads, ...readsUnquoted].includes(shape) ? format : 'date-time';
}

/** Writes an offset only in formats that have one. No zone is used: creating one takes longer than the rest of the start. */
function writeSample(format: Format): Written {
  const local = writeDate(SAMPLE_DATE, format, null);
  return local.kind === 'text' ? local : writeDate({ ...SAMPLE_DATE, offset: 0 }, format, null);
}
