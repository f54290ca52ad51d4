import type { UnresolvedFinding } from '../../core/library/attention';
import type { ListedArticle } from '../../core/library/listed-article';
import { READING_STATES, type ReadingState } from '../../core/omnivore/reading-state';
import { REPAIR_IDS, type RepairId } from '../../core/repairs';
import type { UnresolvedReason } from '../../core/repairs/repair';

/** A note's summary, and the state of the file it was read from. */
export interface CachedNote {
  readonly path: string;
  readonly mtime: number;
  readonly size: number;
  /** A hash of the plugin's version and the settings. */
  readonly key: string;
  readonly articles: readonly ListedArticle[];
  /** How many dead images a note has that is not a saved article. */
  readonly ownImages: number;
  /** The page that a note has clipped that is not a saved article; see `clippingKey`. */
  readonly clipping: string | null;
}

type Guard<T> = (value: unknown) => value is T;
/** A type guard for each property. The compiler requires all of them. */
type Shape<T> = { readonly [Name in keyof T]: Guard<T[Name]> };

const isText: Guard<string> = (value) => typeof value === 'string';
const isTextOrNull: Guard<string | null> = (value) => value === null || isText(value);
const isNumber: Guard<number> = (value) => typeof value === 'number';
const VALID_STATES: ReadonlySet<unknown> = new Set([...READING_STATES, null]);

const KNOWN_REPAIRS: ReadonlySet<unknown> = new Set([...REPAIR_IDS, null]);

/** Decisions are not cached, so these are findings. */
const ATTENTION: Shape<UnresolvedFinding> = {
  kind: (value): value is 'finding' => value === 'finding',
  repair: (value): value is RepairId | null => KNOWN_REPAIRS.has(value),
  reason: (value): value is UnresolvedReason => isText(value),
  ...{ text: isText, line: isNumber },
};

const LISTED_ARTICLE: Shape<ListedArticle> = {
  ...{ key: isText, path: isText, title: isText },
  ...{ id: isTextOrNull, author: isTextOrNull, url: isTextOrNull, source: isTextOrNull },
  ...{ saved: isTextOrNull, published: isTextOrNull },
  tags: isListOf(isText),
  draft: (value): value is boolean | null => value === null || typeof value === 'boolean',
  state: (value): value is ReadingState | null => VALID_STATES.has(value),
  line: (value): value is number | null => value === null || isNumber(value),
  minutes: (value): value is number | null => value === null || isNumber(value),
  ...{ highlights: isNumber, pendingRepairs: isNumber, unresolved: isNumber },
  attention: isListOf(isOf(ATTENTION)),
  ignored: (value): value is [] => Array.isArray(value) && value.length === 0,
};

const CACHED_NOTE: Shape<CachedNote> = {
  ...{ path: isText, mtime: isNumber, size: isNumber, key: isText },
  articles: isListOf(isOf(LISTED_ARTICLE)),
  ownImages: isNumber,
  clipping: isTextOrNull,
};

/** Returns whether a record of the database is complete. Other versions or programs may have written others. */
export const isCachedNote: Guard<CachedNote> = isOf(CACHED_NOTE);

function isOf<T>(shape: Shape<T>): Guard<T> {
  const parts = Object.entries<Guard<unknown>>(shape);
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    parts.every(([name, is]) => is((value as Record<string, unknown>)[name]));
}

function isListOf<T>(is: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(is);
}
