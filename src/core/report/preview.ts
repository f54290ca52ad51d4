import { countFindings, type Counts } from '../repairs/counts';
import type { RepairId } from '../repairs';
import { isUnrelated, skipReason, type NoteResult, type SkipReason } from '../runs/note-result';
import { copyString } from '../text/copy-string';
import { noteName } from '../text/paths';
import { unresolvedItems, type UnresolvedItem } from './json';

/**
 * A note that needs repair or attention, as the preview lists it. It keeps no text of the note except what is
 * searched.
 */
export interface PreviewNote {
  readonly path: string;
  readonly title: string;
  /** How many changes each repair would make, including disabled repairs. */
  readonly counts: Counts;
  /** How many changes of each repair the user unchecked. */
  readonly skipped: Counts;
  readonly unresolved: readonly UnresolvedItem[];
  /** Why the note can't be repaired at all, or null. */
  readonly problem: SkipReason | { readonly error: string } | null;
  /** The lowercase text that a search looks through. */
  readonly searched: string;
}

/** What the user has selected: these repairs, in all notes except `without`. */
export interface Choice {
  readonly repairs: ReadonlySet<RepairId>;
  readonly without: ReadonlySet<string>;
}

/** The totals of a choice. */
export interface ChoiceTotals {
  /** Notes that need repair, for the selected repairs. */
  readonly needRepair: number;
  /** The selected ones of these. */
  readonly chosen: readonly string[];
  readonly changes: number;
  readonly unresolved: number;
}

/** How much of each finding is searched, in UTF-16 code units. */
const MAX_SEARCHED_LENGTH = 160;

/** Returns null if nothing in the note needs repair or attention. */
export function previewNote(note: NoteResult): PreviewNote | null {
  const { kind, path } = note;
  const name = noteName(path);
  if (kind === 'failed') {
    const problem = { error: note.error };
    const none = countFindings([]);
    return {
      path,
      title: name,
      counts: none,
      skipped: none,
      unresolved: [],
      problem,
      searched: path,
    };
  }
  if (isUnrelated(note)) return null;
  const { detection, skipped } = note.plan;
  const findings = [...note.plan.findings, ...skipped];
  const articles = detection.kind === 'saved' ? detection.articles : [];
  const problem = skipReason(note);
  if (findings.length === 0 && problem === null) return null;
  const title = copyString(articles[0]?.title?.slice(0, 300) ?? name);
  const unresolved = unresolvedItems(findings).map((item) => {
    return { ...item, was: copyString(item.was.slice(0, MAX_SEARCHED_LENGTH)) };
  });
  const texts = findings.map((finding) => finding.before.slice(0, MAX_SEARCHED_LENGTH));
  const searched = copyString([title, path, ...texts].join('\n').toLowerCase());
  const counts = countFindings(problem ? [] : note.plan.findings);
  return { path, title, counts, skipped: countFindings(skipped), unresolved, problem, searched };
}

/** Counts the changes that the selected repairs would make in a note. */
export function changesIn({ counts }: PreviewNote, repairs: Choice['repairs']): number {
  let sum = 0;
  for (const id of repairs) sum += counts[id];
  return sum;
}

/** Counts the changes that the selected repairs found in a note, including those that the user unchecked. */
export function foundIn(note: PreviewNote, repairs: Choice['repairs']): number {
  let sum = changesIn(note, repairs);
  for (const id of repairs) sum += note.skipped[id];
  return sum;
}

/** Returns the findings of the selected repairs that need attention. */
export function unresolvedIn(
  { unresolved }: PreviewNote,
  repairs: Choice['repairs'],
): readonly UnresolvedItem[] {
  return unresolved.filter(({ repair }) => repair === null || repairs.has(repair));
}

/** Counts the notes and changes of a choice. */
export function totalsOf(notes: readonly PreviewNote[], choice: Choice): ChoiceTotals {
  const chosen: string[] = [];
  let [needRepair, changes, unresolved] = [0, 0, 0];
  for (const note of notes) {
    unresolved += unresolvedIn(note, choice.repairs).length + (note.problem ? 1 : 0);
    if (foundIn(note, choice.repairs) === 0) continue;
    needRepair++;
    const inNote = changesIn(note, choice.repairs);
    if (inNote === 0 || choice.without.has(note.path)) continue;
    chosen.push(note.path);
    changes += inNote;
  }
  return { needRepair, chosen, changes, unresolved };
}

/**
 * Returns the notes that match a search and need repair or attention, for the selected repairs. Those that
 * need repair come first.
 */
export function shownNotes(
  notes: readonly PreviewNote[],
  repairs: Choice['repairs'],
  search: string,
): readonly PreviewNote[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const needRepair: PreviewNote[] = [];
  const toDecide: PreviewNote[] = [];
  for (const note of notes) {
    if (!words.every((word) => note.searched.includes(word))) continue;
    if (foundIn(note, repairs) > 0) needRepair.push(note);
    else if (note.problem || unresolvedIn(note, repairs).length > 0) toDecide.push(note);
  }
  return [...needRepair, ...toDecide];
}
