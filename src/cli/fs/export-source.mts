import { closeSync, fstatSync, readSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ByteSource, ExportFile, ExportSource } from '../../core/export/export-files';
import { UnreadableFile } from '../../core/export/problem';
import { MAX_FILE_BYTES, openRegular, readRegular } from './read-file.mts';

/** An export on disk. The caller must close it. */
export interface OpenSource {
  readonly source: ExportSource;
  readonly close: () => void;
}

/** Deeper folders are not searched for files of an export. */
const MAX_FOLDER_DEPTH = 4;

/**
 * Opens an export: a zip, an unzipped folder, or a metadata file. Throws UnreadableExport or a
 * system error.
 */
export async function openExportSource(path: string): Promise<OpenSource> {
  if (statSync(path).isDirectory()) return { source: folderSource(path), close: () => undefined };
  if (/\.json$/i.test(path)) {
    const file = { ...fileAt(path, basename(path)), name: 'metadata_0.json' };
    return { source: { name: path, files: [file] }, close: () => undefined };
  }
  // On first use, because building the tables for unzipping takes longer than starting a command.
  const { openZip } = await import('../../core/export/zip');
  const handle = openRegular(path);
  try {
    const source = await openZip(byteSource(path, handle));
    return { source, close: () => closeSync(handle) };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

function byteSource(name: string, handle: number): ByteSource {
  return {
    name,
    size: fstatSync(handle).size,
    read(from, to) {
      const bytes = new Uint8Array(Math.max(0, to - from));
      let length = 0;
      for (let read = -1; read !== 0 && length < bytes.length; length += read) {
        read = readSync(handle, bytes, length, bytes.length - length, from + length);
      }
      return Promise.resolve(bytes.subarray(0, length));
    },
  };
}

/** Returns the files of an unzipped export. Does not follow links. */
function folderSource(root: string): ExportSource {
  const files: ExportFile[] = [];
  const pending = [{ folder: '', depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { folder, depth } = next;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && depth < MAX_FOLDER_DEPTH)
        pending.push({ folder: name, depth: depth + 1 });
      else if (entry.isFile()) files.push(fileAt(join(root, name), name));
    }
  }
  return { name: root, files: files.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function fileAt(path: string, name: string): ExportFile {
  return {
    name,
    size: statSync(path).size,
    read() {
      try {
        return Promise.resolve(readRegular(path, MAX_FILE_BYTES));
      } catch {
        return Promise.reject(new UnreadableFile('damaged'));
      }
    },
  };
}
