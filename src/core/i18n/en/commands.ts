import type { Counts } from '../../repairs/counts';
import { eachText, repairTexts } from '../repair-texts';
import { counted } from './locale';
import { runs } from './runs';

const texts = repairTexts('en');

/** Commands, menus and their notices. */
export const commands = {
  repairNote: 'Repair current note',
  repairAll: 'Repair all saved articles…',
  /** One repair on the open note. */
  onNote: eachText(texts, ({ onNote }) => onNote),
  /** One repair on all saved articles. */
  onAll: eachText(texts, ({ onAll }) => onAll),
  unproxyOther: 'Unproxy images in other notes…',
  repairHere: 'Repair saved articles here…',
  repairThis: 'Repair this saved article…',
  undoLast: 'Undo last repair',
  history: 'Repair history',
  showRun: 'Show repair progress',
  why: 'Why is this note listed?',
  markReady: 'Mark as ready',
  markDraft: 'Mark as draft',

  undo: 'Undo',
  /** After a repair of the open note: `4 dates · 12 images`. */
  repairedNote: (counts: Counts): string => `Repaired: ${runs.findings(counts)}`,
  nothingToRepair: 'Nothing to repair in this note.',
  /** Follows the result. */
  needsAttention: (count: number): string =>
    counted(count, { one: 'item needs your attention.', other: 'items need your attention.' }),
  notSaved: 'This note is not a saved Omnivore article.',
  /** The signal is one of `signals`. */
  recognizedBy: (signal: string): string => `Recognized as a saved article by ${signal}.`,
  markedReady: 'Marked as ready.',
  markedDraft: 'Marked as draft.',
  alreadyReady: 'Already marked as ready.',
  alreadyDraft: 'Already marked as draft.',
  undone: 'Undone.',
  changedSince: 'This note has changed since the repair. Use the editor’s undo instead.',
  nothingToUndo: 'No repair to undo.',
  /** The same, if an open note may have been repaired on its own. */
  noRunToUndo:
    'No repair to undo. To undo a repair of the open note, use the editor’s undo (Ctrl/Cmd+Z).',
  isRunning: 'A repair is already running. Wait for it to finish, or stop it.',
};
