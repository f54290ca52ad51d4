import { en } from '../../core/i18n/en';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
} from 'node:fs';

/** Flags to refuse links and not to wait for pipes. 0 on Windows, which has neither. */
export const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/** The size limit for all other files. No file that a run creates is this large, and no file of an export. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** The size limit for settings and other small files. */
export const MAX_SETTINGS_BYTES = 16 * 1024 * 1024;

/**
 * Opens a regular file, for writing too if `write` is set. Refuses a path that ends with a link, a pipe or a
 * device. Throws a system error or an Error with a sentence.
 */
export function openRegular(file: string, write = false): number {
  return openWithStats(file, write).handle;
}

/** An open file and its status. */
export interface OpenFile {
  readonly handle: number;
  readonly stats: Stats;
}

/** Opens a file like `openRegular`. */
export function openWithStats(file: string, write = false): OpenFile {
  if (O_NOFOLLOW === 0 && lstatSync(file).isSymbolicLink()) throw new Error(en.runs.reasons.ELOOP);
  const access = write ? constants.O_RDWR : constants.O_RDONLY;
  const handle = openSync(file, access | O_NOFOLLOW | O_NONBLOCK);
  const stats = fstatSync(handle);
  if (stats.isFile()) return { handle, stats };
  closeSync(handle);
  throw new Error(stats.isDirectory() ? en.runs.reasons.EISDIR : 'It is not a regular file.');
}

/** Reads a regular file. Throws like `openRegular`, and if the file is larger than `maxBytes`. */
export function readRegular(file: string, maxBytes: number): Buffer {
  const { handle, stats } = openWithStats(file);
  try {
    return readToEnd(handle, stats.size, maxBytes);
  } finally {
    closeSync(handle);
  }
}

/** Reads an open file from its start. Throws an Error with a sentence if it is larger than `maxBytes`. */
export function readHandle(handle: number, maxBytes: number): Buffer {
  return readToEnd(handle, fstatSync(handle).size, maxBytes);
}

/** Allocated once, because allocating costs more than reading a small file. */
const SHARED_BUFFER = Buffer.allocUnsafeSlow(256 * 1024);

/** Reads a regular file like `readRegular`. The result is valid only until the next call, so copy what you keep. */
export function readRegularShared(file: string, maxBytes: number): Buffer {
  const { handle, stats } = openWithStats(file);
  try {
    const isSmall = stats.size < SHARED_BUFFER.length;
    return readToEnd(handle, stats.size, maxBytes, isSmall ? SHARED_BUFFER : undefined);
  } finally {
    closeSync(handle);
  }
}

function readToEnd(handle: number, size: number, maxBytes: number, buffer?: Buffer): Buffer {
  if (size > maxBytes) throw new Error(tooLarge(maxBytes));
  // One byte more than expected, to notice if the file has grown meanwhile.
  let bytes: Buffer = buffer ?? Buffer.allocUnsafeSlow(size + 1);
  let length = 0;
  for (;;) {
    length += readSync(handle, bytes, length, bytes.length - length, length);
    // A regular file returns fewer bytes than requested only at its end.
    if (length < bytes.length) return bytes.subarray(0, length);
    if (length > maxBytes) throw new Error(tooLarge(maxBytes));
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(length)]);
  }
}

function tooLarge(maxBytes: number): string {
  return `It is larger than ${maxBytes / 1024 / 1024} MiB.`;
}

/** A buffer for comparing files. Allocated once, because allocating costs more than reading. */
const COMPARE_BUFFER = Buffer.allocUnsafeSlow(64 * 1024);

/** Returns whether an open file contains exactly these bytes. */
export function hasContent(handle: number, bytes: Buffer): boolean {
  for (let at = 0; ;) {
    const length = readSync(handle, COMPARE_BUFFER, 0, COMPARE_BUFFER.length, at);
    if (COMPARE_BUFFER.compare(bytes, at, Math.min(at + length, bytes.length), 0, length) !== 0)
      return false;
    at += length;
    if (length < COMPARE_BUFFER.length) return at === bytes.length;
  }
}
