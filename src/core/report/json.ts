import { readDate, type ReadDate } from '../dates/parse';
import { dateAt, instantOf, withSeconds, writeDate } from '../dates/format';
import { titleOf, type Article } from '../omnivore/article';
import { withoutLink } from '../omnivore/read-article';
import { countFindings, type Counts } from '../repairs/counts';
import type { RepairFinding } from '../repairs/plan';
import type { RepairId } from '../repairs';
import type { UnresolvedReason } from '../repairs/repair';
import { skipReason, type PlannedNote, type SkipReason } from '../runs/note-result';

/** A finding that needs the user's attention. `repair` is null if it concerns the whole note. */
export interface UnresolvedItem {
  readonly repair: RepairId | null;
  readonly reason: UnresolvedReason;
  readonly was: string;
}

/** An article, as `scan --json` prints it. `saved` and `published` are ISO 8601 or null; see `articleRows`. */
export interface ArticleRow {
  readonly path: string;
  readonly title: string;
  readonly author: string | null;
  readonly url: string | null;
  readonly source: string | null;
  readonly tags: readonly string[];
  readonly saved: string | null;
  readonly published: string | null;
  readonly draft: boolean | null;
  readonly dialect: string;
  readonly mark: string;
  /** The findings of the whole note. In a note with several articles, only the first row has them. */
  readonly findings: Counts;
  readonly left: readonly (UnresolvedItem | SkippedNote)[];
}

/** The part of a row that `scan` prints as text. */
export type ScannedArticle = Pick<
  ArticleRow,
  'path' | 'title' | 'source' | 'saved' | 'draft' | 'findings' | 'left'
>;

/** Why nothing in a note can be repaired. */
interface SkippedNote {
  readonly repair: null;
  readonly reason: SkipReason;
  readonly was: '';
}

/** The output of `scan --json`. */
export interface ScanReport {
  readonly schema: 1;
  readonly folder: string;
  /** How many notes were read. */
  readonly notes: number;
  readonly articles: readonly ArticleRow[];
  /** How many notes are not saved articles. */
  readonly others: number;
  /** Notes and folders that could not be read. */
  readonly failed: readonly FailedItem[];
  /** Notes that are not saved articles, with the number of dead images in each. */
  readonly ownNotes: readonly { readonly path: string; readonly images: number }[];
}

/** The output of `repair --json`. */
export interface RepairReport {
  readonly schema: 1;
  /** The run's ID for `undo`; null if nothing was written. */
  readonly run: string | null;
  readonly repaired: readonly { readonly path: string; readonly findings: Counts }[];
  readonly left: readonly {
    readonly path: string;
    readonly repair: RepairId | null;
    readonly reason: UnresolvedReason | SkipReason | SkippedReason;
    readonly was: string;
  }[];
  /** Notes and folders that could not be read or written. */
  readonly failed: readonly FailedItem[];
}

/** Why a path was not read. */
type SkippedReason = 'link-outside' | 'special-file';

/** A note or folder that could not be read or written, and why. */
export interface FailedItem {
  readonly path: string;
  readonly error: string;
}

/** The output of `undo --json`. */
export interface UndoReport {
  readonly schema: 1;
  readonly run: string;
  readonly restored: readonly string[];
  /** Files that the run created, which were moved to the trash. */
  readonly trashed?: readonly string[];
  readonly left: readonly { readonly path: string; readonly reason: string }[];
}

/** Returns the findings that need the user's attention. */
export function unresolvedItems(findings: readonly RepairFinding[]): readonly UnresolvedItem[] {
  const items: UnresolvedItem[] = [];
  for (const { repair, unresolved, before: was } of findings) {
    if (unresolved) items.push({ repair, reason: unresolved, was });
  }
  return items;
}

/**
 * Returns a row for each article of a note. Dates with a zone are converted to `zone`. With null they keep
 * their own, and timestamps from slugs are in UTC. `draftProperty` is the publisher's property for drafts.
 */
export function articleRows(
  note: Pick<PlannedNote, 'path' | 'plan' | 'outcome'>,
  zone: string | null,
  draftProperty: string,
): readonly ArticleRow[] {
  const { detection } = note.plan;
  if (detection.kind !== 'saved') return [];
  const { articles, template, signal } = detection;
  return scannedArticles(note, zone, draftProperty).map((listed, i) => {
    const article = articles[i] as Article;
    const { path, title, source, saved, draft, findings, left } = listed;
    return {
      path,
      title,
      author: article.author,
      url: article.url,
      source,
      tags: article.tags,
      saved,
      published: isoDate(article.published, zone),
      draft,
      dialect: template.id,
      mark: signal,
      findings,
      left,
    };
  });
}

/** Returns the part of `articleRows` that is printed as text. */
export function scannedArticles(
  note: Pick<PlannedNote, 'path' | 'plan' | 'outcome'>,
  zone: string | null,
  draftProperty: string,
): readonly ScannedArticle[] {
  const { path } = note;
  const { detection, findings } = note.plan;
  if (detection.kind !== 'saved') return [];
  const skipped = skipReason(note);
  const left: ArticleRow['left'] = [
    ...(skipped ? [{ repair: null, reason: skipped, was: '' } as const] : []),
    ...unresolvedItems(findings),
  ];
  return detection.articles.map((article, i) => ({
    path,
    title: titleOf(article, path),
    source: article.source,
    saved: isoDate(article.saved, zone) ?? isoInstant(article.clocks[0] ?? null, zone),
    draft: draftOf(article, draftProperty),
    findings: countFindings(i === 0 ? findings : []),
    left: i === 0 ? left : [],
  }));
}

/** Returns null if the value is not a date, or is ambiguous. */
function isoDate(value: string | null, zone: string | null): string | null {
  const reading = value === null ? null : readDate(withoutLink(value));
  return reading?.kind === 'date' ? shown(reading, zone) : null;
}

function isoInstant(instant: number | null, zone: string | null): string | null {
  return instant === null ? null : shown(dateAt(instant, zone), zone);
}

function shown(date: ReadDate, zone: string | null): string | null {
  const local = zone === null || date.offset === null ? date : dateAt(instantOf(date), zone);
  const written = writeDate(withSeconds(local), 'date-time', null);
  return written.kind === 'text' ? written.text : null;
}

/** Returns whether the property marks the article as a draft. `publish: false` does so too. */
function draftOf({ properties }: Article, name: string): boolean | null {
  const flag =
    properties.find(({ key }) => key === name) ??
    properties.find(({ key }) => key.toLowerCase() === name);
  const value = flag?.value;
  const word = typeof value === 'boolean' || typeof value === 'string' ? String(value) : '';
  const yes = /^(?:true|yes|on)$/i.test(word.trim());
  const no = /^(?:false|no|off)$/i.test(word.trim());
  if (!yes && !no) return null;
  return name === 'draft' ? yes : no;
}
