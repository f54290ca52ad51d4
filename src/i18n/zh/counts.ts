import type { Counts } from '../../repairs/counts';
import type { RepairId } from '../../repairs/repair';
import { words } from './words';

/** `日期 3、图片 12` without those that found nothing; '' where none did. */
export function countsInWords(counts: Counts): string {
  return (Object.keys(counts) as RepairId[])
    .filter((id) => counts[id] > 0)
    .map((id) => `${words.repairs[id]} ${counts[id]}`)
    .join('、');
}
