import type { Group, GroupIndex } from './group-index';
import { groupNamesOf, type IndexedArticle } from './indexed-article';
import type { Matches } from './match-articles';

/** What is shown of a group. */
export interface GroupContents {
  readonly group: Group;
  /** How many of its articles are shown, including those of nested groups. */
  readonly count: number;
  /** When the newest article shown was saved; empty if unknown. */
  readonly newest: string;
  /** Its own articles that are shown, newest first. */
  readonly own: readonly IndexedArticle[];
}

interface OpenContents extends GroupContents {
  count: number;
  readonly own: IndexedArticle[];
  /** The last article that was counted. */
  last: IndexedArticle;
}

/**
 * Returns a function that returns what is shown of a group: one item, or none if no article of the group
 * matches. Takes as long as there are matches, however many articles there are.
 */
export function contentsOfGroups(
  { grouping, byName }: GroupIndex,
  matches: Matches,
): (group: Group) => readonly GroupContents[] {
  if (!matches) {
    return (group) => {
      const { members, articles: own } = group;
      const [first] = members;
      return first
        ? [{ group, count: members.length, newest: first.article.saved ?? '', own }]
        : [];
    };
  }
  const contents = new Map<Group, OpenContents>();
  const count = (group: Group, article: IndexedArticle): OpenContents => {
    const known = contents.get(group);
    if (!known) {
      const newest = article.article.saved ?? '';
      const started = { group, count: 1, newest, own: [], last: article };
      contents.set(group, started);
      return started;
    }
    if (known.last !== article) known.count++;
    known.last = article;
    return known;
  };
  for (const article of matches.articles) {
    for (const name of groupNamesOf(article, grouping)) {
      const group = byName.get(name);
      if (!group) continue;
      count(group, article).own.push(article);
      for (let { parent } = group; parent; { parent } = parent) count(parent, article);
    }
  }
  return (group) => {
    const shown = contents.get(group);
    return shown ? [shown] : [];
  };
}
