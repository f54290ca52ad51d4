import type { ByteSource } from './export-files';
import { UnreadableExport } from './problem';
import { decodeUtf8 } from '../text/utf8';

/** An entry in the list of files of a zip. Sizes are in bytes. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** The offset of the local header. */
  readonly offset: number;
}

const FILE_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56;
const HEADER_BYTES = 46;
const MAX_COMMENT_BYTES = 0xffff;
/** Larger lists of files are refused. A list of a million files has about this size. */
const MAX_DIRECTORY_BYTES = 256 * 1024 * 1024;
const IN_ZIP64 = 0xffffffff;
/**
 * Reads the list of files at the end of a zip (PKWARE's APPNOTE 6.3.10, 4.3.12 to 4.3.16). Supports
 * zips with more than 65,535 files, also if a program without Zip64 wrote them: then the count has
 * only its lowest 16 bits. Skips folders; a name can occur twice. Throws UnreadableExport.
 */
export async function zipEntries(source: ByteSource): Promise<readonly ZipEntry[]> {
  const place = await directoryPlace(source);
  const isWithin = place.offset + place.size <= source.size && place.size <= MAX_DIRECTORY_BYTES;
  if (!isWithin) throw new UnreadableExport(source.name, 'damaged');
  const bytes = await source.read(place.offset, place.offset + place.size);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let count = 0;
  for (let at = 0; isHeader(view, at); at += HEADER_BYTES + lengthOfNames(view, at)) {
    const entry = entryAt(view, bytes, at);
    if (!entry.name.endsWith('/')) entries.push(entry);
    count++;
  }
  const listed = place.isShort ? count & 0xffff : count;
  if (listed !== place.count) throw new UnreadableExport(source.name, 'damaged');
  return entries;
}

function isHeader(view: DataView, at: number): boolean {
  return at + HEADER_BYTES <= view.byteLength && view.getUint32(at, true) === DIRECTORY_HEADER;
}

/** Returns the offset of an entry's bytes, after its local header; null if there is no header. */
export async function dataStart(source: ByteSource, { offset }: ZipEntry): Promise<number | null> {
  const header = await source.read(offset, offset + 30);
  const view = viewOf(header);
  if (header.length < 30 || view.getUint32(0, true) !== FILE_HEADER) return null;
  return offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
}

interface Directory {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
  /** Whether the count has only 16 bits. */
  readonly isShort: boolean;
}

async function directoryPlace(source: ByteSource): Promise<Directory> {
  const from = Math.max(0, source.size - END_BYTES - MAX_COMMENT_BYTES - LOCATOR_BYTES);
  const tail = await source.read(from, source.size);
  const view = viewOf(tail);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== DIRECTORY_END) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) > tail.length) continue;
    const locator = at - LOCATOR_BYTES;
    if (locator >= 0 && view.getUint32(locator, true) === ZIP64_LOCATOR) {
      return zip64Place(source, numberAt(view, locator + 8));
    }
    return {
      count: view.getUint16(at + 10, true),
      isShort: true,
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
  }
  const start = viewOf(await source.read(0, 4));
  const isZip = start.byteLength === 4 && start.getUint32(0, true) === FILE_HEADER;
  throw new UnreadableExport(source.name, isZip ? 'truncated' : 'not-a-zip');
}

async function zip64Place(source: ByteSource, offset: number): Promise<Directory> {
  const bytes = await source.read(offset, offset + ZIP64_END_BYTES);
  const view = viewOf(bytes);
  if (bytes.length < ZIP64_END_BYTES || view.getUint32(0, true) !== ZIP64_END) {
    throw new UnreadableExport(source.name, 'damaged');
  }
  return {
    ...{ count: numberAt(view, 32), isShort: false },
    ...{ size: numberAt(view, 40), offset: numberAt(view, 48) },
  };
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const nameTo = at + HEADER_BYTES + view.getUint16(at + 28, true);
  const [size, compressedSize, offset] = large(view, nameTo, view.getUint16(at + 30, true), [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  return {
    name: decodeUtf8(bytes.subarray(at + HEADER_BYTES, nameTo)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size,
    offset,
  };
}

/** Reads sizes and offset. Those that don't fit in 32 bits are in the extra field (4.5.3). */
function large(
  view: DataView,
  from: number,
  length: number,
  [size, compressedSize, offset]: readonly [number, number, number],
): readonly [number, number, number] {
  const numbers: [number, number, number] = [size, compressedSize, offset];
  const to = Math.min(from + length, view.byteLength);
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    for (const [i, number] of numbers.entries()) {
      if (number !== IN_ZIP64 || value + 8 > to) continue;
      numbers[i] = numberAt(view, value);
      value += 8;
    }
    break;
  }
  return numbers;
}

/** Returns the length of the name, the extra field and the comment after a header, in bytes. */
function lengthOfNames(view: DataView, at: number): number {
  return (
    view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  );
}

/** Reads a 64-bit number. Returns an impossible offset if it is larger than any file can be. */
function numberAt(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
