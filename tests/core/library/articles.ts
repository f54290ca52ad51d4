import type { IndexedArticle } from '../../../src/core/library/indexed-article';
import { Library } from '../../../src/core/library/library';
import type { ListedArticle } from '../../../src/core/library/listed-article';
import { contentsDeriver, type PanelContents } from '../../../src/core/library/derive-contents';
import { NO_FILTER, type PanelView } from '../../../src/core/library/view';

/** An article with only its path and the given values. */
export function listed(path: string, some: Partial<ListedArticle> = {}): ListedArticle {
  return {
    ...{
      key: path,
      path,
      id: null,
      line: null,
      title: path,
      author: null,
      url: null,
      source: null,
    },
    ...{ tags: [], saved: null, published: null, draft: null, state: null, pendingRepairs: 0 },
    ...{ highlights: 0, minutes: null, attention: [], ignored: [], unresolved: 0 },
    ...some,
  };
}

/** A library of such articles, each in a note of its own. */
export function libraryOf(articles: Readonly<Record<string, Partial<ListedArticle>>>): Library {
  const library = new Library();
  for (const [path, some] of Object.entries(articles)) library.put(path, [listed(path, some)]);
  return library;
}

/** A view by source, the newest article first, all groups collapsed, except for the given values. */
export function viewOf(some: Partial<PanelView> = {}): PanelView {
  return {
    ...{ grouping: 'source', articleOrder: 'saved', descending: true, groupOrder: 'name' },
    ...{ filter: NO_FILTER, expanded: [], collapsed: [], expandBelow: 0, collapsedResults: [] },
    ...some,
  };
}

/** What a panel that has shown nothing yet shows. */
export function contentsOf(
  library: Library,
  some: Partial<PanelView> = {},
  language = 'en',
): PanelContents {
  return contentsDeriver()(library.articles, viewOf(some), language, library.clippings);
}

/** The rows as a user sees them: indented by depth; groups with their counts. */
export function rowsIn({ rows }: Pick<PanelContents, 'rows'>): readonly string[] {
  return rows.map((row) => {
    const indent = '  '.repeat(row.depth);
    if (row.kind === 'article') return indent + row.article.title;
    return `${indent}${row.expanded ? '-' : '+'} ${row.name || '(none)'} ${row.count}`;
  });
}

/** The rows of a library in a view. */
export function shown(
  library: Library,
  some: Partial<PanelView> = {},
  language = 'en',
): readonly string[] {
  return rowsIn(contentsOf(library, some, language));
}

/** The indexed article of a note. */
export function articleAt(library: Library, path: string): IndexedArticle {
  const found = library.articles.find(({ article }) => article.path === path);
  if (!found) throw new Error(`There is no article at ${path}`);
  return found;
}
