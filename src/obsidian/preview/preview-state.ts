import { REPAIR_IDS, type RepairId } from '../../core/repairs';
import type { ChangeKey, SkippedChanges } from '../../core/repairs/skipped-changes';
import type { PreviewResult } from '../../core/report/preview-notes';
import {
  changesIn,
  foundIn,
  shownNotes,
  totalsOf,
  unresolvedIn,
  type Choice,
  type ChoiceTotals,
  type PreviewNote,
} from '../../core/report/preview';
import type { ComparedNote } from './compare-note';
import type { Comparison } from './preview-rows';

const ALL: ReadonlySet<RepairId> = new Set(REPAIR_IDS);

/** What a preview knows about its notes, and what the user has chosen. */
export class PreviewState {
  readonly repairs: Set<RepairId>;
  /** The notes that are expanded. */
  readonly opened = new Map<string, Comparison>();
  /** The sections that are shown completely. */
  readonly full = new Set<string>();
  /** Notes that changed while the preview was open. */
  readonly changed = new Set<string>();
  search = '';
  shown: readonly PreviewNote[] = [];
  readonly #without = new Set<string>();
  readonly #skips = new Map<string, ReadonlySet<ChangeKey>>();
  readonly #notes = new Map<string, PreviewNote>();
  readonly #seen = new Map<string, string>();
  #dayFirst: boolean | null = null;
  #articles = 0;

  constructor(repairs: Iterable<RepairId>) {
    this.repairs = new Set(repairs);
  }

  get choice(): Choice {
    return { repairs: this.repairs, without: this.#without };
  }

  get notes(): readonly PreviewNote[] {
    return [...this.#notes.values()];
  }

  get articles(): number {
    return this.#articles;
  }

  get dayFirst(): boolean | null {
    return this.#dayFirst;
  }

  /** The hashes of the notes as the user sees them. */
  get seen(): ReadonlyMap<string, string> {
    return this.#seen;
  }

  get skips(): SkippedChanges {
    return this.#skips;
  }

  get totals(): ChoiceTotals {
    return totalsOf(this.notes, this.choice);
  }

  /** The notes in which there is nothing to select, but something needs the user's attention. */
  get needAttention(): readonly string[] {
    return this.notes.flatMap((note) => {
      const { path } = note;
      const isListed = unresolvedIn(note, this.repairs).length > 0 && !this.#without.has(path);
      return isListed && !this.canChoose(note) ? [path] : [];
    });
  }

  /** Whether any repair, also one that is not chosen, found something to change. */
  get needsAnyRepair(): boolean {
    return this.notes.some((note) => foundIn(note, ALL) > 0);
  }

  has(path: string): boolean {
    return this.#notes.has(path);
  }

  /** Replaces all notes. Forgets which were expanded. */
  setResult({ notes, articles, dayFirst, seen }: PreviewResult): void {
    for (const map of [this.#notes, this.#seen, this.#skips, this.opened]) map.clear();
    for (const note of notes) this.#notes.set(note.path, note);
    for (const [path, hash] of seen) this.#seen.set(path, hash);
    this.#articles = articles;
    this.#dayFirst = dayFirst;
    this.filter();
    const [first] = this.shown;
    if (first) this.opened.set(first.path, { kind: 'waiting' });
  }

  /** Lists the notes that match the search and the chosen repairs. */
  filter(): void {
    this.shown = shownNotes(this.notes, this.repairs, this.search);
  }

  /** Returns whether a note is selected: completely, in part, or not. */
  readonly selectionOf = (note: PreviewNote): 'all' | 'some' | 'none' => {
    const changes = changesIn(note, this.repairs);
    if (changes === 0 || this.#without.has(note.path)) return 'none';
    return changes === foundIn(note, this.repairs) ? 'all' : 'some';
  };

  /** Returns whether the chosen repairs found something to change in a note. */
  canChoose(note: PreviewNote): boolean {
    return foundIn(note, this.repairs) > 0;
  }

  /** Selects or unselects a note. Selecting it selects all its changes. */
  choose(note: PreviewNote, wanted: boolean): void {
    const { path } = note;
    if (!wanted) return void this.#without.add(path);
    this.#without.delete(path);
    if (this.#skips.delete(path)) this.#count(note);
  }

  /** Selects only the notes that are listed. */
  chooseOnlyShown(): void {
    const listed = new Set(this.shown.map(({ path }) => path));
    for (const note of this.notes) {
      if (!listed.has(note.path)) this.#without.add(note.path);
      else if (this.selectionOf(note) === 'none') this.choose(note, true);
    }
  }

  /** Selects or unselects a change. Selecting one selects its note too. */
  chooseChange(path: string, keys: readonly ChangeKey[], wanted: boolean): void {
    const skips = new Set(this.#skips.get(path));
    for (const key of keys) {
      if (wanted) skips.delete(key);
      else skips.add(key);
    }
    if (skips.size > 0) this.#skips.set(path, skips);
    else this.#skips.delete(path);
    if (wanted) this.#without.delete(path);
  }

  /** Tells which choices the changes of a note depend on. */
  versionOf(path: string): string {
    return JSON.stringify([[...this.repairs].sort(), [...(this.#skips.get(path) ?? [])]]);
  }

  /**
   * Stores what was read. If the note has changed meanwhile, nobody knows whether its changes are those that
   * the user unchecked, so the whole note is unchecked. Returns whether it has changed.
   */
  update(path: string, { note, hash, comparison }: ComparedNote): boolean {
    const known = this.#notes.get(path);
    const hasChanged = hash === null ? known?.problem === null : hash !== this.#seen.get(path);
    if (hasChanged) {
      this.changed.add(path);
      if (this.#skips.delete(path)) this.#without.add(path);
    }
    if (hash === null) this.#seen.delete(path);
    else this.#seen.set(path, hash);
    if (note) this.#notes.set(path, note);
    else this.#notes.delete(path);
    if (this.opened.has(path)) this.opened.set(path, comparison);
    return hasChanged;
  }

  /** Follows a note to its new path. */
  rename(from: string, to: string): void {
    const note = this.#notes.get(from);
    if (!note) return;
    const hash = this.#seen.get(from);
    const skips = this.#skips.get(from);
    // Keeps its place in the list.
    const notes = [...this.#notes.values()].map((each) =>
      each === note ? { ...note, path: to } : each,
    );
    this.#notes.clear();
    for (const each of notes) this.#notes.set(each.path, each);
    if (hash !== undefined) this.#seen.set(to, hash);
    if (skips) this.#skips.set(to, skips);
    if (this.#without.delete(from)) this.#without.add(to);
    if (this.opened.delete(from)) this.opened.set(to, { kind: 'waiting' });
    this.#seen.delete(from);
    this.#skips.delete(from);
  }

  /** Counts all changes of a note as selected. */
  #count(note: PreviewNote): void {
    const counts = { ...note.counts };
    for (const id of Object.keys(counts) as RepairId[]) counts[id] += note.skipped[id];
    const skipped = { ...note.skipped };
    for (const id of Object.keys(skipped) as RepairId[]) skipped[id] = 0;
    this.#notes.set(note.path, { ...note, counts, skipped });
  }
}
