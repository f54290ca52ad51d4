import type { Range, TextEdit } from '../text/edits';
import type { Note } from '../markdown/note';
import type { Article } from '../omnivore/article';
import type { Template } from '../omnivore/signals';

/** Why a person must decide. */
export type UnresolvedReason =
  | 'ambiguous-date'
  | 'impossible-date'
  | 'unrendered-date'
  | 'unreadable-date'
  | 'date-link'
  /** A date whose zone is not known, for a format that has one, or the other way round. */
  | 'no-zone'
  | 'clock-change'
  /** A date in a property that may be another program's. */
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
  /** A link without which an article of an outline would not be known. */
  | 'marks-article'
  | 'no-markdown-link'
  | 'unwritable-url'
  | 'in-code';

/** What every repair sees of a note: one article of it. */
export interface Subject {
  readonly note: Note;
  readonly article: Article;
  readonly template: Template;
  /** Whether the vault's other notes prove that `03/04/2024` has the day first; null if they don't. */
  readonly vaultDayFirst: boolean | null;
}

/** Something that should be otherwise, and the edits that make it so. */
export interface Finding extends Range {
  /** As a person sees it; may be shortened. */
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
  /** Set where there are no edits. */
  readonly left?: UnresolvedReason;
}

/** A finding that is left to a person. */
export function unresolvedFinding(text: string, range: Range, left: UnresolvedReason): Finding {
  const was = text.slice(range.from, range.to);
  return { from: range.from, to: range.to, before: was, after: was, edits: [], left };
}
