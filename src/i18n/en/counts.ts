import type { Counts } from '../../repairs/counts';
import type { RepairId } from '../../repairs/repair';
import { words } from './words';

/** `dates 3, images 12` without those that found nothing; '' where none did. */
export function countsInWords(counts: Counts): string {
  return (Object.keys(counts) as RepairId[])
    .filter((id) => counts[id] > 0)
    .map((id) => `${words.repairs[id].toLowerCase()} ${counts[id]}`)
    .join(', ');
}
