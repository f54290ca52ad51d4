import type { FrontMatter, Property } from '../markdown/front-matter/read-front-matter';
import { shapeOf } from './date-shapes';
import { namesFlag, type Publisher, type PublisherDate } from './publisher';

/** Why a publisher does not show a note: it hides the note, or can't build it. */
export type PublisherProblem =
  | 'publisher-hides'
  | 'publisher-flag'
  | 'publisher-unread-date'
  | 'publisher-no-date'
  | 'publisher-no-front-matter'
  | 'publisher-list'
  | 'publisher-duplicate'
  | 'unsound-front-matter';

/** A problem, and the property that has it. The property is null if the problem concerns the whole front matter. */
export interface FoundProblem {
  readonly problem: PublisherProblem;
  readonly property: Property | null;
}

const HIDDEN: FoundProblem = { problem: 'publisher-hides', property: null };

/** Returns why a publisher would hide a note, or would not build it. `text` is the note. */
export function checkProperties(
  text: string,
  frontMatter: FrontMatter | null,
  publisher: Publisher,
): readonly FoundProblem[] {
  if (!frontMatter) return withoutFrontMatter(text, publisher);
  if (!frontMatter.valid) return [{ problem: 'unsound-front-matter', property: null }];
  const { refuses, flag } = publisher;
  if (frontMatter.list && refuses.includes('list')) {
    return [{ problem: 'publisher-list', property: null }];
  }
  if (frontMatter.list) return flag.hides === 'unless-yes' ? [HIDDEN] : [];
  const properties = [...(frontMatter.records[0] ?? []), ...frontMatter.unplaced];
  return [
    ...duplicateProperties(properties, publisher),
    ...flagProblems(properties, publisher),
    ...dateProblems(text, properties, publisher.date),
  ];
}

function withoutFrontMatter(
  text: string,
  { refuses, flag, date }: Publisher,
): readonly FoundProblem[] {
  const isRefused =
    refuses.includes('none') || (refuses.includes('outline') && text.startsWith('-'));
  if (isRefused) return [{ problem: 'publisher-no-front-matter', property: null }];
  if (flag.hides === 'unless-yes') return [HIDDEN];
  return date?.missing === 'stops' ? [{ problem: 'publisher-no-date', property: null }] : [];
}

function duplicateProperties(
  properties: readonly Property[],
  { unique }: Publisher,
): readonly FoundProblem[] {
  return properties
    .filter(({ key, duplicate }) => duplicate && (unique === 'all' || unique.includes(key)))
    .map((property) => ({ problem: 'publisher-duplicate', property }));
}

function flagProblems(
  properties: readonly Property[],
  { flag, alsoHides }: Publisher,
): readonly FoundProblem[] {
  const flags = properties.filter(({ key }) => namesFlag(flag, key));
  const property = flags.find((each) => isHidden(each, flag.hides)) ?? flags[0] ?? null;
  const other = properties.find(({ key, value }) => key === alsoHides && isYes(value));
  const problems: FoundProblem[] = [];
  if (property && !isAllowed(property.value, flag.hides)) {
    problems.push({ problem: 'publisher-flag', property });
  } else if (isHidden(property, flag.hides)) {
    problems.push({ problem: 'publisher-hides', property });
  }
  return other ? [...problems, { problem: 'publisher-hides', property: other }] : problems;
}

/** Returns whether a value of the flag lets the build continue. */
function isAllowed(value: unknown, hides: Publisher['flag']['hides']): boolean {
  if (hides === 'boolean') return typeof value === 'boolean';
  return hides !== 'boolean-text' || /^(?:true|false)$/.test(String(value));
}

function isHidden(property: Property | null, hides: Publisher['flag']['hides']): boolean {
  const value = property?.value;
  switch (hides) {
    case 'yes':
      return isYes(value);
    case 'truthy':
      return Boolean(value);
    case 'no':
      return isNo(value);
    case 'falsy':
      return value === null || (isNo(value) && property?.written?.quoting === 'plain');
    case 'unless-yes':
      return !isYes(value);
    case 'boolean':
    case 'boolean-text':
      return value === true || value === 'true';
  }
}

/** YAML 1.1, which some publishers read, has more words than `true`. */
function isYes(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|yes|on)$/i.test(value.trim()));
}

function isNo(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(?:false|no|off)$/i.test(value.trim()));
}

function dateProblems(
  text: string,
  properties: readonly Property[],
  date: PublisherDate | null,
): readonly FoundProblem[] {
  if (!date) return [];
  const found = properties.filter((property) => isDateProperty(property, date));
  const problems = found
    .filter((property) => isUnread(text, property, date))
    .map((property) => ({ problem: 'publisher-unread-date', property }) as const);
  const isMissing = !properties.some(({ key }) => isPageDate(key, date));
  if (!isMissing || date.missing === 'ignored') return problems;
  return [...problems, { problem: 'publisher-no-date', property: null }];
}

function isDateProperty({ key }: Property, date: PublisherDate): boolean {
  return isPageDate(key, date) || date.others.includes(key.toLowerCase());
}

/** Returns whether the publisher reads the page's date from this property. */
export function isPageDate(key: string, { property, instead }: PublisherDate): boolean {
  return key === property || instead.includes(key.toLowerCase());
}

/** Returns whether a date stops the build. */
function isUnread(text: string, property: Property, date: PublisherDate): boolean {
  const { value, written } = property;
  if (value === null || value === '') return date.empty === 'stops';
  if (date.unread === 'ignored') return false;
  const shape = written ? shapeOf(valueText(text, property)) : null;
  if (shape === null) return true;
  const isQuoted = written !== null && written.quoting !== 'plain';
  return !date.reads.includes(shape) && (isQuoted || !date.readsUnquoted.includes(shape));
}

/** Returns a value as it is written, without quotes. */
function valueText(text: string, { value, written }: Property): string {
  if (typeof value === 'string') return value.trim();
  return written ? text.slice(written.from, written.to) : '';
}

/** Returns whether there is a boolean where the publisher expects a date and fails: `published: true` in Hugo. */
export function isFlagAsDate(property: Property, date: PublisherDate | null): boolean {
  if (!date || date.unread === 'ignored') return false;
  return typeof property.value === 'boolean' && isDateProperty(property, date);
}
