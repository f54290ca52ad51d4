import type { ExportSource } from '../../core/export/export-files';
import { openZip } from '../../core/export/zip';

/**
 * Opens an export that the user picked: a zip, or a metadata file. Rejects with UnreadableExport.
 */
export async function openPickedFile(file: File): Promise<ExportSource> {
  const read = async (from: number, to: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  const { name, size } = file;
  if (!/\.json$/i.test(name)) return openZip({ name, size, read });
  return { name, files: [{ name: 'metadata_0.json', size, read: () => read(0, size) }] };
}
