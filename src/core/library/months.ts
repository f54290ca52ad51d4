import type { IndexedArticle } from './indexed-article';

/** How many articles were saved in a month. */
export interface MonthCount {
  /** `2024-03` */
  readonly month: string;
  readonly count: number;
}

/** Longer gaps are not filled with empty months: one wrong year would make thousands. */
const MAX_GAP_MONTHS = 240;

/**
 * Returns the months in which articles were saved, the oldest first, and those between the first and the
 * last.
 */
export function monthsOf(articles: readonly IndexedArticle[]): readonly string[] {
  const saved = new Set<string>();
  for (const { month } of articles) saved.add(month);
  const months: string[] = [];
  let next = 0;
  for (const month of [...saved].filter(Boolean).sort()) {
    const index = indexOfMonth(month);
    if (months.length > 0 && index - next <= MAX_GAP_MONTHS) {
      for (; next < index; next++) months.push(monthAt(next));
    }
    months.push(month);
    next = index + 1;
  }
  return months;
}

/** Counts articles by the month in which they were saved. */
export function articlesPerMonth(
  months: readonly string[],
  articles: readonly IndexedArticle[],
): readonly MonthCount[] {
  const counts = new Map<string, number>();
  for (const { month } of articles) counts.set(month, (counts.get(month) ?? 0) + 1);
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
