/**
 * The forms of a word or sentence, by plural category. `other` is the fallback for categories without a form. `=1`
 * is for exactly one thing, in languages without plurals, and in those whose `one` is also for 21.
 */
type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule | '=1', string>>> & {
  readonly other: string;
};

/** Formats numbers, plurals and times of a language. */
export interface Locale {
  /** Formats a number: `1,480`. */
  readonly number: (count: number) => string;
  /** Returns the form for a count. English has `one` and `other`; Polish also `few` and `many`. */
  readonly plural: (count: number, forms: PluralForms) => string;
  /** Returns the number and the form: `1,480 notes`. */
  readonly counted: (count: number, forms: PluralForms) => string;
  /** Formats day and time, in the time zone of this device. */
  readonly dateTime: (instant: Date) => string;
}

/**
 * Returns the locale of a BCP 47 tag. Creates its formatters only once, because a list shows hundreds of numbers,
 * and on first use, because creating them takes milliseconds while the plugin loads.
 */
export function localeOf(tag: string): Locale {
  let numbers: Intl.NumberFormat | null = null;
  let rules: Intl.PluralRules | null = null;
  const number = cacheSmall((count) => (numbers ??= new Intl.NumberFormat(tag)).format(count));
  const category = cacheSmall((count) => (rules ??= new Intl.PluralRules(tag)).select(count));
  const plural = (count: number, forms: PluralForms): string => {
    if (count === 1 && forms['=1'] !== undefined) return forms['=1'];
    return forms[category(count)] ?? forms.other;
  };
  return {
    number,
    plural,
    counted: (count, forms) => `${number(count)} ${plural(count, forms)}`,
    dateTime: (instant) => instant.toLocaleString(tag, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}

/** The results for counts up to this are cached. A scan formats few others. */
const MAX_CACHED_COUNT = 999;

/** Caches the results of a function for small counts, because a formatter takes longer than all other work on a line. */
function cacheSmall<T>(of: (count: number) => T): (count: number) => T {
  const results = new Map<number, T>();
  return (count) => {
    if (!(Number.isInteger(count) && count > 0 && count <= MAX_CACHED_COUNT)) return of(count);
    const known = results.get(count);
    if (known !== undefined) return known;
    const result = of(count);
    results.set(count, result);
    return result;
  };
}
