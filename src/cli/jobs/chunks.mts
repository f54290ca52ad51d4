import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Chunk } from './chunk.mts';

/** How many notes one chunk has at most, and at least unless they are large. */
const [MIN_CHUNK_NOTES, MAX_CHUNK_NOTES] = [8, 32];
/** How many chunks there are for each thread at least, so that all end at about the same time. */
const MIN_CHUNKS_PER_WORKER = 8;
/** How large the notes of one chunk are at most, if there is more than one. */
const MAX_BYTES = 512 * 1024;

/** Returns the size of a note. */
export type SizeOf = (path: string) => number;

/** Divides notes into chunks for so many workers, in their order. With `sizeOf`, chunks of large notes have fewer notes. */
export function* chunksOf(
  paths: readonly string[],
  workers: number,
  order: Chunk['order'],
  sizeOf: SizeOf = () => 0,
): Generator<Omit<Chunk, 'number'>> {
  const share = Math.ceil(paths.length / (workers * MIN_CHUNKS_PER_WORKER));
  const notes = Math.min(MAX_CHUNK_NOTES, Math.max(MIN_CHUNK_NOTES, share));
  let from = 0;
  let bytes = 0;
  for (const [i, path] of paths.entries()) {
    const size = sizeOf(path);
    if (i > from && (i - from >= notes || bytes + size > MAX_BYTES)) {
      yield { paths: paths.slice(from, i), order };
      from = i;
      bytes = 0;
    }
    bytes += size;
  }
  if (from < paths.length) yield { paths: paths.slice(from), order };
}

/** Returns the sizes of notes in a folder, in bytes. A note that does not exist any more has 0. */
export function sizesIn(root: string): SizeOf {
  return (path) => lstatSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0;
}
