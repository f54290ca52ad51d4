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
      ...{ below: new Level(this.#compare), own: new Set(), lines: null },
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
