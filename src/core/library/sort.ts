import type { GroupContents } from './group-contents';
import type { IndexedArticle } from './indexed-article';
import type { GroupOrder, PanelView } from './view';

/** Returns a negative number if the first argument comes first. */
export type Compare<T> = (a: T, b: T) => number;

/** Compares names in a language (a BCP 47 tag). Numbers are compared by value. */
export function compareNamesIn(language: string): Compare<string> {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return (a, b) => compare(a, b) || compareCodeUnits(a, b);
}

/**
 * Creates a function that ranks names. Comparing by language is slow and names rarely change, so the last
 * ranking is used again while it contains all names.
 */
export function nameRanker(): (
  names: Iterable<string>,
  compareNames: Compare<string>,
) => ReadonlyMap<string, number> {
  let ranks = new Map<string, number>();
  let rankedBy: Compare<string> | null = null;
  return (names, compareNames) => {
    const all = [...names];
    if (compareNames === rankedBy && all.every((name) => ranks.has(name))) return ranks;
    all.sort(compareNames);
    ranks = new Map(all.map((name, rank) => [name, rank]));
    rankedBy = compareNames;
    return ranks;
  };
}

/**
 * Sorts a group's articles, which must be sorted newest first. Articles without the date come last in both
 * directions.
 */
export function sortArticles(
  articles: readonly IndexedArticle[],
  { articleOrder, descending }: Pick<PanelView, 'articleOrder' | 'descending'>,
  compareNames: Compare<string>,
): readonly IndexedArticle[] {
  if (articleOrder === 'saved' && descending) return articles;
  const direction = descending ? -1 : 1;
  const last = descending ? '' : '\uffff';
  return [...articles].sort(({ article: a }, { article: b }) => {
    const order =
      articleOrder === 'title'
        ? compareNames(a.title, b.title)
        : articleOrder === 'length'
          ? compareLengths(a.minutes, b.minutes, direction)
          : compareCodeUnits(a[articleOrder] ?? last, b[articleOrder] ?? last);
    return order * direction || compareNames(a.title, b.title) || compareCodeUnits(a.key, b.key);
  });
}

/** Articles without a reading time come last in both directions. */
function compareLengths(a: number | null, b: number | null, direction: number): number {
  const last = direction * Infinity;
  return (a ?? last) === (b ?? last) ? 0 : (a ?? last) - (b ?? last);
}

/** Compares the groups of one level. The group without a name always comes last. */
export function compareGroups(
  order: GroupOrder,
  compareNames: Compare<string>,
): Compare<GroupContents> {
  const direction = order === 'name-reversed' ? -1 : 1;
  return (a, b) => {
    const nameless = Number(a.group.name === '') - Number(b.group.name === '');
    if (nameless !== 0) return nameless;
    if (order === 'count' && a.count !== b.count) return b.count - a.count;
    if (order === 'newest' && a.newest !== b.newest) return compareCodeUnits(b.newest, a.newest);
    return compareNames(a.group.name, b.group.name) * direction;
  };
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
