import type { Library } from './library';
import type { Progress } from './view';

/** Where the panel gets its articles: a library that somebody keeps true. */
export interface LibrarySource {
  readonly library: Library;
  readonly progress: Progress;
  /** Calls when the library or the progress is another; several changes may be told as one. Answers with what ends it. */
  readonly onChange: (listener: () => void) => () => void;
  /** Reads the vault at the user's wish: for the first time, again, or after a failure. */
  readonly scan: () => void;
}
