import type { Library } from './library';
import type { ScanProgress } from './view';

/** Where the panel gets its articles: a library that is kept up to date. */
export interface LibrarySource {
  readonly library: Library;
  readonly progress: ScanProgress;
  /** Notes that could not be read when last tried, by path, each with the reason. */
  readonly unreadable: ReadonlyMap<string, string>;
  /**
   * Calls the listener when the library or the progress changes. Several changes may be combined. Returns an
   * unsubscribe function.
   */
  readonly onChange: (listener: () => void) => () => void;
  /** Reads the vault because the user asked: for the first time, again, or after a failure. */
  readonly scan: () => void;
}
