import { countFindings, type Counts } from '../repairs/counts';
import type { RepairId } from '../repairs/repair';
import type { SkipReason, Surveyed } from '../runs/outcome';
import { copyString } from '../text/copy-string';
import { unresolvedItems, type UnresolvedItem } from './json';

/** A saved article in which something is to be mended or decided, as the preview lists it; none of its text beside what is searched. */
export interface PreviewNote {
  readonly path: string;
  readonly title: string;
  /** How often each repair found something, those that are switched off too. */
  readonly counts: Counts;
  readonly left: readonly UnresolvedItem[];
  /** Why the note can't be repaired at all; null where it can. */
  readonly problem: SkipReason | { readonly error: string } | null;
  /** What a search looks through, in small letters. */
  readonly searched: string;
}

/** What is to be done: with these repairs, in all notes but those. */
export interface Choice {
  readonly repairs: ReadonlySet<RepairId>;
  readonly without: ReadonlySet<string>;
}

/** What a choice comes to. */
export interface ChoiceTotals {
  /** Notes with something to mend by the repairs chosen. */
  readonly due: number;
  /** Those of them that are to be repaired. */
  readonly chosen: readonly string[];
  readonly changes: number;
  readonly left: number;
}

/** So much of each finding is searched, in UTF-16 code units. */
const SEARCHED = 160;

/** Null where there is nothing to mend and nothing to decide. */
export function previewNote(surveyed: Surveyed): PreviewNote | null {
  const { kind, path } = surveyed;
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  if (kind === 'other') return null;
  if (kind === 'failed') {
    const problem = { error: surveyed.error };
    return { path, title: name, counts: countFindings([]), left: [], problem, searched: path };
  }
  const { findings } = surveyed;
  const articles = kind === 'own' ? [] : surveyed.articles;
  const problem = kind === 'saved' ? null : surveyed.reason;
  if (findings.length === 0 && problem === null) return null;
  const title = copyString(articles[0]?.title?.slice(0, 300) ?? name);
  const left = unresolvedItems(findings).map((item) => {
    return { ...item, was: copyString(item.was.slice(0, SEARCHED)) };
  });
  const was = findings.map((finding) => finding.was.slice(0, SEARCHED));
  const searched = copyString([title, path, ...was].join('\n').toLowerCase());
  return { path, title, counts: countFindings(problem ? [] : findings), left, problem, searched };
}

/** How much the chosen repairs would mend in a note. */
export function changesIn({ counts }: PreviewNote, repairs: Choice['repairs']): number {
  let sum = 0;
  for (const id of repairs) sum += counts[id];
  return sum;
}

/** What is left to a person in a note by the repairs chosen. */
export function unresolvedIn(
  { left }: PreviewNote,
  repairs: Choice['repairs'],
): readonly UnresolvedItem[] {
  return left.filter(({ repair }) => repair === null || repairs.has(repair));
}

/** Counts what a choice comes to. */
export function totalsOf(notes: readonly PreviewNote[], choice: Choice): ChoiceTotals {
  const chosen: string[] = [];
  let [due, changes, left] = [0, 0, 0];
  for (const note of notes) {
    left += unresolvedIn(note, choice.repairs).length + (note.problem ? 1 : 0);
    const inNote = changesIn(note, choice.repairs);
    if (inNote === 0) continue;
    due++;
    if (choice.without.has(note.path)) continue;
    chosen.push(note.path);
    changes += inNote;
  }
  return { due, chosen, changes, left };
}

/** The notes that hold all words of a search and have something to show for the repairs chosen; those to mend come first. */
export function shownNotes(
  notes: readonly PreviewNote[],
  repairs: Choice['repairs'],
  search: string,
): readonly PreviewNote[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const due: PreviewNote[] = [];
  const toDecide: PreviewNote[] = [];
  for (const note of notes) {
    if (!words.every((word) => note.searched.includes(word))) continue;
    if (changesIn(note, repairs) > 0) due.push(note);
    else if (note.problem || unresolvedIn(note, repairs).length > 0) toDecide.push(note);
  }
  return [...due, ...toDecide];
}
