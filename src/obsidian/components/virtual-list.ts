import { addLabel } from './label';
import { onResize } from './on-resize';

/** A row of a list, and what it is known by. */
export interface ListRow {
  readonly key: string;
}

/** A row that knows how high it is, in pixels. */
export interface MeasuredRow extends ListRow {
  readonly height: number;
}

/** The place of a row among those that belong together, from 1, and how many these are. */
export type PlaceAt = (index: number) => readonly [position: number, size: number];

/** What a list is to those who hear it, how high its rows are in pixels, and how they are drawn. */
export interface RowListOptions<Row> {
  readonly label: string;
  /** A list where nothing is said. */
  readonly role?: 'tree';
  readonly height: (row: Row) => number;
  readonly draw: (row: Row, el: HTMLElement) => void;
  /** Whether two row objects look the same; only the same object without it. */
  readonly isSame?: (before: Row, row: Row) => boolean;
  /** Changes a drawn row where it differs from the one before it, which costs less than drawing it anew; false where it can't. */
  readonly redraw?: (row: Row, before: Row, el: HTMLElement) => boolean;
  /** Where rows stand: only those in sight are in the page, so that nobody could count them there. All together where nothing is said. */
  readonly places?: (rows: readonly Row[]) => PlaceAt;
}

/** Rows have ids, by which a list can name its active one. */
let made = 0;

/** So much is drawn above and below what is seen, in pixels. */
const BEYOND = 200;
/** What is taken to be seen where the page does not tell. */
const LEAST_SEEN = 500;

/** A row in the page, as it stands there. */
interface Drawn<Row> {
  readonly el: HTMLElement;
  row: Row | null;
  top: number;
  position: number;
  size: number;
}

/** A list of any length that draws only the rows in sight. A row is drawn again when another object takes its place, unless `isSame`. */
export class RowList<Row extends ListRow> {
  readonly el: HTMLElement;
  /** What holds all rows, and is the list to those who hear it. */
  readonly all: HTMLElement;
  readonly #options: RowListOptions<Row>;
  readonly #drawn = new Map<string, Drawn<Row>>();
  #rows: readonly Row[] = [];
  #placeAt: PlaceAt = () => [0, 0];
  #scrollTop = 0;
  /** Where each row begins, and at last where the list ends. */
  #tops: readonly number[] = [0];

  constructor(parent: HTMLElement, options: RowListOptions<Row>) {
    this.#options = options;
    const { role = 'list', label } = options;
    this.el = parent.createDiv({ cls: 'omnivore-rescue-rows' });
    this.all = this.el.createDiv({ cls: 'omnivore-rescue-rows-all', attr: { role } });
    addLabel(this.el, this.all, label);
    this.el.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    // An element that goes to another window begins there at the top.
    this.el.onWindowMigrated(() => {
      this.el.scrollTop = this.#scrollTop;
      this.show();
    });
    onResize(this.el, () => this.show());
  }

  /** Puts other rows in the place of those there are; what is in sight stays where it is. */
  setRows(rows: readonly Row[]): void {
    this.#rows = rows;
    this.#placeAt = this.#options.places?.(rows) ?? ((index) => [index + 1, rows.length]);
    const tops: number[] = [];
    let end = 0;
    for (const row of rows) {
      tops.push(end);
      end += this.#options.height(row);
    }
    tops.push(end);
    this.#tops = tops;
    this.all.style.height = `${end}px`;
    this.show();
  }

  /** Scrolls as little as brings a row into sight. */
  reveal(index: number): void {
    const [top = 0, end = 0] = this.#tops.slice(index, index + 2);
    const { scrollTop, clientHeight } = this.el;
    if (top < scrollTop) this.el.scrollTop = top;
    else if (end > scrollTop + clientHeight) this.el.scrollTop = end - clientHeight;
    this.show();
  }

  /** Draws all rows in sight again, whatever they showed. */
  redraw(): void {
    for (const drawn of this.#drawn.values()) drawn.row = null;
    this.show();
  }

  /** Calls a function for each row that is drawn now. */
  forEachDrawn(act: (key: string, el: HTMLElement) => void): void {
    for (const [key, { el }] of this.#drawn) act(key, el);
  }

  /** The element of a row; null while it is out of sight. */
  elementOf(key: string): HTMLElement | null {
    return this.#drawn.get(key)?.el ?? null;
  }

  /** The row that an element lies in; null outside of all rows. */
  rowOf(target: EventTarget | null): Row | null {
    // Not `instanceof`: each window has classes of its own.
    const el = (target as Element | null)?.closest?.('.omnivore-rescue-row') ?? null;
    for (const drawn of this.#drawn.values()) if (drawn.el === el) return drawn.row;
    return null;
  }

  #onScroll(): void {
    this.#scrollTop = this.el.scrollTop;
    this.show();
  }

  /** Draws what is in sight now. */
  show(): void {
    const from = this.el.scrollTop - BEYOND;
    const to = this.el.scrollTop + Math.max(this.el.clientHeight, LEAST_SEEN) + BEYOND;
    const wanted = new Map<string, number>();
    for (let i = this.#rowAt(from); i < this.#rows.length && (this.#tops[i] ?? 0) < to; i++) {
      wanted.set(this.#rows[i]?.key ?? '', i);
    }
    this.#removeOthers(wanted);
    let next = this.all.firstChild;
    for (const index of wanted.values()) {
      const el = this.#drawRow(this.#rows[index] as Row, index);
      if (el === next) next = el.nextSibling;
      else this.all.insertBefore(el, next);
    }
  }

  /** The one with the keyboard stays: it would lose it. */
  #removeOthers(wanted: ReadonlyMap<string, number>): void {
    const known = new Set(this.#rows.length > 0 ? this.#keysWithFocus() : []);
    for (const [key, { el }] of this.#drawn) {
      if (wanted.has(key) || known.has(key)) continue;
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

  /** What stands as it should is not touched: asking the page costs more than remembering. */
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

  #place(drawn: Drawn<Row>, index: number): void {
    const { el } = drawn;
    const top = this.#tops[index] ?? 0;
    const [position, size] = this.#placeAt(index);
    if (top !== drawn.top) el.style.top = `${top}px`;
    if (position !== drawn.position) el.setAttribute('aria-posinset', String(position));
    if (size !== drawn.size) el.setAttribute('aria-setsize', String(size));
    Object.assign(drawn, { top, position, size });
  }

  #newRow(key: string): Drawn<Row> {
    const role = this.#options.role === 'tree' ? 'treeitem' : 'listitem';
    const attr = { role, id: `omnivore-rescue-${made++}` };
    const el = createDiv({ cls: 'omnivore-rescue-row', attr });
    const drawn = { el, row: null, top: -1, position: 0, size: 0 };
    this.#drawn.set(key, drawn);
    return drawn;
  }

  /** The row that holds a height, by halving. */
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
