/** Bytes that can be read from any place: a file on disk, or one that the user picked. */
export interface ByteSource {
  /** What the user calls it. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes from one offset up to another; fewer at the end. */
  readonly read: (from: number, to: number) => Promise<Uint8Array>;
}

/** A file of an export: an entry of a zip, or a file of an unzipped folder. */
export interface ExportFile {
  /** Its path inside the export, with slashes. */
  readonly name: string;
  /** In bytes, as the zip or the disk says. */
  readonly size: number;
  /** Rejects with `UnreadableFile` where its bytes are not what was written, or more than `size`. */
  readonly read: () => Promise<Uint8Array>;
}

/** What lies in one zip or folder. */
export interface ExportSource {
  readonly name: string;
  readonly files: readonly ExportFile[];
}
