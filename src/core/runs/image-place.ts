import type { SavedLink } from '../images/rewrite';

/** Where a vault keeps images, and how its notes link to them. */
export interface ImagePlace {
  /** Where a file of this name goes that is for a note; it may be there already. */
  readonly pathFor: (name: string, note: string) => Promise<string>;
  /** How a note links to a file. */
  readonly linkTo: (path: string, note: string) => SavedLink;
}
