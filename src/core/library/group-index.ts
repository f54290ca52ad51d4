import { groupNamesOf, withParents, type IndexedArticle } from './indexed-article';
import type { Grouping } from './view';

/** Articles of one source, tag, month or year. */
export interface Group {
  readonly key: string;
  readonly name: string;
  readonly depth: number;
  /** The group that it is nested in; null for a top-level group. */
  readonly parent: Group | null;
  /** Groups of nested tags, or of a year's months, unsorted. */
  readonly children: readonly Group[];
  /** Its own articles, newest first. */
  readonly articles: readonly IndexedArticle[];
  /** Its own articles and those of nested groups, each once, newest first. */
  readonly members: readonly IndexedArticle[];
}

interface GroupBuilder extends Group {
  readonly parent: GroupBuilder | null;
  readonly children: Group[];
  readonly articles: IndexedArticle[];
  readonly members: IndexedArticle[];
}

/** All articles by one grouping. */
export interface GroupIndex {
  readonly grouping: Grouping;
  readonly byName: ReadonlyMap<string, Group>;
  /** The top-level groups, unsorted. */
  readonly top: readonly Group[];
}

/** Groups articles, which must be sorted newest first. */
export function indexGroups(articles: readonly IndexedArticle[], grouping: Grouping): GroupIndex {
  const byName = new Map<string, GroupBuilder>();
  const top: Group[] = [];
  const groupOf = (name: string): GroupBuilder => {
    const existing = byName.get(name);
    if (existing) return existing;
    const parentName = withParents(name, grouping).at(-2);
    const parent = parentName === undefined ? null : groupOf(parentName);
    const depth = parent ? parent.depth + 1 : 0;
    const key = `${grouping}:${name}`;
    const group = { key, name, depth, parent, children: [], articles: [], members: [] };
    byName.set(name, group);
    (parent?.children ?? top).push(group);
    return group;
  };
  for (const article of articles) {
    for (const name of groupNamesOf(article, grouping)) {
      const group = groupOf(name);
      group.articles.push(article);
      addMember(group, article);
      for (let { parent } = group; parent; { parent } = parent) addMember(parent, article);
    }
  }
  return { grouping, byName, top };
}

/** Adds an article once, even if several of its tags have the same parent. Needs articles one after the other. */
function addMember({ members }: GroupBuilder, article: IndexedArticle): void {
  if (members.at(-1) !== article) members.push(article);
}

/** Returns the keys of the groups that must be expanded to show an article, the outermost first. */
export function groupKeysTo(article: IndexedArticle, grouping: Grouping): readonly string[] {
  const [name] = groupNamesOf(article, grouping);
  if (name === undefined) return [];
  return withParents(name, grouping).map((one) => `${grouping}:${one}`);
}
