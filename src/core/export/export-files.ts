/** A source of bytes: a file on disk, or a file that the user picked. */
export interface ByteSource {
  /** The name to show to the user. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Reads the bytes from one offset up to another. Returns fewer at the end. */
  readonly read: (from: number, to: number) => Promise<Uint8Array>;
}

/** A file of an export: an entry of a zip, or a file in an unzipped folder. */
export interface ExportFile {
  /** The path in the export, with slashes. */
  readonly name: string;
  /** In bytes, as reported by the zip or the disk. */
  readonly size: number;
  /** Rejects with `UnreadableFile` if the bytes are damaged, or are more than `size`. */
  readonly read: () => Promise<Uint8Array>;
}

/** The files of one zip or folder. */
export interface ExportSource {
  readonly name: string;
  readonly files: readonly ExportFile[];
}
