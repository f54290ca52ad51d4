import { prepareSimpleSearch } from 'obsidian';
import { matchFinder, type FindMatches } from '../../core/library/highlight-matches';
import { keepLast } from '../../core/library/derive-contents';
import type { Facet, Grouping } from '../../core/library/view';

/** The options for drawing all rows of the panel. Another object means that the rows have to be drawn again. */
export interface RowStyle {
  readonly grouping: Grouping;
  readonly facets: readonly Facet[];
  /** Whether drafts have a badge. Only users who publish need one. */
  readonly showsDrafts: boolean;
  /** Whether rows show what needs the user's attention instead of their facets. */
  readonly showsAttention: boolean;
  /** The words of the search, normalized. */
  readonly words: readonly string[];
  readonly find: FindMatches;
}

/** Creates a function that returns the same object as long as its options don't change. */
export function rowStyleCache(): (style: Omit<RowStyle, 'find'>) => RowStyle {
  const make = keepLast(
    (
      grouping: Grouping,
      facets: readonly Facet[],
      showsDrafts: boolean,
      showsAttention: boolean,
      joined: string,
    ): RowStyle => {
      const words = joined === '' ? [] : joined.split('\n');
      const find = matchFinder(words, prepareSimpleSearch);
      return { grouping, facets, showsDrafts, showsAttention, words, find };
    },
  );
  return ({ grouping, facets, showsDrafts, showsAttention, words }) =>
    make(grouping, facets, showsDrafts, showsAttention, words.join('\n'));
}
