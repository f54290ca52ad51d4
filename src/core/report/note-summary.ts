import { countFindings, type Counts } from '../repairs/counts';
import { isUnrelated, skipReason, type NoteResult, type SkipReason } from '../runs/note-result';
import { copyString } from '../text/copy-string';
import { unresolvedItems, type FailedItem, type UnresolvedItem } from './json';

/** How much of a finding's text is kept, in UTF-16 code units. */
const MAX_SHOWN_LENGTH = 400;

/** What reports say about a note, without its text. Plain data, which can be sent to another thread. */
export type NoteSummary = FoundNote | ({ readonly kind: 'failed' } & FailedItem);

/** A note with saved articles or findings. */
interface FoundNote {
  readonly kind: 'found';
  readonly path: string;
  /** How many saved articles it contains; null if it is a note of the user's own. */
  readonly articles: number | null;
  readonly skipped: SkipReason | null;
  readonly isRepaired: boolean;
  readonly counts: Counts;
  /** The findings that need attention, with the start of their text. */
  readonly unresolved: readonly UnresolvedItem[];
}

/** Summarizes a note's result. Null if the note has nothing to do with Omnivore. */
export function summaryOf(note: NoteResult): NoteSummary | null {
  const { path } = note;
  if (note.kind === 'failed') return { kind: 'failed', path, error: note.error };
  if (isUnrelated(note)) return null;
  const { detection, findings } = note.plan;
  return {
    kind: 'found',
    path,
    articles: detection.kind === 'saved' ? detection.articles.length : null,
    skipped: skipReason(note),
    isRepaired: note.outcome === 'repaired',
    counts: countFindings(findings),
    unresolved: unresolvedItems(findings).map(({ repair, reason, was }) => {
      return { repair, reason, was: copyString(was.slice(0, MAX_SHOWN_LENGTH)) };
    }),
  };
}
