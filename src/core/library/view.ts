import type { ListedArticle, ReadingState } from './listed-article';

export type Grouping = 'source' | 'tag' | 'month';
/** What articles are sorted by within their group. */
export type ArticleOrder = 'saved' | 'published' | 'title';
/** What groups are sorted by. Months have no other name than their date: `name` is newest first, `name-reversed` oldest first. */
export type GroupOrder = 'name' | 'name-reversed' | 'count' | 'newest';

/** Which articles are shown: those that match all of it. */
export interface Filter {
  /** Words that title, author, source or tags must contain; case and accents' encoding are ignored. */
  readonly text: string;
  readonly drafts: boolean;
  readonly needsRepair: boolean;
  readonly needsAttention: boolean;
  /** Empty: any. */
  readonly states: readonly ReadingState[];
  /** `2024-03`; null for any. */
  readonly month: string | null;
}

/** The filter that all articles match. */
export const NO_FILTER: Filter = {
  text: '',
  drafts: false,
  needsRepair: false,
  needsAttention: false,
  states: [],
  month: null,
};

/** How the panel shows the library; kept across restarts of the view. */
export interface PanelView {
  readonly grouping: Grouping;
  readonly articleOrder: ArticleOrder;
  readonly descending: boolean;
  readonly groupOrder: GroupOrder;
  readonly filter: Filter;
  /** Keys of the groups that are expanded while no filter is active. */
  readonly expanded: readonly string[];
  /** Keys of the groups that are collapsed while a filter is active: its results start expanded. */
  readonly collapsedResults: readonly string[];
}

/** A source, tag or month. */
export interface GroupRow {
  readonly kind: 'group';
  /** Grouping and name: a source and a tag of one name differ. */
  readonly key: string;
  /** Empty for articles without a source, tag or date. */
  readonly name: string;
  /** 0 for the outermost; a nested tag is inside its parent. */
  readonly depth: number;
  readonly count: number;
  /** How many of its articles are in notes that need repair. */
  readonly needRepair: number;
  readonly expanded: boolean;
}

interface ArticleRow {
  readonly kind: 'article';
  /** The group's key and the article's: an article is in the group of each of its tags. */
  readonly key: string;
  readonly depth: number;
  readonly article: ListedArticle;
}

/** A row of the panel. */
export type PanelRow = GroupRow | ArticleRow;

/** State of the vault scan. */
export type ScanProgress =
  /** Nothing has been read yet; nothing is until the user asks. */
  | { readonly kind: 'not-started' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: string };

/** Whether a filter hides anything. */
export function isFiltering(filter: Filter): boolean {
  const { text, drafts, needsRepair, needsAttention, states, month } = filter;
  const conditions = drafts || needsRepair || needsAttention || states.length > 0;
  return text.trim() !== '' || conditions || month !== null;
}
