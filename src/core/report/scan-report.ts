import { countFindings, sumOf, type Counts } from '../repairs/counts';
import { isSaved, isUnrelated, skipReason, type NoteResult } from '../runs/note-result';
import {
  articleRows,
  unresolvedItems,
  type ArticleRow,
  type FailedItem,
  type ScanReport,
} from './json';

/** The counts of a scan so far. Articles are not kept, because a vault may have very many. */
export interface ScanTally {
  /** Notes that were read, and how many of them are saved articles. */
  read: number;
  saved: number;
  articles: number;
  /** Notes that need repair, their findings, and how many findings need attention. */
  needRepair: number;
  findings: Counts;
  left: number;
  /** Drafts that stay unchanged because no publisher is configured. Not counted in `left`. */
  drafts: number;
  readonly failed: FailedItem[];
  readonly ownNotes: { readonly path: string; readonly images: number }[];
}

/** Creates an empty tally, except for folders that could not be read. */
export function newTally(unreadable: readonly FailedItem[] = []): ScanTally {
  const counts = { read: 0, saved: 0, articles: 0, needRepair: 0, left: 0, drafts: 0 };
  return { ...counts, findings: countFindings([]), failed: [...unreadable], ownNotes: [] };
}

/** Counts a note. Returns the rows of its articles. */
export function addNote(
  tally: ScanTally,
  note: NoteResult,
  zone: string | null,
  draftProperty: string,
): readonly ArticleRow[] {
  if (note.kind === 'failed') {
    tally.failed.push({ path: note.path, error: note.error });
    return [];
  }
  tally.read++;
  if (isUnrelated(note)) return [];
  const { findings } = note.plan;
  const counts = countFindings(findings);
  const skipped = skipReason(note);
  if (!isSaved(note)) {
    const images = counts['proxied-images'];
    if (images > 0 && skipped === null) tally.ownNotes.push({ path: note.path, images });
    return [];
  }
  const rows = articleRows(note, zone, draftProperty);
  tally.saved++;
  tally.articles += rows.length;
  for (const { reason } of unresolvedItems(findings)) {
    if (reason === 'no-publisher') tally.drafts++;
    else tally.left++;
  }
  if (skipped) tally.left++;
  else if (Object.values(counts).some((count) => count > 0)) {
    tally.needRepair++;
    tally.findings = sumOf([tally.findings, counts]);
  }
  return rows;
}

/** Returns the part of a report that follows the articles. */
export function endOfScan(tally: ScanTally): Pick<ScanReport, 'others' | 'failed' | 'ownNotes'> {
  const { read, saved, failed, ownNotes } = tally;
  return { others: read - saved, failed, ownNotes };
}
