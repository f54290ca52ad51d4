import type { ReadingState } from '../omnivore/reading-state';
import type { ListedArticle } from './listed-article';
import type { MonthRange } from './month-range';

/** All groupings, in the order in which they are offered. */
export const GROUPINGS = ['source', 'tag', 'month', 'none'] as const;
/** How articles are grouped. `none` is a flat list; months are inside years. */
export type Grouping = (typeof GROUPINGS)[number];
/** A grouping with groups. */
export type GroupedBy = Exclude<Grouping, 'none'>;

/** What a row can show besides the title. */
export type Facet = (typeof FACETS)[number];

/** All facets, in the order in which a row shows them. */
export const FACETS = [
  ...(['date', 'source', 'author', 'minutes', 'highlights', 'tags', 'state'] as const),
] as const;

/** How articles are sorted within their group. */
export type ArticleOrder = 'saved' | 'published' | 'title' | 'length';
/** How groups are sorted. For months, `name` is newest first, and `name-reversed` is oldest first. */
export type GroupOrder = 'name' | 'name-reversed' | 'count' | 'newest';

/** Selects articles. An article must meet all conditions. */
export interface Filter {
  /** The search text, with words and with conditions such as `tag:sea`. See `parseSearch`. */
  readonly text: string;
  readonly drafts: boolean;
  readonly needsRepair: boolean;
  readonly needsAttention: boolean;
  readonly hasHighlights: boolean;
  /** Several notes have the article. */
  readonly duplicates: boolean;
  /** Empty: any. */
  readonly states: readonly ReadingState[];
  /** The months in which it was saved; null for any. */
  readonly months: MonthRange | null;
}

/** Matches all articles. */
export const NO_FILTER: Filter = {
  text: '',
  drafts: false,
  needsRepair: false,
  needsAttention: false,
  hasHighlights: false,
  duplicates: false,
  states: [],
  months: null,
};

/** How the panel shows the library. It is kept across restarts. */
export interface PanelView {
  readonly grouping: Grouping;
  readonly articleOrder: ArticleOrder;
  readonly descending: boolean;
  readonly groupOrder: GroupOrder;
  readonly filter: Filter;
  /** Keys of the groups that the user expanded while no filter is active. */
  readonly expanded: readonly string[];
  /**
   * Keys of the groups that the user collapsed while no filter is active. If there are few articles, groups
   * start expanded.
   */
  readonly collapsed: readonly string[];
  /** With fewer articles than this, groups start expanded. */
  readonly expandBelow: number;
  /** Keys of the groups that are collapsed while a filter is active. With a filter, groups start expanded. */
  readonly collapsedResults: readonly string[];
}

/** A source, tag, month or year. */
export interface GroupRow {
  readonly kind: 'group';
  /** Grouping and name. The grouping distinguishes a source from a tag with the same name. */
  readonly key: string;
  /** Empty for articles without a source, tag or date. */
  readonly name: string;
  /** 0 for top-level groups. Nested tags are inside their parent. */
  readonly depth: number;
  readonly count: number;
  readonly expanded: boolean;
}

interface PanelArticleRow {
  readonly kind: 'article';
  /**
   * The keys of the group and of the article, because an article is in the group of each of its tags. In a
   * flat list, only the article's key.
   */
  readonly key: string;
  readonly depth: number;
  readonly article: ListedArticle;
}

/** A row of the panel. */
export type PanelRow = GroupRow | PanelArticleRow;

/** State of the vault scan. */
export type ScanProgress =
  /** Nothing has been read, because the user has not asked for it yet. */
  | { readonly kind: 'not-started' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: string };

/** Returns whether a filter can hide anything. */
export function isFiltering(filter: Filter): boolean {
  const { text, drafts, needsRepair, needsAttention, hasHighlights, states, months } = filter;
  const isOn = drafts || needsRepair || needsAttention || hasHighlights || filter.duplicates;
  const conditions = isOn || states.length > 0;
  return text.trim() !== '' || conditions || months !== null;
}
