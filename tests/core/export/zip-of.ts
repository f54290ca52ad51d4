import { Zip, ZipDeflate, strToU8 } from 'fflate';
import type { ByteSource } from '../../../src/core/export/export-files';

/** A file for a zip. Names may occur twice. */
export interface PlainFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** The bytes of a zip with these files. */
export function zipOf(files: readonly PlainFile[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const { name, content } of files) {
    const entry = new ZipDeflate(name, { level: 1 });
    entry.mtime = new Date(2024, 10, 1);
    zip.add(entry);
    entry.push(typeof content === 'string' ? strToU8(content) : content, true);
  }
  zip.end();
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Bytes in memory, as a file that can be read. */
export function sourceOf(bytes: Uint8Array, name = 'export.zip'): ByteSource {
  return {
    name,
    size: bytes.length,
    read: (from, to) => Promise.resolve(bytes.slice(from, Math.min(to, bytes.length))),
  };
}
