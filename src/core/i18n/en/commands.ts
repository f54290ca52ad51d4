import type { Counts } from '../../repairs/counts';
import type { RepairId } from '../../repairs/repair';
import { runs } from './runs';

/** Commands, menus, and the notices that answer them. */
export const commands = {
  repairNote: 'Repair this note',
  repairAll: 'Repair all saved articles…',
  /** One repair on the open note. */
  onNote: {
    'draft-flag': 'Fix draft flag of this note',
    dates: 'Normalize dates of this note',
    'proxied-images': 'Unproxy images of this note',
    'escaped-text': 'Undo escaping in this note',
    'dead-links': 'Mend dead links of this note',
  } satisfies Record<RepairId, string>,
  /** One repair on all saved articles. */
  onAll: {
    'draft-flag': 'Fix draft flags in all saved articles…',
    dates: 'Normalize dates in all saved articles…',
    'proxied-images': 'Unproxy images in all saved articles…',
    'escaped-text': 'Undo escaping in all saved articles…',
    'dead-links': 'Mend dead links in all saved articles…',
  } satisfies Record<RepairId, string>,
  unproxyOther: 'Unproxy images in other notes…',
  repairHere: 'Repair saved articles here…',
  repairThis: 'Repair this saved article…',
  undoLast: 'Undo last repair',
  history: 'Repair history',
  showRun: 'Show the repair that is running',
  why: 'Why is this here?',
  markReady: 'Mark as ready',
  markDraft: 'Mark as draft',

  undo: 'Undo',
  /** After a repair of the open note: `4 dates · 12 images`. */
  repairedNote: (counts: Counts): string => `Repaired: ${runs.findings(counts)}`,
  nothingToRepair: 'Nothing to repair in this note.',
  /** Behind the words of what was done, or of what was not. */
  needsAttention: (count: number): string =>
    count === 1 ? '1 is left to you.' : `${runs.number(count)} are left to you.`,
  notSaved: 'This note is not an article that Omnivore saved.',
  /** The mark that told, as a sentence. */
  toldBy: (mark: string): string => `This is a saved article, known by ${mark}.`,
  markedReady: 'Marked as ready.',
  markedDraft: 'Marked as draft.',
  alreadyMarked: 'It is marked so already.',
  undone: 'Undone.',
  changedSince: 'The note was changed since. Undo step by step in the editor instead.',
  nothingToUndo: 'There is no repair to undo.',
  /** The same where a note is open that may have been repaired alone. */
  noRunToUndo:
    'There is no repair to undo. A repair of the open note alone is undone in its editor.',
  isRunning: 'A repair is running. Wait for its end, or stop it first.',
};
