import { addProperty, rewriteValue } from '../../markdown/front-matter/edit-properties';
import { isInFormat } from '../../dates/custom-format';
import type { Note } from '../../markdown/note';
import { writeScalar } from '../../markdown/front-matter/scalar';
import { readDate, type DateReading, type ReadDate } from '../../dates/parse';
import {
  dateAt,
  isIsoWithZone,
  withSeconds,
  writeDate,
  type Format,
  type ZoneProblem,
} from '../../dates/format';
import type { Article } from '../../omnivore/article';
import { withoutLink } from '../../omnivore/read-article';
import { contextAt, prepareDates, type DateContext } from './context';
import { bodyPlaces, hasText, propertyPlaces, type Place, type TextPlace } from './date-places';
import { orderByClocks } from './day-or-month';
import { decided, orderOfNote } from './decide-order';
import { defineRepair } from '../define-repair';
import { unresolvedFinding, type Finding, type UnresolvedReason, type Subject } from '../repair';
import { docs, examples } from './docs';
import { en } from './en';
import { options } from './options';
import { zh } from './zh';

const UNRESOLVED: Readonly<Record<Exclude<DateReading['kind'], 'date'>, UnresolvedReason>> = {
  ambiguous: 'ambiguous-date',
  impossible: 'impossible-date',
  unrendered: 'unrendered-date',
  unreadable: 'unreadable-date',
};
const UNWRITABLE: Readonly<Record<ZoneProblem, UnresolvedReason>> = {
  'no-zone': 'no-zone',
  'clock-change': 'clock-change',
  'out-of-range': 'impossible-date',
};

/** Writes Omnivore's dates in one format that Obsidian's Properties and Bases understand. */
export const dates = defineRepair({
  id: 'dates',
  enabled: true,
  touches: ['front-matter', 'body'],
  command: { id: 'normalize-dates', icon: 'calendar-check' },
  options,
  shownIf: { pattern: ({ format }) => format === 'custom' },
  messages: { en, zh },
  docs,
  examples,
  prepare: prepareDates,
  find,
});

function find(subject: Subject, context: DateContext): readonly Finding[] {
  const places = [...propertyPlaces(subject, context.own), ...bodyPlaces(subject)];
  const findings: Finding[] = [];
  let order: boolean | null | undefined;
  const noteOrder = (): boolean | null =>
    order === undefined ? (order = orderOfNote(places, subject.article)) : order;
  for (const place of places) {
    const finding = normalize(subject, place, noteOrder, contextAt(place, context));
    if (finding) findings.push(place.isDoubtful ? inCode(finding) : finding);
  }
  return context.options.addMissingSaved ? [...findings, ...addSaved(subject, context)] : findings;
}

/** Removes the edits of a finding that may be in code, so that it is only listed. */
function inCode(finding: Finding): Finding {
  return finding.unresolved
    ? finding
    : { ...finding, after: finding.before, edits: [], unresolved: 'in-code' };
}

function normalize(
  subject: Subject,
  place: Place,
  noteOrder: () => boolean | null,
  context: DateContext,
): Finding | null {
  const { text } = subject.note;
  if (!hasText(place)) return leaveUnread(text, place);
  const written = place.value.trim();
  const value = withoutLink(written);
  if (value === '') return null;
  const isLink = value !== written;
  // In Logseq's outlines, dates are links, and Logseq reads them as dates.
  if (isLink && !context.options.links && subject.template.layout === 'outline') return null;
  const reading = readDate(value);
  if (place.owner === 'unknown') return leaveUnknown(place, reading, value);
  const { format } = context;
  const isDone = typeof format !== 'string' && isInFormat(written, format);
  if (reading.kind === 'ambiguous') {
    const date = decided(subject, place, noteOrder, reading, isDone, context);
    if (date === 'done') return null;
    return date
      ? reformat(subject, place, date, isLink, context)
      : leaveValue(place, 'ambiguous-date');
  }
  if (isDone) return null;
  if (reading.kind === 'date') return reformat(subject, place, reading, isLink, context);
  return leaveValue(place, UNRESOLVED[reading.kind]);
}

