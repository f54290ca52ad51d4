import type { IndexedArticle } from './indexed-article';
import type { Matches } from './match-articles';

/** How many articles were saved in a month. */
export interface MonthCount {
  /** `2024-03` */
  readonly month: string;
  readonly count: number;
}

/** Longer gaps are not filled with empty months: one wrong year would make thousands. */
const MAX_GAP_MONTHS = 240;

/**
 * Counts the matching articles by the month in which they were saved, the oldest month first. Includes the
 * empty months between the first and the last of the library.
 */
export function articlesPerMonth(
  articles: readonly IndexedArticle[],
  matches: Matches,
): readonly MonthCount[] {
  const counts = new Map<string, number>();
  for (const article of articles) {
    const { month } = article;
    if (month === '') continue;
    const counted = !matches || matches.has(article) ? 1 : 0;
    counts.set(month, (counts.get(month) ?? 0) + counted);
  }
  const filled: MonthCount[] = [];
  let next = 0;
  for (const [month, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const index = indexOfMonth(month);
    if (filled.length > 0 && index - next <= MAX_GAP_MONTHS) {
      for (; next < index; next++) filled.push({ month: monthAt(next), count: 0 });
    }
    filled.push({ month, count });
    next = index + 1;
  }
  return filled;
}

/** Months since the year 0. */
function indexOfMonth(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthAt(index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}
