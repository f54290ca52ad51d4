/** Months from one to another, both included, such as `2024-03`. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
}

/** Returns the range between two months, which can be in any order. */
export function monthsBetween(month: string, other: string): MonthRange {
  return month < other ? { from: month, to: other } : { from: other, to: month };
}

/** Returns whether a month is in a range. An article without a date (an empty month) is in none. */
export function isInMonths(month: string, { from, to }: MonthRange): boolean {
  return month >= from && month <= to && month !== '';
}
