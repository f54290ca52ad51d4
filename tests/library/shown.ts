/** What the panel would show of a library, as a person reads it. */
import { Library } from '../../src/library/library';
import type { Listed } from '../../src/library/listed';
import { panelRows, type Shown } from '../../src/library/rows';
import type { Filter, PanelView } from '../../src/library/view';

/** An article of a note of its own; what is not said is not known. */
export function listed(path: string, some: Partial<Listed> = {}): Listed {
  const none = { author: null, url: null, source: null, saved: null, published: null };
  const title = path.replace(/^.*\//, '').replace(/\.md$/, '');
  return { key: path, path, title, tags: [], draft: null, state: null, due: 0, ...none, ...some };
}

/** A library of these articles, those of one path in one note. */
export function libraryOf(articles: readonly Listed[]): Library {
  const library = new Library();
  for (const { path } of articles) {
    library.put(
      path,
      articles.filter((article) => article.path === path),
    );
  }
  return library;
}

/** How the panel looks at a library. */
export interface Look {
  readonly view?: Partial<Omit<PanelView, 'filter'>>;
  readonly filter?: Partial<Filter>;
  readonly language?: string;
}

const FILTER: Filter = { text: '', drafts: false, due: false, states: [], month: null };

export function look(library: Library, { view, filter, language = 'en' }: Look = {}): Shown {
  const first = { grouping: 'source', sorting: 'saved', descending: true, open: [] } as const;
  return panelRows(library, { ...first, ...view, filter: { ...FILTER, ...filter } }, language);
}

/** A line a row, as far in as it lies deep: a shelf with its counts (`!` before those with repairs due), an article's title. */
export function lines(library: Library, how: Look = {}): readonly string[] {
  return look(library, how).rows.map((row) => {
    const indent = '  '.repeat(row.depth);
    if (row.kind === 'article') return `${indent}${row.article.title}`;
    const due = row.due > 0 ? ` !${row.due}` : '';
    return `${indent}${row.open ? '▾' : '▸'} ${row.name || '(none)'} ${row.count}${due}`;
  });
}
