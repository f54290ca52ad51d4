import { Inflate } from 'fflate';
import type { ByteSource, ExportFile, ExportSource } from './export-files';
import { UnreadableExport, UnreadableFile } from './problem';
import { dataStart, zipEntries, type ZipEntry } from './zip-directory';

/** Larger exports are refused. 100,000 articles with their pages take about a twentieth of this. */
const MAX_TOTAL_BYTES = 64 * 1024 ** 3;
/**
 * A zip with a higher compression ratio is a bomb. Pages compress to a tenth, or at most to a
 * fiftieth.
 */
const MAX_RATIO = 200;
/** Zips up to this unzipped size may have any ratio. */
const ALWAYS_ALLOWED_BYTES = 64 * 1024 * 1024;
/** How much is read and inflated at a time. The app gets a turn in between. */
const INFLATE_CHUNK_BYTES = 16 * 1024;
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a zip. Reads its list of files at once, and the files on demand. Throws UnreadableExport.
 */
export async function openZip(source: ByteSource): Promise<ExportSource> {
  const entries = await zipEntries(source);
  if (entries.length > 0 && entries.every(({ encrypted }) => encrypted)) {
    throw new UnreadableExport(source.name, 'encrypted');
  }
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const allowed = Math.max(ALWAYS_ALLOWED_BYTES, source.size * MAX_RATIO);
  if (total > Math.min(allowed, MAX_TOTAL_BYTES)) throw new UnreadableExport(source.name, 'bomb');
  return { name: source.name, files: entries.map((entry) => fileOf(source, entry)) };
}

function fileOf(source: ByteSource, entry: ZipEntry): ExportFile {
  return { name: entry.name, size: entry.size, read: () => readZipEntry(source, entry) };
}

async function readZipEntry(source: ByteSource, entry: ZipEntry): Promise<Uint8Array> {
  if (entry.encrypted) throw new UnreadableFile('encrypted');
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new UnreadableFile('damaged');
  const from = await dataStart(source, entry);
  if (from === null || from + entry.compressedSize > source.size) {
    throw new UnreadableFile('damaged');
  }
  const bytes = new Uint8Array(entry.size);
  let [length, crc] = [0, 0];
  const take = (chunk: Uint8Array): void => {
    // The size in the zip may be wrong.
    if (length + chunk.length > bytes.length) throw new UnreadableFile('damaged');
    bytes.set(chunk, length);
    length += chunk.length;
    crc = crc32(chunk, crc);
  };
  await inflate(source, entry, from, take);
  if (length !== bytes.length || crc !== entry.crc) throw new UnreadableFile('damaged');
  return bytes;
}

async function inflate(
  source: ByteSource,
  { method, compressedSize }: ZipEntry,
  from: number,
  take: (chunk: Uint8Array) => void,
): Promise<void> {
  const to = from + compressedSize;
  const inflater = method === DEFLATED ? new Inflate(take) : null;
  for (let at = from; at < to; at += INFLATE_CHUNK_BYTES) {
    const next = Math.min(at + INFLATE_CHUNK_BYTES, to);
    const chunk = await source.read(at, next);
    if (!inflater) take(chunk);
    else {
      try {
        inflater.push(chunk, next === to);
      } catch {
        throw new UnreadableFile('damaged');
      }
    }
  }
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** Continues a CRC-32 as zips use it (ISO 3309). 0 is the CRC of no bytes. */
function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) {
    crc = (TABLE[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
