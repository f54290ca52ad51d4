/** The forms of a word or a sentence, by the plural categories of a language; `other` stands in for a category without a form. */
type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** How a language writes numbers, plurals and times. */
export interface Locale {
  /** `1,480`. */
  readonly number: (count: number) => string;
  /** The form for a count. English has `one` and `other`, Polish also `few` and `many`, Arabic also `zero` and `two`. */
  readonly plural: (count: number, forms: PluralForms) => string;
  /** The number and the form: `1,480 notes`. */
  readonly counted: (count: number, forms: PluralForms) => string;
  /** Day and time, in the time zone of this device. */
  readonly dateTime: (instant: Date) => string;
}

/**
 * The locale of a BCP 47 tag. Its formatters are created once, because a list draws hundreds of numbers, and
 * on first use, because that takes milliseconds that loading the plugin should not take.
 */
export function localeOf(tag: string): Locale {
  let numbers: Intl.NumberFormat | null = null;
  let rules: Intl.PluralRules | null = null;
  const number = (count: number): string => (numbers ??= new Intl.NumberFormat(tag)).format(count);
  const plural = (count: number, forms: PluralForms): string =>
    forms[(rules ??= new Intl.PluralRules(tag)).select(count)] ?? forms.other;
  return {
    number,
    plural,
    counted: (count, forms) => `${number(count)} ${plural(count, forms)}`,
    dateTime: (instant) => instant.toLocaleString(tag, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}
