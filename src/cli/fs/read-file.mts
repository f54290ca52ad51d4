import { en } from '../../core/i18n/en';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';

/** Flags that refuse a link and don't wait for a pipe; 0 on Windows, which knows neither. */
export const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/** Settings and other small files are read up to this size. */
export const MAX_SETTINGS_BYTES = 16 * 1024 * 1024;

/**
 * Opens a regular file without following a link in its last part; `write` opens it for writing too. A pipe or a device is refused
 * instead of waited for. Throws what the system says, or a sentence.
 */
export function openRegular(file: string, write = false): number {
  if (O_NOFOLLOW === 0 && lstatSync(file).isSymbolicLink()) throw new Error(en.runs.reasons.ELOOP);
  const access = write ? constants.O_RDWR : constants.O_RDONLY;
  const handle = openSync(file, access | O_NOFOLLOW | O_NONBLOCK);
  const stats = fstatSync(handle);
  if (stats.isFile()) return handle;
  closeSync(handle);
  throw new Error(stats.isDirectory() ? en.runs.reasons.EISDIR : 'It is not a regular file.');
}

/** The bytes of a regular file, which is not read where it is larger than `maxBytes`. Throws as `openRegular` does. */
export function readRegular(file: string, maxBytes: number): Buffer {
  const handle = openRegular(file);
  try {
    return readOpen(handle, maxBytes);
  } finally {
    closeSync(handle);
  }
}

/** All bytes of an open file, from its first. Throws a sentence where there are more than `maxBytes`. */
export function readOpen(handle: number, maxBytes: number): Buffer {
  const { size } = fstatSync(handle);
  if (size > maxBytes) throw new Error(tooLarge(maxBytes));
  // One byte more than there should be, so that a file that grew meanwhile is not taken for the shorter one.
  let bytes: Buffer = Buffer.allocUnsafeSlow(size + 1);
  let length = 0;
  for (;;) {
    length += readSync(handle, bytes, length, bytes.length - length, length);
    // A regular file gives less than was asked for only at its end.
    if (length < bytes.length) return bytes.subarray(0, length);
    if (length > maxBytes) throw new Error(tooLarge(maxBytes));
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(length)]);
  }
}

function tooLarge(maxBytes: number): string {
  return `It is larger than ${maxBytes / 1024 / 1024} MiB.`;
}

/** Pieces that are compared; made once, as it would cost more than reading into it. */
const PIECE = Buffer.allocUnsafeSlow(64 * 1024);

/** Whether an open file holds these bytes and no more. */
export function holds(handle: number, bytes: Buffer): boolean {
  for (let at = 0; ;) {
    const length = readSync(handle, PIECE, 0, PIECE.length, at);
    if (PIECE.compare(bytes, at, Math.min(at + length, bytes.length), 0, length) !== 0)
      return false;
    at += length;
    if (length < PIECE.length) return at === bytes.length;
  }
}
