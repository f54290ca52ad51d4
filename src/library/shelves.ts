import type { Entry } from './entry';
import { Level, type Shelf } from './shelf';
import { compareText, type Compare } from './sorted';
import type { Grouping } from './view';

/** All articles on the shelves of one grouping. */
export class Shelves {
  readonly grouping: Grouping;
  readonly top: Level;

  constructor(grouping: Grouping, byName: Compare<string>) {
    this.grouping = grouping;
    this.top = new Level(
      grouping === 'month'
        ? (a, b) => compareText(b.name, a.name)
        : (a, b) => namelessLast(a, b) || byName(a.name, b.name) || compareText(a.name, b.name),
    );
  }

  add(entry: Entry): void {
    const places = this.#placesOf(entry);
    const [place] = places;
    const counting = places.length === 1 && place && !place.parent ? [place] : withParents(places);
    for (const shelf of places) shelf.own.add(entry);
    for (const shelf of counting) shelf.total++;
    entry.shelves = counting;
    if (entry.shown) this.count(entry, 1);
  }

  remove(entry: Entry): void {
    if (entry.shown) this.count(entry, -1);
    for (const shelf of entry.shelves) {
      shelf.own.delete(entry);
      if (--shelf.total === 0) (shelf.parent?.below ?? this.top).drop(shelf);
    }
    entry.shelves = [];
  }

  /** Counts an article that is shown from now on, or no more. */
  count({ article, shelves }: Entry, by: 1 | -1): void {
    for (const shelf of shelves) {
      shelf.count += by;
      if (article.due > 0) shelf.due += by;
    }
  }

  #placesOf(entry: Entry): readonly Shelf[] {
    const { source, tags } = entry.article;
    if (this.grouping === 'month') return [this.#make(entry.month.name)];
    if (this.grouping === 'source') return [this.#make(source ?? '')];
    const places = tags.map((tag) => this.#nested(tag)).filter((shelf) => shelf !== null);
    return places.length === 0 ? [this.#make('')] : places;
  }

  #make(name: string): Shelf {
    return this.top.make(this.grouping, name, null);
  }

  /** `a//b/` is `a/b`; null where nothing is left. */
  #nested(tag: string): Shelf | null {
    if (!tag.includes('/')) return tag === '' ? null : this.#make(tag);
    let shelf: Shelf | null = null;
    for (const part of tag.split('/')) {
      if (part === '') continue;
      shelf = shelf
        ? shelf.below.make(this.grouping, `${shelf.name}/${part}`, shelf)
        : this.#make(part);
    }
    return shelf;
  }
}

function namelessLast(a: Shelf, b: Shelf): number {
  return Number(a.name === '') - Number(b.name === '');
}

/** Each once, however many of its shelves an article stands on. */
function withParents(places: readonly Shelf[]): readonly Shelf[] {
  const all = new Set<Shelf>();
  for (const place of places) {
    for (let shelf: Shelf | null = place; shelf; shelf = shelf.parent) all.add(shelf);
  }
  return [...all];
}
