import type { ListedArticle } from '../../core/library/listed-article';
import type { PanelRow } from '../../core/library/view';

/** The selected article rows, by their keys. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  /** The key of the row where a range starts; null if nothing was selected yet. */
  readonly anchor: string | null;
}

/** The empty selection. */
export const NO_SELECTION: Selection = { keys: new Set(), anchor: null };

/** Selects a row, or deselects it if it is selected. */
export function toggleRow({ keys }: Selection, key: string): Selection {
  const changed = new Set(keys);
  if (!changed.delete(key)) changed.add(key);
  return { keys: changed, anchor: key };
}

/** Selects all articles from the anchor to a row. The anchor does not change. */
export function extendTo(
  { anchor }: Selection,
  rows: readonly PanelRow[],
  from: number,
  to: number,
): Selection {
  const anchorIndex = anchor === null ? -1 : rows.findIndex(({ key }) => key === anchor);
  const start = anchorIndex < 0 ? Math.max(from, 0) : anchorIndex;
  const range = rows.slice(Math.min(start, to), Math.max(start, to) + 1);
  return { keys: articleKeys(range), anchor: rows[start]?.key ?? null };
}

/**
 * Selects all articles in the group of a row; in a flat list, all articles. If the row is a group, selects
 * its articles.
 */
export function selectGroup(rows: readonly PanelRow[], at: number): Selection {
  const row = rows[at];
  if (!row) return NO_SELECTION;
  const depth = row.kind === 'group' ? row.depth + 1 : row.depth;
  const isInside = (one: PanelRow | undefined): boolean => one !== undefined && one.depth >= depth;
  let [from, to] = [row.kind === 'group' ? at + 1 : at, at];
  while (from > 0 && row.kind === 'article' && isInside(rows[from - 1])) from--;
  while (isInside(rows[to + 1])) to++;
  return { keys: articleKeys(rows.slice(from, to + 1)), anchor: row.key };
}

/**
 * Removes rows from the selection that are not listed any more: deleted, renamed, filtered out, or in a
 * collapsed group.
 */
export function withinRows(selection: Selection, rows: readonly PanelRow[]): Selection {
  if (selection.keys.size === 0) return selection;
  const present = new Set<string>();
  for (const { key } of rows) if (selection.keys.has(key)) present.add(key);
  return present.size === selection.keys.size ? selection : { ...selection, keys: present };
}

/**
 * Returns the selected articles in the order of their rows, each once. An article has a row for each of its
 * tags.
 */
export function selectedArticles(
  { keys }: Selection,
  rows: readonly PanelRow[],
): readonly ListedArticle[] {
  if (keys.size === 0) return [];
  const articles = new Map<string, ListedArticle>();
  for (const row of rows) {
    if (row.kind === 'article' && keys.has(row.key)) articles.set(row.article.key, row.article);
  }
  return [...articles.values()];
}

function articleKeys(rows: readonly PanelRow[]): ReadonlySet<string> {
  return new Set(rows.filter(({ kind }) => kind === 'article').map(({ key }) => key));
}
