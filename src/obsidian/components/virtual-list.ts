import { addLabel } from './label';
import { onResize } from './on-resize';

/** A row of a list, with a unique key. */
export interface ListRow {
  readonly key: string;
}

/** A row with its height, in pixels. */
export interface MeasuredRow extends ListRow {
  readonly height: number;
}

/** Returns the position of a row in its group, from 1, and the size of the group. */
export type PositionAt = (index: number) => readonly [position: number, size: number];

/** The label of a list for screen readers, and functions that draw its rows. Heights are in pixels. */
export interface RowListOptions<Row> {
  readonly label: string;
  /** `list` by default. */
  readonly role?: 'tree';
  readonly height: (row: Row) => number;
  readonly draw: (row: Row, el: HTMLElement) => void;
  /** Returns whether two row objects look the same. By default, only the same object does. */
  readonly isSame?: (before: Row, row: Row) => boolean;
  /** Updates a drawn row, which is cheaper than drawing it again. Returns false if it can't. */
  readonly redraw?: (row: Row, before: Row, el: HTMLElement) => boolean;
  /**
   * Returns the positions of rows for screen readers, which can't count them because only the visible rows
   * are in the page. By default, all rows are one group.
   */
  readonly positions?: (rows: readonly Row[]) => PositionAt;
  /** Whether the first visible row stays where it is if rows above it change. */
  readonly keepsPlace?: boolean;
}

/** Number of rows with an ID. A list refers to its active row by its ID. */
let rowCount = 0;

/** How much is drawn above and below the visible part, in pixels. */
const OVERSCAN_PX = 200;
/** The height that is drawn if the page does not know its size, in pixels. */
const MIN_VISIBLE_PX = 500;

/** A row in the page, with the values set on its element. */
interface DrawnRow<Row> {
  readonly el: HTMLElement;
  row: Row | null;
  top: number;
  position: number;
  size: number;
}

/**
 * A list of any length that draws only the visible rows. A row is drawn again if its object changes, unless
 * `isSame` returns true.
 */
export class RowList<Row extends ListRow> {
  readonly el: HTMLElement;
  /** The element that contains all rows. For screen readers, it is the list. */
  readonly all: HTMLElement;
  readonly #options: RowListOptions<Row>;
  readonly #drawn = new Map<string, DrawnRow<Row>>();
  #rows: readonly Row[] = [];
  #positionAt: PositionAt = () => [0, 0];
  #scrollTop = 0;
  /** The top of each row, and finally the end of the list, in pixels. */
  #tops: readonly number[] = [0];

  constructor(parent: HTMLElement, options: RowListOptions<Row>) {
    this.#options = options;
    const { role = 'list', label } = options;
    this.el = parent.createDiv({ cls: 'omnivore-rescue-rows' });
    this.all = this.el.createDiv({ cls: 'omnivore-rescue-rows-all', attr: { role } });
    addLabel(this.el, this.all, label);
    this.el.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    // An element that moves to another window loses its scroll position.
    this.el.onWindowMigrated(() => {
      this.el.scrollTop = this.#scrollTop;
      this.show();
    });
    onResize(this.el, () => this.show());
  }

  /** Replaces the rows. The scroll position stays, unless the list keeps its place. */
  setRows(rows: readonly Row[]): void {
    const first =
      this.#options.keepsPlace && this.#scrollTop > 0 ? this.#rowAt(this.#scrollTop) : 0;
    const { key } = this.#rows[first] ?? { key: '' };
    const below = this.#scrollTop - (this.#tops[first] ?? 0);
    this.#rows = rows;
    this.#positionAt = this.#options.positions?.(rows) ?? ((index) => [index + 1, rows.length]);
    const tops: number[] = [];
    let end = 0;
    for (const row of rows) {
      tops.push(end);
      end += this.#options.height(row);
    }
    tops.push(end);
    this.#tops = tops;
    this.all.style.height = `${end}px`;
    if (first > 0) this.#scrollTo(key, below);
    this.show();
  }

