/**
 * Creates files, and moves them to the trash: in a vault, in a folder on disk, in a test. Paths are relative,
 * with slashes. Never reaches hidden folders or follows links. Methods reject with a message for users.
 */
export interface FileStore {
  /** Lists all files, except hidden ones. */
  readonly list: () => Promise<readonly string[]>;
  /** Reads a file. Resolves to null if it does not exist. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** Returns the folders on a path that don't exist, the outer ones first. */
  readonly missingFolders: (path: string) => Promise<readonly string[]>;
  /** Creates a file and the folders on its path. Never overwrites a file. */
  readonly create: (path: string, bytes: Uint8Array) => Promise<'created' | 'exists'>;
  /** Moves a file to the trash. */
  readonly trash: (path: string) => Promise<void>;
  /** Deletes a file that the run has just created. Optional. */
  readonly discard?: (path: string) => Promise<void>;
  /** Removes those folders that are empty, in the given order. */
  readonly removeEmpty: (folders: readonly string[]) => Promise<void>;
  /** The SHA-256 of bytes in hexadecimal, if the store can compute it faster than `images/sha256`. */
  readonly sha256?: (bytes: Uint8Array) => string;
  /** Resolves when everything so far would survive a power failure. Missing if the store can't guarantee that. */
  readonly flush?: () => Promise<void>;
}
