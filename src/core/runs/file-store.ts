/**
 * Where files are made, and moved to the trash: in a vault in Obsidian, in a folder on disk, in a test. Paths are relative, with slashes.
 * Nothing in a hidden folder or behind a link is reached. Each method rejects with a message for a person.
 */
export interface FileStore {
  /** All files there are, hidden ones left out. */
  readonly list: () => Promise<readonly string[]>;
  /** The bytes of a file; null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** Folders on a path that are not there yet, the outer ones first. */
  readonly missingFolders: (path: string) => Promise<readonly string[]>;
  /** Makes a file and the folders on its path. One that is there is never overwritten. */
  readonly create: (path: string, bytes: Uint8Array) => Promise<'created' | 'exists'>;
  /** Moves a file to the trash. */
  readonly trash: (path: string) => Promise<void>;
  /** Removes a file that nobody has seen yet. A store without it can't. */
  readonly discard?: (path: string) => Promise<void>;
  /** Removes those folders that are empty, in the order given; leaves the others. */
  readonly removeEmpty: (folders: readonly string[]) => Promise<void>;
  /** Resolves when the files made and moved so far would be found as they are after a power failure; a store without it can't tell. */
  readonly flush?: () => Promise<void>;
}
