import type { Counts } from '../../repairs/counts';
import { countsInWords } from './counts';

/** Commands, menus, and the notices that answer them. */
export const commands = {
  repairNote: 'Repair this note',
  /** After a repair of the open note: `dates 3, images 12`. */
  repairedNote: (counts: Counts): string =>
    `Repaired: ${countsInWords(counts) || 'nothing to repair'}`,
};
