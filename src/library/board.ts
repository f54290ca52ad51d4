import { newEntry, questionOf, type Entry, type Question, type Tally } from './entry';
import type { Listed } from './listed';
import type { Line, Shelf } from './shelf';
import { Shelves } from './shelves';
import { compareText, placeIn, type Compare } from './sorted';
import type { Filter, Grouping, PanelView } from './view';

/** The notes of a library by path, each with its articles. */
export type Notes = ReadonlyMap<string, readonly Entry[]>;

/**
 * The articles as they were last looked at: which are shown, on which shelves, in what order. What was worked out for one look is
 * kept for the next, so that a key pressed or a note changed costs only what it changes.
 */
export class Board {
  /** By name; each counts those that meet the filter, but for the filter's month. */
  readonly #months = new Map<string, Tally>();
  #monthsInOrder: readonly Tally[] | null = null;
  /** By name; each counts those that are shown. */
  readonly #sourceTallies = new Map<string, Tally>();
  readonly #notes: Notes;
  #question: Question | null = null;
  #month: string | null = null;
  #articles = 0;
  #sources = 0;
  #drafts = 0;
  #due = 0;
  /** By the path of a note with repairs due; each counts its articles that are shown. */
  readonly #dueNotes = new Map<string, Tally>();
  #language: string | null = null;
  #byName: Compare<string> = compareText;
  #shelves: Shelves | null = null;
  #order = '';
  #compare: Compare<Line> = () => 0;
  #sorted = new Set<Shelf>();

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** Of all articles, those without a month first, then the oldest; each counts those that meet the filter, but for the filter's month. */
  get months(): readonly Tally[] {
    return (this.#monthsInOrder ??= [...this.#months.values()].sort((a, b) =>
      compareText(a.name, b.name),
    ));
  }

  /** How many articles are shown. */
  get articles(): number {
    return this.#articles;
  }

  /** How many sources they come from, as far as it is known. */
  get sources(): number {
    return this.#sources;
  }

  /** How many of them are drafts. */
  get drafts(): number {
    return this.#drafts;
  }

  /** How many notes are shown that have repairs due. */
  get due(): number {
    return this.#due;
  }

  /** Their paths. */
  get duePaths(): readonly string[] {
    return [...this.#dueNotes.values()].flatMap(({ name, count }) => (count > 0 ? [name] : []));
  }

  add(article: Listed): Entry {
    const month = tallied(this.#months, article.saved?.slice(0, 7) ?? '');
    if (month.total === 1) this.#monthsInOrder = null;
    const source = tallied(this.#sourceTallies, article.source ?? '');
    const note = article.due > 0 ? tallied(this.#dueNotes, article.path) : null;
    const entry = newEntry(article, { month, source, note });
    this.#shelves?.add(entry);
    for (const shelf of entry.shelves) {
      if (!shelf.lines || !shelf.own.has(entry)) continue;
      const line = newLine(shelf, entry);
      shelf.lines.splice(placeIn(shelf.lines, line, this.#compare), 0, line);
    }
    this.#mark(entry, this.#question?.isMetBy(entry) ?? false);
    return entry;
  }

  remove(entry: Entry): void {
    this.#mark(entry, false);
    untally(this.#months, entry.month);
    if (entry.month.total === 0) this.#monthsInOrder = null;
    untally(this.#sourceTallies, entry.source);
    if (entry.note) untally(this.#dueNotes, entry.note);
    for (const shelf of entry.shelves) {
      if (!shelf.lines || !shelf.own.has(entry)) continue;
      shelf.lines.splice(placeIn(shelf.lines, newLine(shelf, entry), this.#compare), 1);
    }
    this.#shelves?.remove(entry);
  }

  /** Looks for the articles that meet a filter; one letter more in the search looks only at those that met it before. */
  ask(filter: Filter): void {
    const before = this.#question;
    const { month } = filter;
    const question = questionOf(filter);
    const isOther = question.key !== before?.key;
    if (!isOther && month === this.#month) return;
    const narrows = before !== null && question.narrows(before);
    this.#question = question;
    this.#month = month;
    for (const entries of this.#notes.values()) {
      for (const entry of entries) {
        const isAsked = isOther && (entry.meets || !narrows);
        const meets = isAsked ? question.isMetBy(entry) : entry.meets;
        if (meets || entry.meets) this.#mark(entry, meets);
      }
    }
  }

  /** The shelves of a grouping, sorted by name as the language sorts. */
  group(grouping: Grouping, language: string): Shelves {
    if (language !== this.#language) {
      this.#byName = new Intl.Collator(language, { numeric: true }).compare;
      this.#language = language;
      this.#shelves = null;
      this.#order = '';
    }
    if (this.#shelves?.grouping === grouping) return this.#shelves;
    this.#sorted.clear();
    const shelves = new Shelves(grouping, this.#byName);
    for (const entries of this.#notes.values()) for (const entry of entries) shelves.add(entry);
    return (this.#shelves = shelves);
  }

  /** The shelves that were last looked at; null where they are of another grouping. */
  shelvesOf(grouping: Grouping): Shelves | null {
    return this.#shelves?.grouping === grouping ? this.#shelves : null;
  }

  /** Sorts the shelves that are open, and forgets the order of those that are not. */
  sort({ sorting, descending }: PanelView, open: ReadonlySet<Shelf>): void {
    const order = `${sorting} ${descending}`;
    const isOther = order !== this.#order;
    if (isOther) this.#compare = inOrder(sorting, descending ? -1 : 1, this.#byName);
    this.#order = order;
    for (const shelf of this.#sorted) if (isOther || !open.has(shelf)) shelf.lines = null;
    for (const shelf of open) {
      shelf.lines ??= [...shelf.own].map((entry) => newLine(shelf, entry)).sort(this.#compare);
    }
    this.#sorted = new Set(open);
  }

  #mark(entry: Entry, meets: boolean): void {
    const shown = meets && (this.#month === null || this.#month === entry.month.name);
    if (meets !== entry.meets) entry.month.count += meets ? 1 : -1;
    entry.meets = meets;
    if (shown === entry.shown) return;
    entry.shown = shown;
    const by = shown ? 1 : -1;
    this.#articles += by;
    this.#shelves?.count(entry, by);
    const { source, note, article } = entry;
    source.count += by;
    if (source.name !== '' && isFirst(source, shown)) this.#sources += by;
    if (article.draft === true) this.#drafts += by;
    if (!note) return;
    note.count += by;
    if (isFirst(note, shown)) this.#due += by;
  }
}

/** Whether it was the first to come, or the last to go. */
function isFirst({ count }: Tally, came: boolean): boolean {
  return count === (came ? 1 : 0);
}

function tallied(tallies: Map<string, Tally>, name: string): Tally {
  const known = tallies.get(name);
  if (known) {
    known.total++;
    return known;
  }
  const tally = { name, total: 1, count: 0 };
  tallies.set(name, tally);
  return tally;
}

function untally(tallies: Map<string, Tally>, tally: Tally): void {
  if (--tally.total === 0) tallies.delete(tally.name);
}

function newLine(shelf: Shelf, entry: Entry): Line {
  const { article } = entry;
  const key = `${shelf.key}\n${article.key}`;
  return { entry, row: { kind: 'article', key, depth: shelf.depth + 1, article } };
}

/** Articles without the date come last, whichever way it is sorted. */
function inOrder(
  sorting: PanelView['sorting'],
  way: 1 | -1,
  byName: Compare<string>,
): Compare<Line> {
  const last = way > 0 ? '\uffff' : '';
  return ({ entry: { article: a } }, { entry: { article: b } }) => {
    const main =
      sorting === 'title'
        ? byName(a.title, b.title)
        : compareText(a[sorting] ?? last, b[sorting] ?? last);
    return main * way || byName(a.title, b.title) || compareText(a.key, b.key);
  };
}