/** Writes a date in the chosen format. Omnivore's dates get seconds; other dates keep their precision. */
function reformat(
  { note, article }: Subject,
  place: TextPlace,
  date: ReadDate,
  isLink: boolean,
  { options, format, zone }: DateContext,
): Finding | null {
  if (isLink && !options.links) return leaveValue(place, 'date-link');
  const isKept = zone === null && format === 'date-time' && isIsoWithZone(place.value.trim());
  if (isKept) return null;
  const precise = place.owner === 'omnivore' ? withSeconds(date) : date;
  const written = writeDate(precise, format, zone);
  if (written.kind === 'problem') return leaveValue(place, UNWRITABLE[written.problem]);
  if (isMisread(written.text, place, article, format)) return leaveValue(place, 'misread-date');
  return written.text === place.value ? null : putDate(note.text, place, written.text);
}

/**
 * Returns whether a date that was written in a format such as `dd/MM/yyyy` would be read with the month first, or the
 * reverse, because the article's timestamps are near that reading.
 */
function isMisread(
  written: string,
  { concept }: TextPlace,
  article: Article,
  format: Format,
): boolean {
  if (concept !== 'saved' || typeof format === 'string' || format.dayFirst === null) return false;
  const reading = readDate(written);
  if (reading.kind !== 'ambiguous') return false;
  const proved = orderByClocks(reading, article.clocks);
  return proved !== null && proved !== format.dayFirst;
}

/** Lists a date that another program may have written, if Obsidian can't read it. It is not changed. */
function leaveUnknown(place: TextPlace, reading: DateReading, value: string): Finding | null {
  const isDate =
    reading.kind === 'ambiguous' || (reading.kind === 'date' && reading.offset === null);
  const isIso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?$/.test(value);
  return isDate && !isIso ? leaveValue(place, 'not-omnivore') : null;
}

/** Lists a value that is not a text. It may be a template token: YAML reads `{{date}}` as a map. */
function leaveUnread(text: string, { range }: Place): Finding {
  const { kind } = readDate(text.slice(range.from, range.to));
  if (kind === 'unrendered') return unresolvedFinding(text, range, 'unrendered-date');
  return unresolvedFinding(text, range, 'not-editable');
}

function leaveValue({ range: { from, to }, value }: TextPlace, reason: UnresolvedReason): Finding {
  const before = value.trim();
  return { from, to, before, after: before, edits: [], unresolved: reason };
}

function putDate(text: string, { property, range, value }: TextPlace, after: string): Finding {
  const { from, to } = range;
  const edit = property ? rewriteValue(property, after) : { from, to, insert: after };
  if (!edit) return unresolvedFinding(text, range, 'not-editable');
  return { from, to, before: value, after, edits: [edit] };
}

/** Adds a saved date from the timestamp, converted to the chosen zone. Without a zone it is in UTC and ends in `Z`. */
function addSaved({ note, article, template }: Subject, context: DateContext): readonly Finding[] {
  const has = article.fields.some(({ concept }) => concept === 'saved');
  const [clock] = article.clocks;
  if (has || article.saved !== null || clock === undefined) return [];
  const { format, zone } = context;
  const saved = writeDate(dateAt(clock, zone), format, zone);
  if (saved.kind === 'problem') return [notAdded(note, UNWRITABLE[saved.problem])];
  const after = `date_saved: ${writeScalar(saved.text, 'plain')}`;
  const edit = addProperty(note.text, note.frontMatter, article.properties, after);
  if (edit) return [{ from: edit.from, to: edit.to, before: '', after, edits: [edit] }];
  if (template.layout !== 'page') return [];
  return [notAdded(note, note.frontMatter ? 'not-editable' : 'no-front-matter')];
}

function notAdded({ frontMatter }: Note, reason: UnresolvedReason): Finding {
  const at = frontMatter?.to ?? 0;
  return { from: at, to: at, before: '', after: '', edits: [], unresolved: reason };
}
