import type { UnsavedReason } from '../images/download';
import type { RepairId } from '../repairs';
import type { UnresolvedReason } from '../repairs/repair';
import type { ListedArticle } from './listed-article';

/** A finding that no repair can decide. */
export interface UnresolvedFinding {
  readonly kind: 'finding';
  /** The repair that found it; null if it concerns the whole note. */
  readonly repair: RepairId | null;
  readonly reason: UnresolvedReason;
  /** The text of the finding in the note; may be shortened. */
  readonly text: string;
  /** The line of the finding in the note, counted from 0. */
  readonly line: number;
}

/** An image that a run could not save. The note still links to the web. */
export interface UnsavedImage {
  readonly kind: 'image';
  readonly url: string;
  readonly reason: UnsavedReason | 'not-editable';
  /** The server's status code; null if it did not answer. */
  readonly status: number | null;
}

/** Something in a note that needs the user's attention. */
export type AttentionItem = UnresolvedFinding | UnsavedImage;

/** What is known about a note in addition to its text. */
export interface NoteDecisions {
  /** The keys of the items that the user ignores; see `keyOfItem`. */
  readonly ignored: ReadonlySet<string>;
  readonly images: readonly UnsavedImage[];
}

/**
 * Returns a key that is the same for an item as long as its text stays the same, wherever it is in its note.
 */
export function keyOfItem(item: AttentionItem): string {
  return JSON.stringify(
    item.kind === 'image' ? ['image', item.url] : [item.repair, item.reason, item.text],
  );
}

/**
 * Applies decisions to the articles of one note: ignored items are listed separately and not counted. Can be
 * applied again with other decisions.
 */
export function withDecisions(
  articles: readonly ListedArticle[],
  decisions: NoteDecisions | undefined,
): readonly ListedArticle[] {
  const [first] = articles;
  if (!first) return articles;
  const isUndecided = !decisions || decisions.ignored.size + decisions.images.length === 0;
  const had = [...first.attention, ...first.ignored];
  const findings = had.filter((item) => item.kind === 'finding');
  if (isUndecided && first.ignored.length === 0 && findings.length === had.length) return articles;
  const [attention, ignored]: [AttentionItem[], AttentionItem[]] = [[], []];
  const sorted = findings.sort((a, b) => a.line - b.line);
  for (const item of [...sorted, ...(decisions?.images ?? [])]) {
    (decisions?.ignored.has(keyOfItem(item)) ? ignored : attention).push(item);
  }
  // Not all findings of a note are kept.
  const others = first.unresolved - first.attention.length;
  const unresolved = others + attention.length;
  return articles.map((article, i) => {
    return i === 0 ? { ...article, attention, ignored, unresolved } : { ...article, unresolved };
  });
}

/** The items of a note. */
export interface NoteAttention {
  readonly path: string;
  readonly attention: readonly AttentionItem[];
  readonly ignored: readonly AttentionItem[];
  /** How many more findings need attention, which were not kept. */
  readonly others: number;
}

/** Returns the notes that need attention or have ignored items, each once, in the order of the articles. */
export function notesWithAttention(articles: Iterable<ListedArticle>): readonly NoteAttention[] {
  const notes: NoteAttention[] = [];
  for (const { path, attention, ignored, unresolved } of articles) {
    if (attention.length + ignored.length === 0) continue;
    notes.push({ path, attention, ignored, others: unresolved - attention.length });
  }
  return notes;
}
