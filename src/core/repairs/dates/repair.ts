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
   * `date-time` is what Obsidian's *Date & time* property holds (`2024-03-14T08:21:56`), `date` its *Date*; `utc` ends in `Z`,
   * `offset` in `+08:00`; `custom` is `pattern`.
   */
  format: choice(['date-time', 'date', 'utc', 'offset', 'custom'], 'date-time', ['form']),
  /** A format of date-fns (Unicode TR 35) or Moment, for `custom`. */
  pattern: text("yyyy-MM-dd'T'HH:mm:ss", isFormat, { kind: 'date-format' }),
  /** An IANA zone: dates that name a zone are converted to it. `system`: this device's. `keep`: they keep their own. */
  zone: text('keep', isZoneSetting, { kind: 'date-zone', empty: 'keep' }),
  /** How `03/04/2024` is meant where nothing in the note proves it; `notes`: as the vault's other notes prove it, which are asked last. */
  order: choice(['notes', 'day-first', 'month-first'], 'notes'),
  /** Also write a date instead of a link to a daily note (`[[22-06-2024]]`). */
  links: toggle(false),
  /** Add a saved date from the clock in slug or id to a note that has none. */
  addMissingSaved: toggle(false),
};

type DatesOptions = ValuesOf<typeof options>;

const LEFT: Readonly<Record<Exclude<DateReading['kind'], 'date'>, UnresolvedReason>> = {
  ambiguous: 'ambiguous-date',
  impossible: 'impossible-date',
  unrendered: 'unrendered-date',
  unreadable: 'unreadable-date',
};
const NOT_WRITTEN: Readonly<Record<ZoneProblem, UnresolvedReason>> = {
  'no-zone': 'no-zone',
  'clock-change': 'clock-change',
  'out-of-range': 'impossible-date',
};

/** Brings Omnivore's dates into one format that Obsidian's Properties and Bases understand. */
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

/** What the options come to. */
interface Context {
  readonly options: DatesOptions;
  /** How `03/04/2024` is meant where neither the clock nor the note's other dates prove it: the user's choice, or null. */
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

/** What would be changed stays, and is listed. */
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
  // Logseq's outlines link their dates, and read them so.
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
  return leaveValue(place, LEFT[reading.kind]);
}

/**
 * Reads an ambiguous date as the first of these proves it: the clock in the article's id or slug, the note's other dates, the
 * user's setting, the vault's other notes. Null where none does.
 *
 * A format such as `dd/MM/yyyy` writes dates that are ambiguous again. There the note's and the vault's other dates prove nothing,
 * since a repair may have written them, and a value that is in the format already is `done` if the setting says the same, or else
 * can't be told from one that was never converted.
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

/** What the note's own dates prove of the order of day and month. Omnivore never formatted the archived date as it did the others. */
function orderOf(places: readonly Place[], { clocks }: Article): boolean | null {
  const votes = new OrderVotes();
  for (const { owner, concept, byName, value, isDoubtful } of places) {
    if (owner !== 'omnivore' || !byName || isDoubtful || concept === 'archived' || !value?.trim())
      continue;
    votes.add(readDate(withoutLink(value)), concept === 'saved' ? clocks : []);
  }
  return votes.dayFirst;
}

/** Writes a date in the chosen format. What Omnivore wrote gets the seconds that its format had; others' dates stay as precise as they are. */
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
  if (written.kind === 'problem') return leaveValue(place, NOT_WRITTEN[written.problem]);
  return written.text === place.value ? null : put(text, place, written.text);
}

/** A date in a property that may be another program's stays; it is listed where Obsidian can't read it. */
function leaveUnknown(place: TextPlace, reading: DateReading, value: string): Finding | null {
  const isDate =
    reading.kind === 'ambiguous' || (reading.kind === 'date' && reading.offset === null);
  const isIso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?$/.test(value);
  return isDate && !isIso ? leaveValue(place, 'not-omnivore') : null;
}

/** A template's token may read as YAML of its own: `{{date}}` is a map. */
function leaveUnread(text: string, { range }: Place): Finding {
  const { kind } = readDate(text.slice(range.from, range.to));
  if (kind === 'unrendered') return unresolvedFinding(text, range, 'unrendered-date');
  return unresolvedFinding(text, range, 'not-editable');
}

function leaveValue({ range: { from, to }, value }: TextPlace, left: UnresolvedReason): Finding {
  const was = value.trim();
  return { from, to, before: was, after: was, edits: [], left };
}

function put(text: string, { property, range, value }: TextPlace, will: string): Finding {
  const { from, to } = range;
  const edit = property ? rewriteValue(property, will) : { from, to, insert: will };
  if (!edit) return unresolvedFinding(text, range, 'not-editable');
  return { from, to, before: value, after: will, edits: [edit] };
}

/** A saved date from the clock, which counts in UTC, as the clocks of the chosen zone showed it; without one in UTC, with its `Z`. */
function addSaved({ note, article, template }: Subject, context: Context): readonly Finding[] {
  const has = article.fields.some(({ concept }) => concept === 'saved');
  const [clock] = article.clocks;
  if (has || article.saved !== null || clock === undefined) return [];
  const { format, zone } = context;
  const saved = writeDate(dateAt(clock, zone), format, zone);
  if (saved.kind === 'problem') return [notAdded(note, NOT_WRITTEN[saved.problem])];
  const will = `date_saved: ${writeScalar(saved.text, 'plain')}`;
  const edit = addProperty(note.text, note.frontMatter, article.properties, will);
  if (edit) return [{ from: edit.from, to: edit.to, before: '', after: will, edits: [edit] }];
  if (template.layout !== 'page') return [];
  return [notAdded(note, note.frontMatter ? 'not-editable' : 'no-front-matter')];
}

function notAdded({ frontMatter }: Note, left: UnresolvedReason): Finding {
  const at = frontMatter?.to ?? 0;
  return { from: at, to: at, before: '', after: '', edits: [], left };
}
