import type { Entry } from './entry';
import { placeIn, type Compare } from './sorted';
import type { Row } from './view';

/** An article's row on a shelf. */
export interface Line {
  readonly entry: Entry;
  readonly row: Row;
}

/** Articles of one source, tag or month. */
export interface Shelf {
  readonly key: string;
  readonly name: string;
  readonly depth: number;
  readonly parent: Shelf | null;
  readonly below: Level;
  /** Its own: those of the shelves below it are theirs. */
  readonly own: Set<Entry>;
  /** Its own and those below, shown or not. */
  total: number;
  /** Those that are shown. */
  count: number;
  /** Those that are shown and have repairs due. */
  due: number;
  /** Its own, sorted; null while nobody looks. */
  lines: Line[] | null;
  /** As it was last shown: as long as it shows the same, it is the same object. */
  row: ShelfRow | null;
}

type ShelfRow = Extract<Row, { kind: 'shelf' }>;

/** The row of a shelf as it is now. */
export function rowOf(shelf: Shelf, open: boolean): Row {
  const { key, name, depth, count, due, row } = shelf;
  if (row && row.open === open && row.count === count && row.due === due) return row;
  return (shelf.row = { kind: 'shelf', key, name, depth, count, due, open });
}

/** Shelves side by side. They are sorted when first looked at, and stay so. */
export class Level {
  readonly #byName = new Map<string, Shelf>();
  readonly #compare: Compare<Shelf>;
  #sorted: Shelf[] | null = null;

  constructor(compare: Compare<Shelf>) {
    this.#compare = compare;
  }

  get sorted(): readonly Shelf[] {
    return (this.#sorted ??= [...this.#byName.values()].sort(this.#compare));
  }

  at(name: string): Shelf | undefined {
    return this.#byName.get(name);
  }

  /** The shelf of this name, made where there is none. */
  make(grouping: string, name: string, parent: Shelf | null): Shelf {
    const known = this.#byName.get(name);
    if (known) return known;
    const shelf: Shelf = {
      ...{ key: `${grouping}:${name}`, name, parent, depth: parent ? parent.depth + 1 : 0 },
      ...{ below: new Level(this.#compare), own: new Set(), lines: null, row: null },
      ...{ total: 0, count: 0, due: 0 },
    };
    this.#byName.set(name, shelf);
    this.#sorted?.splice(placeIn(this.#sorted, shelf, this.#compare), 0, shelf);
    return shelf;
  }

  drop(shelf: Shelf): void {
    this.#byName.delete(shelf.name);
    this.#sorted?.splice(placeIn(this.#sorted, shelf, this.#compare), 1);
  }
}
