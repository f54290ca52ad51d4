import { Library } from '../../src/library/library';
import type { Listed } from '../../src/library/listed';
import { panelRows } from '../../src/library/rows';
import { NO_FILTER, type PanelView } from '../../src/library/view';

/** An article with nothing known but its path, and what is given. */
export function listed(path: string, some: Partial<Listed> = {}): Listed {
  return {
    ...{ key: path, path, title: path, author: null, url: null, source: null, tags: [] },
    ...{ saved: null, published: null, draft: null, state: null, due: 0 },
    ...some,
  };
}

/** A library of such articles, each in a note of its own. */
export function libraryOf(articles: Readonly<Record<string, Partial<Listed>>>): Library {
  const library = new Library();
  for (const [path, some] of Object.entries(articles)) library.put(path, [listed(path, some)]);
  return library;
}

/** A way to look at a library: by source, the newest first, all folded, but for what is given. */
export function viewOf(some: Partial<PanelView> = {}): PanelView {
  return {
    ...{ grouping: 'source', sorting: 'saved', descending: true, filter: NO_FILTER, open: [] },
    ...some,
  };
}

/** The rows as a user sees them: indented by depth, shelves with their counts, those of notes due for repair behind a star. */
export function shown(
  library: Library,
  some: Partial<PanelView> = {},
  language = 'en',
): readonly string[] {
  return panelRows(library, viewOf(some), language).rows.map((row) => {
    const indent = '  '.repeat(row.depth);
    if (row.kind === 'article') return indent + row.article.title;
    const due = row.due > 0 ? ` *${row.due}` : '';
    return `${indent}${row.open ? '-' : '+'} ${row.name || '(none)'} ${row.count}${due}`;
  });
}
