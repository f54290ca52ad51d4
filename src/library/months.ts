import type { Library } from './library';
import type { Filter } from './view';

/** How many articles were saved in a month. */
export interface MonthCount {
  /** `2024-03` */
  readonly month: string;
  readonly count: number;
}

/** Longer stretches without an article are left out: one wrong year would make thousands of months. */
const LONGEST_GAP = 240;

/** The articles that meet a filter, whatever its month, by the month of their saving: the oldest first, with all months between the first and the last of the library. */
export function articlesPerMonth(library: Library, filter: Filter): readonly MonthCount[] {
  const { board } = library;
  board.ask(filter);
  const counts: MonthCount[] = [];
  let next = 0;
  for (const { name, count } of board.months) {
    if (name === '') continue;
    const at = numberOf(name);
    if (counts.length > 0 && at - next <= LONGEST_GAP) {
      for (; next < at; next++) counts.push({ month: nameOf(next), count: 0 });
    }
    counts.push({ month: name, count });
    next = at + 1;
  }
  return counts;
}

/** Months since the year 0. */
function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function nameOf(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}
