import type { Range } from '../text/edits';

/** The text of one block. Inline code never extends past it. */
export interface Leaf extends Range {
  readonly html: boolean;
  /** The text of the range. Quote markers between its lines are replaced with spaces, so offsets stay the same. */
  readonly content: string;
}

/** A closed fence or math block. */
export interface FencedBlock extends Range {
  readonly mispaired: boolean;
}

/** The blocks of a text in which code, comments, math and elements are looked for. */
export interface Blocks {
  readonly fenced: readonly FencedBlock[];
  /** Blocks that contain a character sequence that starts inline code, a comment, math or an element. */
  readonly leaves: readonly Leaf[];
}

/** The block that the next line may continue. */
export interface OpenLeaf extends Range {
  readonly kind: 'paragraph' | 'html' | 'table';
  to: number;
  /** Start and end of each line, without the markers of containers. */
  readonly lines: number[];
  /** Whether its last line can be the first row of a table. */
  mayBeRow: boolean;
}
