import type { Range, TextEdit } from '../text/edits';
import type { Note } from '../markdown/note';
import type { Article } from '../omnivore/article';
import type { PublisherProblem } from '../publishers/check-properties';
import type { Template } from '../omnivore/signals';

/** Why the user must decide. */
export type UnresolvedReason =
  | 'ambiguous-date'
  | 'impossible-date'
  | 'unrendered-date'
  | 'unreadable-date'
  | 'date-link'
  /** The date has no time zone but the format needs one, or the reverse. */
  | 'no-zone'
  | 'clock-change'
  /** In the chosen format, the article's timestamps would prove another day. */
  | 'misread-date'
  /** The date is in a property that another program may have written. */
  | 'not-omnivore'
  | 'no-front-matter'
  | 'not-editable'
  | 'unsound-front-matter'
  | 'other-front-matter'
  | 'data-image'
  | 'truncated-address'
  | 'mixed-escaping'
  | 'maybe-escaped'
  | 'escaped-twice'
  | 'escaped-code'
  | 'would-run'
  | 'not-a-flag'
  | 'no-original'
  | 'no-publisher'
  | 'conflict'
  | 'no-block'
  | 'would-open-block'
  /** Without this link, an item of an outline would not be detected as an article. */
  | 'marks-article'
  | 'no-markdown-link'
  | 'unwritable-url'
  | 'in-code'
  | PublisherProblem;

/** The input of a repair: one article, and the note that contains it. */
export interface Subject {
  readonly note: Note;
  readonly article: Article;
  readonly template: Template;
  /** Whether `03/04/2024` has the day first, as proved by the vault's other notes. Null if they prove neither. */
  readonly vaultDayFirst: boolean | null;
}

/** Something to repair, and the edits that repair it. Offsets are in the note's text. */
export interface Finding extends Range {
  /** The text to show to the user; may be shortened. */
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
  /** Set if there are no edits: why the user must decide. */
  readonly unresolved?: UnresolvedReason;
}

/** Returns a finding without edits, which the user must decide. */
export function unresolvedFinding(text: string, range: Range, reason: UnresolvedReason): Finding {
  const { from, to } = range;
  const before = text.slice(from, to);
  return { from, to, before, after: before, edits: [], unresolved: reason };
}
