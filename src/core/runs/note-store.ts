/** What reading a note came to. */
export type NoteRead =
  | { readonly kind: 'text'; readonly text: string }
  /** Bytes that are no UTF-8: `text` has replacement characters, so it may be looked at but never written. */
  | { readonly kind: 'invalid-utf8'; readonly text: string };

/** What replacing a note's text came to; with `changed-meanwhile` nothing was written. */
export type NoteReplaced = 'replaced' | 'changed-meanwhile';

/** The place where notes are kept: a vault in Obsidian, a folder on disk, a table in a test. Paths are relative, with slashes. */
export interface NoteStore {
  /** The notes to look at, in a stable order. */
  readonly list: () => Promise<readonly string[]>;
  /** Rejects where the note can't be read, with a message for a person. */
  readonly read: (path: string) => Promise<NoteRead>;
  /** The hash of a text that was read or is to be written, where the store has it cheaper than `text/hash`. */
  readonly hash?: (path: string, text: string) => string;
  /** Why a note could not be written, as far as it can be known without writing; null where nothing speaks against it. */
  readonly writeProblem?: (path: string) => string | null;
  /** Writes `after` in the place of `before`, wholly or not at all. Rejects where it can't be written. */
  readonly replace: (path: string, before: string, after: string) => Promise<NoteReplaced>;
  /** Resolves when the notes replaced so far would be found as they are after a power failure; a store without it can't tell. */
  readonly flush?: () => Promise<void>;
}

/** A journal file that is being read. */
export interface JournalFile {
  /** In bytes. */
  readonly size: number;
  /** The bytes from one offset up to another. */
  readonly read: (from: number, to: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** Text files beside the notes, where runs are remembered. */
export interface JournalStore {
  /** Names of the files there are. */
  readonly names: () => Promise<readonly string[]>;
  /** Opens a file; rejects where it is no regular file or can't be read. */
  readonly open: (name: string) => Promise<JournalFile>;
  /**
   * Resolves when the text is on disk; makes the file if need be. `notes`: paths of the notes whose text is in it, so that nobody may
   * read it who may not read them.
   */
  readonly append: (name: string, text: string, notes: readonly string[]) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /**
   * Takes the folder's notes for one run, or makes sure that they are still taken; rejects with a message for a person where another
   * run has them.
   */
  readonly lock: () => Promise<void>;
  /** Ends that; does nothing where they were not taken. */
  readonly unlock: () => Promise<void>;
  /** Lets others have their turn while a long file is understood; where there are none, nothing. */
  readonly yieldToEventLoop?: () => Promise<void>;
}
