/** A row of a list: what it is known by, and how high it is in pixels. */
export interface ListRow {
  readonly key: string;
  readonly height: number;
}

/** So much is drawn above and below what is seen, in pixels. */
const BEYOND = 200;
/** What is taken to be seen where the page does not tell. */
const LEAST_SEEN = 500;

interface Drawn<Row> {
  readonly row: Row;
  readonly el: HTMLElement;
}

/** A list of any length that draws only the rows in sight. A row is drawn again when another object stands in its place. */
export class RowList<Row extends ListRow> {
  readonly el: HTMLElement;
  readonly #sizer: HTMLElement;
  readonly #draw: (row: Row, el: HTMLElement) => void;
  readonly #drawn = new Map<string, Drawn<Row>>();
  #rows: readonly Row[] = [];
  /** Where each row begins, and at last where the list ends. */
  #tops: readonly number[] = [0];

  constructor(parent: HTMLElement, label: string, draw: (row: Row, el: HTMLElement) => void) {
    this.#draw = draw;
    this.el = parent.createDiv({ cls: 'omnivore-rescue-rows' });
    const attr = { role: 'list', 'aria-label': label };
    this.#sizer = this.el.createDiv({ cls: 'omnivore-rescue-rows-all', attr });
    this.el.addEventListener('scroll', () => this.show(), { passive: true });
    if (typeof ResizeObserver !== 'undefined')
      new ResizeObserver(() => this.show()).observe(this.el);
  }

  /** Puts other rows in the place of those there are; what is in sight stays where it is. */
  setRows(rows: readonly Row[]): void {
    this.#rows = rows;
    const tops: number[] = [];
    let end = 0;
    for (const { height } of rows) {
      tops.push(end);
      end += height;
    }
    this.#tops = [...tops, end];
    this.#sizer.style.height = `${end}px`;
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
    let next = this.#sizer.firstChild;
    for (const index of wanted.values()) {
      const el = this.#drawRow(this.#rows[index] as Row, index);
      if (el === next) next = el.nextSibling;
      else this.#sizer.insertBefore(el, next);
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
    const focused = this.#sizer.ownerDocument.activeElement;
    if (!focused || !this.#sizer.contains(focused)) return [];
    const keys = new Set(this.#rows.map(({ key }) => key));
    return [...this.#drawn].flatMap(([key, { el }]) =>
      el.contains(focused) && keys.has(key) ? [key] : [],
    );
  }

  #drawRow(row: Row, index: number): HTMLElement {
    const before = this.#drawn.get(row.key);
    const el = before?.el ?? createDiv({ cls: 'omnivore-rescue-row', attr: { role: 'listitem' } });
    el.style.top = `${this.#tops[index] ?? 0}px`;
    if (before?.row === row) return el;
    const part = partWithFocus(el);
    el.style.height = `${row.height}px`;
    el.replaceChildren();
    this.#draw(row, el);
    if (part) el.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus();
    this.#drawn.set(row.key, { row, el });
    return el;
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
  return focused instanceof HTMLElement && el.contains(focused)
    ? (focused.dataset.part ?? null)
    : null;
}
