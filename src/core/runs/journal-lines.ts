import type { JournalFile } from './note-store';
import { decodeUtf8 } from '../text/utf8';

/** A range of a file, in bytes; `to` is exclusive. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

const JOURNAL_CHUNK_BYTES = 1024 * 1024;
/** Longer lines are neither written nor read. */
export const MAX_LINE_BYTES = 256 * 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * Yields the ranges of a file's lines, without their line breaks. Keeps only a chunk in memory, because a
 * journal may be longer than a string can be.
 */
export async function* lineRanges({ size, read }: JournalFile): AsyncGenerator<ByteRange> {
  let from = 0;
  for (let at = 0; at < size; at += JOURNAL_CHUNK_BYTES) {
    const chunk = await read(at, Math.min(at + JOURNAL_CHUNK_BYTES, size));
    for (let i = chunk.indexOf(LINE_FEED); i >= 0; i = chunk.indexOf(LINE_FEED, i + 1)) {
      yield { from, to: at + i };
      from = at + i + 1;
    }
  }
  yield { from, to: size };
}

/** Reads a line. Returns '' for one that is too long. */
export async function readLine({ read }: JournalFile, { from, to }: ByteRange): Promise<string> {
  return to - from > MAX_LINE_BYTES ? '' : decodeUtf8(await read(from, to));
}
