import type { Library } from './library';
import { rowOf, type Level, type Shelf } from './shelf';
import type { PanelView, Row } from './view';

/** What the panel shows. */
export interface Shown {
  readonly rows: readonly Row[];
  /** How many articles meet the filter, each counted once. */
  readonly articles: number;
  /** How many sources they come from, and how many of them are drafts. */
  readonly sources: number;
  readonly drafts: number;
  /** How many notes among them have repairs due. */
  readonly due: number;
}

/** The rows of the panel, by what is open and asked for; names sorted as the language (a BCP 47 tag) sorts. */
export function panelRows(library: Library, view: PanelView, language: string): Shown {
  const { board } = library;
  board.ask(view.filter);
  const { top } = board.group(view.grouping, language);
  const keys = new Set(view.open);
  const open = new Set<Shelf>();
  findOpen(top, keys, open);
  board.sort(view, open);
  const rows: Row[] = [];
  addRows(top, open, rows);
  const { articles, sources, drafts, due } = board;
  return { rows, articles, sources, drafts, due };
}

function findOpen(level: Level, keys: ReadonlySet<string>, open: Set<Shelf>): void {
  for (const shelf of level.sorted) {
    if (shelf.count === 0 || !keys.has(shelf.key)) continue;
    open.add(shelf);
    findOpen(shelf.below, keys, open);
  }
}

function addRows(level: Level, opened: ReadonlySet<Shelf>, rows: Row[]): void {
  for (const shelf of level.sorted) {
    if (shelf.count === 0) continue;
    const open = opened.has(shelf);
    rows.push(rowOf(shelf, open));
    if (!open) continue;
    addRows(shelf.below, opened, rows);
    for (const { entry, row } of shelf.lines ?? []) if (entry.shown) rows.push(row);
  }
}
