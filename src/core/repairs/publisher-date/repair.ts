import { withSeconds, writeDate, type Format } from '../../dates/format';
import type { ReadDate } from '../../dates/parse';
import { addProperty, rewriteValue, valueRange } from '../../markdown/front-matter/edit-properties';
import type { Property } from '../../markdown/front-matter/read-front-matter';
import { writeScalar } from '../../markdown/front-matter/scalar';
import { isPageDate } from '../../publishers/check-properties';
import { readableFormat } from '../../publishers/readable-format';
import type { PublisherDate } from '../../publishers/publisher';
import { choice, type ValuesOf } from '../../schema/field';
import { prepareDates, type DateContext } from '../dates/context';
import { defineRepair, type VaultContext } from '../define-repair';
import { unresolvedFinding, type Finding, type Subject } from '../repair';
import { articleDate } from './article-date';
import { docs, examples } from './docs';
import { en } from './en';
import { zh } from './zh';

const options = {
  /** Which of the article's dates becomes the date of the page. */
  from: choice(['saved', 'published'], 'saved'),
};

/** The options, prepared for many articles. */
interface PageDateContext {
  readonly from: ValuesOf<typeof options>['from'];
  /** Null if the publisher is not chosen, or reads no date. Then there is nothing to fill. */
  readonly date: PublisherDate | null;
  readonly dates: DateContext;
}

/**
 * Fills in the property that the user's publisher reads a page's date from, if the note has no date there. A date that
 * is there is never changed by this repair.
 */
export const publisherDate = defineRepair({
  id: 'publisher-date',
  enabled: false,
  touches: ['front-matter'],
  command: { id: 'fill-publisher-date', icon: 'calendar-plus' },
  options,
  messages: { en, zh },
  docs,
  examples,
  isReady: (_options, { publisher }) => publisher?.date != null,
  prepare,
  find,
});

function prepare({ from }: ValuesOf<typeof options>, vault: VaultContext): PageDateContext {
  return {
    from,
    date: vault.publisher?.date ?? null,
    dates: prepareDates(vault.dates, vault),
  };
}

function find(subject: Subject, { from, date, dates }: PageDateContext): readonly Finding[] {
  if (!date) return [];
  const { properties } = subject.article;
  const own = properties.find(({ key }) => key === date.property);
  const isFilled = properties.some(
    (property) => isPageDate(property.key, date) && !isBlankValue(property),
  );
  if (isFilled) return [];
  const found = articleDate(subject, from, dates);
  if (found === null) return [];
  const { text } = subject.note;
  if (found === 'ambiguous') return own ? [unread(text, own)] : [];
  const written = writePageDate(found, readableFormat(dates.format, date), dates.zone);
  if (written === null) return [];
  const finding = own
    ? fillPageDate(text, own, written)
    : addPageDate(subject, date.property, written);
  return finding ? [finding] : [];
}

function isBlankValue({ value }: Property): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** The dates repair lists the ambiguous date itself. */
function unread(text: string, property: Property): Finding {
  return unresolvedFinding(text, valueRange(text, property), 'ambiguous-date');
}

/** Writes a date in the format. Without a zone, writes a local time if the format needs a zone. */
function writePageDate(date: ReadDate, format: Format, zone: string | null): string | null {
  const precise = withSeconds(date);
  for (const each of [format, 'date-time', 'date'] as const) {
    const written = writeDate(precise, each, zone);
    if (written.kind === 'text') return written.text;
  }
  return null;
}

/** Fills in an empty property. */
function fillPageDate(text: string, property: Property, written: string): Finding {
  const { colon, lines, written: range } = property;
  const edit = range ? rewriteValue(property, written) : insertAfterColon(text, property, written);
  const value = valueRange(text, property);
  if (!edit) return unresolvedFinding(text, value, 'not-editable');
  const from = lines.from;
  const to = colon + (/^[^\r\n]*/.exec(text.slice(colon, lines.to))?.[0].length ?? 0);
  const after = text.slice(from, edit.from) + edit.insert + text.slice(edit.to, to);
  return { from, to, before: text.slice(from, to), after, edits: [edit] };
}

function insertAfterColon(text: string, { colon, lines }: Property, written: string) {
  if (text.slice(colon, lines.to).trim() !== '') return null;
  const space = text.charAt(colon) === ' ' ? 1 : 0;
  const at = colon + space;
  const insert = `${space === 0 ? ' ' : ''}${writeScalar(written, 'plain')}`;
  return { from: at, to: at, insert };
}

/** Adds the property. Returns null in a note that has several articles, or is an outline. */
function addPageDate(
  { note, article, template }: Subject,
  key: string,
  written: string,
): Finding | null {
  const after = `${key}: ${writeScalar(written, 'plain')}`;
  const edit = addProperty(note.text, note.frontMatter, article.properties, after);
  if (edit) return { from: edit.from, to: edit.to, before: '', after, edits: [edit] };
  if (template.layout !== 'page') return null;
  const at = note.frontMatter?.to ?? 0;
  const reason = note.frontMatter ? 'not-editable' : 'no-front-matter';
  return { from: at, to: at, before: '', after: '', edits: [], unresolved: reason };
}
