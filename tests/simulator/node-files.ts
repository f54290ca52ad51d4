import { encodeUtf8 } from './bytes';
import type { Disk } from './disk';

/** An open file, as Node's `FileHandle`. */
interface SimulatedHandle {
  read(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ bytesRead: number; buffer: Uint8Array }>;
  close(): Promise<void>;
}

/** What plugins use of Node's file system. */
export interface NodeFiles {
  readonly promises: { open(path: string, flags: string): Promise<SimulatedHandle> };
}

/** The files of a vault by their paths on the computer. Only reading is simulated. */
export function nodeFiles(disk: Disk, basePath: string): NodeFiles {
  return {
    promises: {
      async open(fullPath, flags) {
        if (flags !== 'r') throw new Error(`Only reading is simulated, not ${flags}`);
        const { bytes, text } = await disk.read(fullPath.slice(basePath.length + 1));
        const content = bytes ?? encodeUtf8(text);
        return {
          async read(buffer, offset, length, position) {
            const part = content.subarray(position, position + length);
            buffer.set(part, offset);
            return { bytesRead: part.length, buffer };
          },
          close: () => Promise.resolve(),
        };
      },
    },
  };
}
