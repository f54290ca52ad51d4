import type { Listed, ReadingState } from './listed';

export type Grouping = 'source' | 'tag' | 'month';
export type Sorting = 'saved' | 'published' | 'title';

/** Which articles are shown: those that meet all of it. */
export interface Filter {
  /** Words that title, author, source or tags must hold; without regard to case. */
  readonly text: string;
  readonly drafts: boolean;
  readonly due: boolean;
  /** Empty: any. */
  readonly states: readonly ReadingState[];
  /** `2024-03`; null for any. */
  readonly month: string | null;
}

/** The filter that all articles meet. */
export const NO_FILTER: Filter = {
  ...{ text: '', drafts: false, due: false, states: [], month: null },
};

/** How the panel shows the library; kept across restarts of the view. */
export interface PanelView {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly descending: boolean;
  readonly filter: Filter;
  /** Keys of the shelves that are open. */
  readonly open: readonly string[];
}

/** What stands on a line of the panel. */
export type Row =
  | {
      readonly kind: 'shelf';
      /** Grouping and name, so that a source and a tag of one name differ. */
      readonly key: string;
      readonly name: string;
      /** 0 for the outermost; a nested tag lies in its parent. */
      readonly depth: number;
      readonly count: number;
      /** How many of its articles have repairs due. */
      readonly due: number;
      readonly open: boolean;
    }
  | {
      readonly kind: 'article';
      /** The shelf's key and the article's: an article stands on the shelf of each of its tags. */
      readonly key: string;
      readonly depth: number;
      readonly article: Listed;
    };

/** How the reading of the vault stands. */
export type Progress =
  /** Nothing was ever read here, and nothing is until the user asks. */
  | { readonly kind: 'unasked' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: string };
