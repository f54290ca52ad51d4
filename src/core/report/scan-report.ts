import { countFindings } from '../repairs/counts';
import { REPAIR_IDS, type RepairId } from '../repairs';
import type { NoteResult } from '../runs/note-result';
import { articleRows, type ArticleRow, type FailedItem, type ScanReport } from './json';
import { summaryOf, type NoteSummary } from './note-summary';

/** The counts of a scan so far. Articles are not kept, because a vault may have very many. */
export interface ScanTally {
  /** Notes that were read, and how many of them are saved articles. */
  read: number;
  saved: number;
  articles: number;
  /** Notes that need repair, their findings, and how many findings need attention. */
  needRepair: number;
  readonly findings: Record<RepairId, number>;
  unresolved: number;
  /** Drafts that stay unchanged because no publisher is configured. Not counted in `unresolved`. */
  drafts: number;
  readonly failed: FailedItem[];
  readonly ownNotes: { readonly path: string; readonly images: number }[];
}

/** Creates an empty tally, except for folders that could not be read. */
export function newTally(unreadable: readonly FailedItem[] = []): ScanTally {
  const counts = { read: 0, saved: 0, articles: 0, needRepair: 0, unresolved: 0, drafts: 0 };
  return { ...counts, findings: { ...countFindings([]) }, failed: [...unreadable], ownNotes: [] };
}

/** Counts a note. Returns the rows of its articles. */
export function addNote(
  tally: ScanTally,
  note: NoteResult,
  zone: string | null,
  draftProperty: string,
): readonly ArticleRow[] {
  const summary = summaryOf(note);
  addScanned(tally, 1, summary ? [summary] : []);
  return note.kind === 'planned' ? articleRows(note, zone, draftProperty) : [];
}

/** Counts notes that were read or failed. `summaries` are those of the notes that have one. */
export function addScanned(
  tally: ScanTally,
  notes: number,
  summaries: readonly NoteSummary[],
): void {
  tally.read += notes;
  for (const summary of summaries) addToTally(tally, summary);
}

function addToTally(tally: ScanTally, note: NoteSummary): void {
  if (note.kind === 'failed') {
    tally.read--;
    tally.failed.push({ path: note.path, error: note.error });
    return;
  }
  const { path, articles, counts, skipped, unresolved } = note;
  if (articles === null) {
    const images = counts['proxied-images'];
    if (images > 0 && skipped === null) tally.ownNotes.push({ path, images });
    return;
  }
  tally.saved++;
  tally.articles += articles;
  for (const { reason } of unresolved) {
    if (reason === 'no-publisher') tally.drafts++;
    else tally.unresolved++;
  }
  if (skipped) tally.unresolved++;
  else if (REPAIR_IDS.some((id) => counts[id] > 0)) {
    tally.needRepair++;
    for (const id of REPAIR_IDS) tally.findings[id] += counts[id];
  }
}

/** Returns the part of a report that follows the articles. */
export function endOfScan(tally: ScanTally): Pick<ScanReport, 'others' | 'failed' | 'ownNotes'> {
  const { read, saved, failed, ownNotes } = tally;
  return { others: read - saved, failed, ownNotes };
}
