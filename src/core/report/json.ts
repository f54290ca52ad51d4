import { readDate, type ReadDate } from '../dates/parse';
import { dateAt, instantOf, withSeconds, writeDate } from '../dates/format';
import { titleOf, type Article } from '../omnivore/article';
import { withoutLink } from '../omnivore/read-article';
import { countFindings, type Counts } from '../repairs/counts';
import type { RepairFinding } from '../repairs/plan';
import type { UnresolvedReason, RepairId } from '../repairs/repair';
import type { SkipReason, SavedNote } from '../runs/outcome';

/** A finding that is left to a person; `repair` is null where it concerns the whole note. */
export interface UnresolvedItem {
  readonly repair: RepairId | null;
  readonly reason: UnresolvedReason;
  readonly was: string;
}

/** An article, as `scan --json` prints it. `saved` and `published` are ISO 8601, or null: see `articleRows`. */
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
  /** Of the whole note; where a note holds several articles, the first one's row has them. */
  readonly findings: Counts;
  readonly left: readonly (UnresolvedItem | SkippedNote)[];
}

/** Why nothing in a note can be repaired. */
interface SkippedNote {
  readonly repair: null;
  readonly reason: SkipReason;
  readonly was: '';
}

/** What `scan --json` prints. */
export interface ScanReport {
  readonly schema: 1;
  readonly folder: string;
  /** How many notes were looked at. */
  readonly notes: number;
  readonly articles: readonly ArticleRow[];
  /** How many of the notes are not saved articles. */
  readonly others: number;
  /** Notes and folders that could not be read. */
  readonly failed: readonly FailedItem[];
  /** Notes that are not saved articles, with so many images behind Omnivore's proxy. */
  readonly ownNotes: readonly { readonly path: string; readonly images: number }[];
}

/** What `repair --json` prints. */
export interface RepairReport {
  readonly schema: 1;
  /** The run's id for `undo`; null where nothing was written. */
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

/** Why a path was not read at all. */
type SkippedReason = 'link-outside' | 'special-file';

/** A note or folder that could not be read or written, and why. */
export interface FailedItem {
  readonly path: string;
  readonly error: string;
}

/** What `undo --json` prints. */
export interface UndoReport {
  readonly schema: 1;
  readonly run: string;
  readonly restored: readonly string[];
  /** Files that the run made, which went to the trash. */
  readonly trashed: readonly string[];
  readonly left: readonly { readonly path: string; readonly reason: string }[];
}

/** The findings that are left to a person. */
export function unresolvedItems(findings: readonly RepairFinding[]): readonly UnresolvedItem[] {
  return findings.flatMap(({ repair, left, was }) => (left ? [{ repair, reason: left, was }] : []));
}

/**
 * A row for each article of a note. Dates that name a zone are shown in `zone`; null: with their own, and what the clock in a slug
 * says in UTC. `draftProperty` names the property that publishing goes by.
 */
export function articleRows(
  note: SavedNote & { readonly reason?: SkipReason },
  zone: string | null,
  draftProperty: string,
): readonly ArticleRow[] {
  const { path, articles, template, signal, findings } = note;
  const left: ArticleRow['left'] = [
    ...(note.reason ? [{ repair: null, reason: note.reason, was: '' } as const] : []),
    ...unresolvedItems(findings),
  ];
  return articles.map((article, i) => ({
    path,
    title: titleOf(article, path),
    author: article.author,
    url: article.url,
    source: article.source,
    tags: article.tags,
    saved: isoDate(article.saved, zone) ?? isoInstant(article.clocks[0] ?? null, zone),
    published: isoDate(article.published, zone),
    draft: draftOf(article, draftProperty),
    dialect: template,
    mark: signal,
    findings: countFindings(i === 0 ? findings : []),
    left: i === 0 ? left : [],
  }));
}

/** Null where the value is no date, or could be one of two. */
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

/** Whether the property says that the article is a draft; `publish: false` says so too. */
function draftOf({ properties }: Article, name: string): boolean | null {
  const value = properties.find(({ key }) => key === name)?.value;
  const word = typeof value === 'boolean' || typeof value === 'string' ? String(value) : '';
  const yes = /^(?:true|yes|on)$/i.test(word.trim());
  const no = /^(?:false|no|off)$/i.test(word.trim());
  if (!yes && !no) return null;
  return name === 'draft' ? yes : no;
}
