import { addProperty, rewriteValue } from '../../markdown/front-matter/edit-properties';
import { isFormat, isInFormat } from '../../dates/custom-format';
import type { Note } from '../../markdown/note';
import { writeScalar } from '../../markdown/front-matter/scalar';
import { readDate, type DateReading, type ReadDate } from '../../dates/parse';
import {
  dateAt,
  formatOf,
  isIsoWithZone,
  withSeconds,
  writeDate,
  type Format,
  type ZoneProblem,
} from '../../dates/format';
import { isZoneSetting, zoneName } from '../../dates/zone';
import { choice, text, toggle, type ValuesOf } from '../../schema/field';
import type { Article } from '../../omnivore/article';
import { withoutLink } from '../../omnivore/read-article';
import {
  bodyPlaces,
  hasText,
  ownNames,
  propertyPlaces,
  type Place,
  type TextPlace,
} from './date-places';
import { inOrder, orderByClocks, OrderVotes, type AmbiguousDate } from './day-or-month';
import type { OwnDateNames } from './omnivore-dates';
import { defineRepair, type VaultContext } from '../define-repair';
import { unresolvedFinding, type Finding, type UnresolvedReason, type Subject } from '../repair';
import { docs, examples } from './docs';
import { en } from './en';
import { zh } from './zh';

const options = {
  /**
   * `date-time` is the format of Obsidian's *Date & time* property (`2024-03-14T08:21:56`), `date` that of its
   * *Date* property. `utc` ends in `Z`, `offset` in an offset such as `+08:00`. `custom` uses `pattern`.
   */
  format: choice(['date-time', 'date', 'utc', 'offset', 'custom'], 'date-time', ['form']),
  /** A date format of date-fns (Unicode TR 35) or Moment, for `custom`. */
  pattern: text("yyyy-MM-dd'T'HH:mm:ss", isFormat, { kind: 'date-format' }),
  /** The IANA time zone to convert dates with a zone to. `system`: this device's zone. `keep`: do not convert. */
  zone: text('keep', isZoneSetting, { kind: 'date-zone', empty: 'keep' }),
  /** How to read `03/04/2024` if nothing in the note proves the order. `notes`: as the vault's other notes prove it. */
  order: choice(['notes', 'day-first', 'month-first'], 'notes'),
  /** Also write a date instead of a link to a daily note (`[[22-06-2024]]`). */
  links: toggle(false),
  /** Add a missing saved date, from the timestamp in the article's slug or ID. */
  addMissingSaved: toggle(false),
};

type DatesOptions = ValuesOf<typeof options>;

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
  prepare,
  find,
});

/** The options, prepared for many articles. */
interface Context {
  readonly options: DatesOptions;
  /** The user's choice for dates such as `03/04/2024`: whether the day comes first, or null without a choice. */
  readonly dayFirst: boolean | null;
  readonly format: Format;
  readonly zone: string | null;
  readonly own: OwnDateNames;
}

function prepare(options: DatesOptions, vault: VaultContext): Context {
  return {
    options,
    dayFirst: options.order === 'notes' ? null : options.order === 'day-first',
    format: formatOf(options),
    zone: zoneName(options.zone),
    own: ownNames({ names: vault.names, properties: vault.dateProperties }),
  };
}

function find(subject: Subject, context: Context): readonly Finding[] {
  const places = [...propertyPlaces(subject, context.own), ...bodyPlaces(subject)];
  const findings: Finding[] = [];
  let order: boolean | null | undefined;
  const noteOrder = (): boolean | null =>
    order === undefined ? (order = orderOf(places, subject.article)) : order;
  for (const place of places) {
    const finding = normalize(subject, place, noteOrder, context);
    if (finding) findings.push(place.isDoubtful ? inCode(finding) : finding);
  }
  return context.options.addMissingSaved ? [...findings, ...addSaved(subject, context)] : findings;
}

/** Removes the edits of a finding that may be in code, so that it is only listed. */
function inCode(finding: Finding): Finding {
  return finding.left ? finding : { ...finding, after: finding.before, edits: [], left: 'in-code' };
}

function normalize(
  subject: Subject,
  place: Place,
  noteOrder: () => boolean | null,
  context: Context,
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
    return date ? write(text, place, date, isLink, context) : leaveValue(place, 'ambiguous-date');
  }
  if (isDone) return null;
  if (reading.kind === 'date') return write(text, place, reading, isLink, context);
  return leaveValue(place, UNRESOLVED[reading.kind]);
}

/**
 * Reads an ambiguous date. The first of these that proves the order decides: the timestamp in the article's ID or
 * slug, the note's other dates, the user's setting, the vault's other notes. Null if none does.
 *
 * A format such as `dd/MM/yyyy` writes dates that are ambiguous again. With such a format, the other dates of note
 * and vault prove nothing, because a repair may have written them. A value that has the format already is `done`
 * if the setting has the same order. Otherwise nobody can say whether it was converted, and the result is null.
 */
function decided(
  { article, vaultDayFirst }: Subject,
  place: Place,
  noteOrder: () => boolean | null,
  reading: AmbiguousDate,
  isDone: boolean,
  { dayFirst: chosen, format }: Context,
): ReadDate | 'done' | null {
  const byClocks = place.concept === 'saved' ? orderByClocks(reading, article.clocks) : null;
  if (byClocks !== null) return inOrder(reading, byClocks);
  const written = typeof format === 'string' ? null : format.dayFirst;
  if (written !== null && isDone) return chosen === written ? 'done' : null;
  const dayFirst = written === null ? (noteOrder() ?? chosen ?? vaultDayFirst) : chosen;
  return dayFirst === null ? null : inOrder(reading, dayFirst);
}

/** Returns whether the note's dates have the day first. Ignores the archived date: Omnivore formats it differently. */
function orderOf(places: readonly Place[], { clocks }: Article): boolean | null {
  const votes = new OrderVotes();
  for (const { owner, concept, byName, value, isDoubtful } of places) {
    if (owner !== 'omnivore' || !byName || isDoubtful || concept === 'archived' || !value?.trim())
      continue;
    votes.add(readDate(withoutLink(value)), concept === 'saved' ? clocks : []);
  }
  return votes.dayFirst;
}

/** Writes a date in the chosen format. Omnivore's dates get seconds; other dates keep their precision. */
function write(
  text: string,
  place: TextPlace,
  date: ReadDate,
  isLink: boolean,
  { options, format, zone }: Context,
): Finding | null {
  if (isLink && !options.links) return leaveValue(place, 'date-link');
  const isKept = zone === null && format === 'date-time' && isIsoWithZone(place.value.trim());
  if (isKept) return null;
  const precise = place.owner === 'omnivore' ? withSeconds(date) : date;
  const written = writeDate(precise, format, zone);
  if (written.kind === 'problem') return leaveValue(place, UNWRITABLE[written.problem]);
  return written.text === place.value ? null : put(text, place, written.text);
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
  return { from, to, before, after: before, edits: [], left: reason };
}

function put(text: string, { property, range, value }: TextPlace, after: string): Finding {
  const { from, to } = range;
  const edit = property ? rewriteValue(property, after) : { from, to, insert: after };
  if (!edit) return unresolvedFinding(text, range, 'not-editable');
  return { from, to, before: value, after, edits: [edit] };
}

/** Adds a saved date from the timestamp, converted to the chosen zone. Without a zone it is in UTC and ends in `Z`. */
function addSaved({ note, article, template }: Subject, context: Context): readonly Finding[] {
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
  return { from: at, to: at, before: '', after: '', edits: [], left: reason };
}
