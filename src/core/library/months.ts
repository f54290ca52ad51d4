import type { IndexedArticle } from './indexed-article';

/** How many articles were saved in a month. */
export interface MonthCount {
  /** `2024-03` */
  readonly month: string;
  readonly count: number;
}

/** Longer gaps are not filled with empty months: one wrong year would make thousands. */
const MAX_GAP_MONTHS = 240;

/** How many articles were saved in each month; an empty month for those without a date. */
export type CountsByMonth = ReadonlyMap<string, number>;

/** Counts articles by the month in which they were saved. */
export function countByMonth(articles: readonly IndexedArticle[]): CountsByMonth {
  const counts = new Map<string, number>();
  for (const { month } of articles) counts.set(month, (counts.get(month) ?? 0) + 1);
  return counts;
}

/**
 * Returns the months in which articles were saved, the oldest first, and those between the first and the
 * last.
 */
export function monthsOf(counts: CountsByMonth): readonly string[] {
  const months: string[] = [];
  let next = 0;
  for (const month of [...counts.keys()].filter(Boolean).sort()) {
    const index = indexOfMonth(month);
    if (months.length > 0 && index - next <= MAX_GAP_MONTHS) {
      for (; next < index; next++) months.push(monthAt(next));
    }
    months.push(month);
    next = index + 1;
  }
  return months;
}

/** Returns the counts of these months. */
export function articlesPerMonth(
  months: readonly string[],
  counts: CountsByMonth,
): readonly MonthCount[] {
  return months.map((month) => ({ month, count: counts.get(month) ?? 0 }));
}

/** Months since the year 0. */
function indexOfMonth(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthAt(index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}