  #scrollTo(key: string, below: number): void {
    const index = this.#rows.findIndex((row) => row.key === key);
    if (index >= 0) this.el.scrollTop = this.#scrollTop = (this.#tops[index] ?? 0) + below;
  }

  /** Scrolls as little as possible to make a row visible. */
  reveal(index: number): void {
    const [top = 0, end = 0] = this.#tops.slice(index, index + 2);
    const { scrollTop, clientHeight } = this.el;
    if (top < scrollTop) this.el.scrollTop = top;
    else if (end > scrollTop + clientHeight) this.el.scrollTop = end - clientHeight;
    this.show();
  }

  /** Makes the next `setRows` or `show` draw all rows again. */
  forgetRows(): void {
    for (const drawn of this.#drawn.values()) drawn.row = null;
  }

  /** Calls a function for each row that is drawn now. */
  forEachDrawn(act: (key: string, el: HTMLElement) => void): void {
    for (const [key, { el }] of this.#drawn) act(key, el);
  }

  /** Returns the element of a row, or null while it is not drawn. */
  elementOf(key: string): HTMLElement | null {
    return this.#drawn.get(key)?.el ?? null;
  }

  /** Returns the row that contains an element, or null. */
  rowOf(target: EventTarget | null): Row | null {
    // `instanceof` would not do: each window has its own classes.
    const el = (target as Element | null)?.closest?.('.omnivore-rescue-row') ?? null;
    for (const drawn of this.#drawn.values()) if (drawn.el === el) return drawn.row;
    return null;
  }

  #onScroll(): void {
    this.#scrollTop = this.el.scrollTop;
    this.show();
  }

  /** Draws the rows that are visible now. */
  show(): void {
    const from = this.el.scrollTop - OVERSCAN_PX;
    const to = this.el.scrollTop + Math.max(this.el.clientHeight, MIN_VISIBLE_PX) + OVERSCAN_PX;
    const visible = new Map<string, number>();
    for (let i = this.#rowAt(from); i < this.#rows.length && (this.#tops[i] ?? 0) < to; i++) {
      visible.set(this.#rows[i]?.key ?? '', i);
    }
    this.#removeOthers(visible);
    let next = this.all.firstChild;
    for (const index of visible.values()) {
      const el = this.#drawRow(this.#rows[index] as Row, index);
      if (el === next) next = el.nextSibling;
      else this.all.insertBefore(el, next);
    }
  }

  /** Keeps the row with the keyboard focus, which would be lost otherwise. */
  #removeOthers(visible: ReadonlyMap<string, number>): void {
    const focusedKeys = new Set(this.#rows.length > 0 ? this.#keysWithFocus() : []);
    for (const [key, { el }] of this.#drawn) {
      if (visible.has(key) || focusedKeys.has(key)) continue;
      el.remove();
      this.#drawn.delete(key);
    }
  }

  #keysWithFocus(): readonly string[] {
    const focused = this.all.ownerDocument.activeElement;
    if (!focused || focused === this.all || !this.all.contains(focused)) return [];
    const keys = new Set(this.#rows.map(({ key }) => key));
    return [...this.#drawn].flatMap(([key, { el }]) =>
      el.contains(focused) && keys.has(key) ? [key] : [],
    );
  }

  /** Skips what is up to date. Comparing cached values is cheaper than asking the page. */
  #drawRow(row: Row, index: number): HTMLElement {
    const drawn = this.#drawn.get(row.key) ?? this.#newRow(row.key);
    const { el, row: before } = drawn;
    this.#place(drawn, index);
    drawn.row = row;
    if (before && (before === row || this.#options.isSame?.(before, row))) return el;
    if (before && this.#options.redraw?.(row, before, el)) return el;
    const part = partWithFocus(el);
    el.style.height = `${this.#options.height(row)}px`;
    el.replaceChildren();
    this.#options.draw(row, el);
    if (part) el.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus();
    return el;
  }

  #place(drawn: DrawnRow<Row>, index: number): void {
    const { el } = drawn;
    const top = this.#tops[index] ?? 0;
    const [position, size] = this.#positionAt(index);
    if (top !== drawn.top) el.style.top = `${top}px`;
    if (position !== drawn.position) el.setAttribute('aria-posinset', String(position));
    if (size !== drawn.size) el.setAttribute('aria-setsize', String(size));
    Object.assign(drawn, { top, position, size });
  }

  #newRow(key: string): DrawnRow<Row> {
    const role = this.#options.role === 'tree' ? 'treeitem' : 'listitem';
    const attr = { role, id: `omnivore-rescue-${rowCount++}` };
    const el = createDiv({ cls: 'omnivore-rescue-row', attr });
    const drawn = { el, row: null, top: -1, position: 0, size: 0 };
    this.#drawn.set(key, drawn);
    return drawn;
  }

  /** Returns the index of the row at a height, by binary search. */
  #rowAt(height: number): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tops[middle + 1] ?? Infinity) <= height) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function partWithFocus(el: HTMLElement): string | null {
  const focused = el.ownerDocument.activeElement;
  return focused && el.contains(focused) ? focused.getAttribute('data-part') : null;
}
