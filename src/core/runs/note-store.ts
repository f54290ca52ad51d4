/** The result of reading a note. */
export type NoteRead =
  | { readonly kind: 'text'; readonly text: string }
  /**
   * The file is not UTF-8. `text` contains replacement characters, so it can be checked but must never be
   * written.
   */
  | { readonly kind: 'invalid-utf8'; readonly text: string };

/** The result of replacing a note's text. With `changed-meanwhile`, nothing was written. */
export type NoteReplaced = 'replaced' | 'changed-meanwhile';

/** Reads and writes notes: in a vault, in a folder on disk, in a test. Paths are relative, with slashes. */
export interface NoteStore {
  /** Lists the notes to read, in a stable order. */
  readonly list: () => Promise<readonly string[]>;
  /** Reads a note. Rejects with a message for users if it can't be read. */
  readonly read: (path: string) => Promise<NoteRead>;
  /**
   * Reads a note like `read`, but resolves with null if its bytes show that it has nothing to do with Omnivore
   * (`mayBeSaved`). Optional, for stores that can look at bytes before they decode them.
   */
  readonly readIfRelated?: (path: string) => Promise<NoteRead | null>;
  /**
   * Hashes a text that was read or will be written. Optional, for stores that can do so faster than
   * `text/hash`.
   */
  readonly hash?: (path: string, text: string) => string;
  /** Returns why a note can't be written, as far as this is known without writing, or null. */
  readonly writeProblem?: (path: string) => string | null;
  /** Replaces `before` with `after`, completely or not at all. Rejects if the note can't be written. */
  readonly replace: (path: string, before: string, after: string) => Promise<NoteReplaced>;
  /** Resolves when everything so far would survive a power failure. Missing if the store can't guarantee that. */
  readonly flush?: () => Promise<void>;
  /** Lets other work be done between two steps of work on a note. Optional. */
  readonly yieldToEventLoop?: () => Promise<void>;
}

/** An open journal file. */
export interface JournalFile {
  /** In bytes. */
  readonly size: number;
  /** Reads bytes from one offset up to another. */
  readonly read: (from: number, to: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** Stores journals in a folder next to the notes. */
export interface JournalStore {
  /** Lists the names of all files. */
  readonly names: () => Promise<readonly string[]>;
  /** Opens a file. Rejects if it is not a regular file or can't be read. */
  readonly open: (name: string) => Promise<JournalFile>;
  /**
   * Appends a text, and resolves when it is on disk. Creates the file if necessary. `notes` are the paths of
   * the notes whose text it contains. Nobody who can't read them may read the file.
   */
  readonly append: (name: string, text: string, notes: readonly string[]) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /**
   * Locks the folder's notes for one run, or checks that they are still locked. Rejects with a message for
   * users if another run has the lock.
   */
  readonly lock: () => Promise<void>;
  /** Releases the lock, if it is held. */
  readonly unlock: () => Promise<void>;
  /** Yields to the event loop while a long file is parsed. Optional. */
  readonly yieldToEventLoop?: () => Promise<void>;
}
