import { FileSystemAdapter, type DataAdapter } from 'obsidian';
import { messages } from '../../core/i18n';
import type { JournalFile } from '../../core/runs/note-store';

/** A file that is read in parts. */
interface FileHandle {
  readonly read: (
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ readonly bytesRead: number }>;
  readonly close: () => Promise<void>;
}

/**
 * The part of Node's file system that the app uses on a computer. It is not in the public API, so it may be
 * missing.
 */
interface NodeFiles {
  readonly promises?: { readonly open?: (path: string, flags: 'r') => Promise<FileHandle> };
}

/** The most bytes that are read at once where a file can't be read in parts, as on phones. */
const MAX_WHOLE_BYTES = 100 * 1024 * 1024;

/**
 * Opens a file to read parts of it. On a computer, only one part is in memory at a time. Elsewhere, the app
 * can only read whole files; rejects if the file is too large for that.
 */
export async function openFile(adapter: DataAdapter, path: string): Promise<JournalFile> {
  const size = (await adapter.stat(path))?.size ?? 0;
  const handle = await openInParts(adapter, path);
  if (handle) return { size, read: partReader(handle), close: () => handle.close() };
  if (size > MAX_WHOLE_BYTES) throw new Error(messages().runs.tooLarge(size));
  // Read only when it is needed.
  let bytes: Promise<Uint8Array> | null = null;
  const readAll = async (): Promise<Uint8Array> => new Uint8Array(await adapter.readBinary(path));
  return {
    size,
    read: async (from, to) => (await (bytes ??= readAll())).subarray(from, to),
    close: () => Promise.resolve(void (bytes = null)),
  };
}

async function openInParts(adapter: DataAdapter, path: string): Promise<FileHandle | null> {
  if (!(adapter instanceof FileSystemAdapter)) return null;
  const { fs } = adapter as FileSystemAdapter & { readonly fs?: NodeFiles };
  return (await fs?.promises?.open?.(adapter.getFullPath(path), 'r')) ?? null;
}

/** Only parts of this size are kept in memory: smaller ones are single lines. */
const [MIN_KEPT_BYTES, MAX_KEPT_BYTES] = [64 * 1024, 1024 * 1024];

/**
 * Returns a function that reads a part of a file. It keeps the last large part, because the lines of a
 * journal are read after the part that contains them.
 */
function partReader(handle: FileHandle): JournalFile['read'] {
  let [start, kept] = [0, new Uint8Array(0)];
  return async (from, to) => {
    if (from >= start && to <= start + kept.length) return kept.subarray(from - start, to - start);
    const part = await readPart(handle, from, to);
    const isLarge = part.length >= MIN_KEPT_BYTES || kept.length === 0;
    if (isLarge && part.length <= MAX_KEPT_BYTES) [start, kept] = [from, part];
    return part;
  };
}

/** Reads the bytes of a part. There are fewer if the file has become shorter. */
async function readPart(
  handle: FileHandle,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(to - from);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
