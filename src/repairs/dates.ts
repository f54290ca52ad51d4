import type { Span } from '../text/edit';
import { lineAt } from '../text/lines';
import { addProperty, rewriteText, valueSpan, type Property } from '../note/front-matter';
import { isInPattern } from '../dates/pattern';
import { writeScalar } from '../note/scalar';
import { readDate, type DateReading } from '../dates/read-date';
import { dateAt, writeDate, zoneName, type DateForm } from '../dates/write-date';
import { plainName } from '../omnivore/property-names';
import { decider, nobodyDecides, type Decide } from './day-or-month';
import { leave, type Finding, type LeftReason, type RepairKind, type Subject } from './repair';

export interface DatesOptions extends DateForm {
  /** An IANA zone, or `system`: where values with a zone are shown. */
  readonly zone: string;
  /** Property names that hold dates, beside the known ones. */
  readonly properties: readonly string[];
  /** Also write a date in the place of a link to a daily note (`[[22-06-2024]]`). */
  readonly links: boolean;
  /** Add a saved date from the clock in slug or id to a note that has none. */
  readonly addMissingSaved: boolean;
  /** How the vault's other notes write `03/04/2024`: day first, month first, or not known. */
  readonly dayFirst: boolean | null;
}

/** Omnivore's variables: their values are always dates. */
const OMNIVORE_NAMES = ['date_saved', 'date_published', 'date_read', 'date_archived'];
/** Other plugins' and people's names: a value that is no date there is none of ours. */
const OTHER_NAMES = [
  ...['date', 'saved', 'published', 'created', 'updated', 'modified', 'ctime', 'mtime', 'time'],
  ...['date_created', 'date_modified', 'date_updated', 'created_time', 'updated_time'],
  ...['date_highlighted', 'date_added', 'read', 'archived'],
];
/** `date_saved: 2024-03-14`, `- Date read: [[2024-03-07]]`, `date-saved:: [[Jan 31st, 2023]]` as lines of a body. */
const BODY_LINE =
  /[ \t]*(?:[-*+] )?(?:\*\*)?(date[ _-](?:saved|published|read|archived)|ctime|mtime)(?:\*\*)?::?(?:\*\*)?[ \t]*(?=\S)/iy;
const LINK = /^\[\[([^[\]|]*)\]\]$/;
const LEFT: Readonly<Record<Exclude<DateReading['kind'], 'date'>, LeftReason>> = {
  ambiguous: 'ambiguous-date',
  impossible: 'impossible-date',
  unrendered: 'unrendered-date',
  unreadable: 'unreadable-date',
};

/** Brings all dates of a note into one form that Obsidian's Properties and Bases understand. */
export const dates: RepairKind<DatesOptions> = {
  defaults: {
    form: 'date-time',
    pattern: "yyyy-MM-dd'T'HH:mm:ss",
    zone: 'system',
    properties: [],
    links: false,
    addMissingSaved: false,
    dayFirst: null,
  },
  with: (options) => {
    const zone = zoneName(options.zone);
    const certain = new Set([...OMNIVORE_NAMES, ...options.properties.map(plainName)]);
    const known = new Set([...certain, ...OTHER_NAMES]);
    const placed: Placed = { ...options, zone };
    return (subject) => {
      const { text } = subject.note;
      const spots = [...propertySpots(subject, known), ...bodySpots(subject)];
      const isOurs = ({ property, name }: Spot): boolean => property === null || certain.has(name);
      const look = (spot: Spot, decide: Decide): Finding | null =>
        normalize(text, spot, isOurs(spot), decide, placed);
      const found = spots.map((spot) => look(spot, nobodyDecides));
      if (found.some(isAmbiguous)) {
        const decide = decider(subject, found, options.dayFirst, zone);
        spots.forEach((spot, i) => {
          if (isAmbiguous(found[i] ?? null)) found[i] = look(spot, decide);
        });
      }
      const findings = found.filter((finding) => finding !== null);
      return options.addMissingSaved
        ? [...findings, ...addSaved(subject, options, zone)]
        : findings;
    };
  },
};

function isAmbiguous(finding: Finding | null): boolean {
  return finding?.left === 'ambiguous-date';
}

/** A place where a date may stand: a property's value, or that of a line in the header. */
interface Spot {
  readonly name: string;
  readonly property: Property | null;
  /** The value with its quotes, if any. */
  readonly span: Span;
  /** The value without them; null where it is a list, a map or nothing. */
  readonly value: string | null;
}

function propertySpots({ note, article }: Subject, known: ReadonlySet<string>): readonly Spot[] {
  const spots: Spot[] = [];
  for (const property of article.properties) {
    const name = plainName(property.key);
    if (!known.has(name) || property.value === null) continue;
    const span = property.written ?? valueSpan(note.text, property);
    const { value } = property;
    const text = typeof value === 'string' ? value : numberText(note.text, property);
    spots.push({ name, property, span, value: text });
  }
  return spots;
}

/** `20240314` is a number to YAML. */
function numberText(text: string, { value, written }: Property): string | null {
  return typeof value === 'number' && written ? text.slice(written.from, written.to) : null;
}

function bodySpots({ note, article }: Subject): readonly Spot[] {
  const { text } = note;
  const spots: Spot[] = [];
  for (let at = article.header.from; at < article.header.to;) {
    const line = lineAt(text, at, article.header.to);
    at = line.next;
    BODY_LINE.lastIndex = line.from;
    const match = BODY_LINE.exec(text);
    if (!match || note.inCode(line.from)) continue;
    const from = BODY_LINE.lastIndex;
    const value = text.slice(from, line.to).trimEnd();
    const span = { from, to: from + value.length };
    spots.push({ name: plainName(match[1] ?? ''), property: null, span, value });
  }
  return spots;
}

interface Placed extends DatesOptions {
  readonly zone: string;
}

/** `ours`: a name that only saved articles have, so that a value that is no date there is worth saying. */
function normalize(
  text: string,
  spot: Spot,
  ours: boolean,
  decide: Decide,
  options: Placed,
): Finding | null {
  if (spot.value === null) return leaveUnread(text, spot, ours);
  const trimmed = spot.value.trim();
  const link = LINK.exec(trimmed);
  const value = link ? (link[1] ?? '').trim() : trimmed;
  if (value === '') return null;
  const read = readDate(value);
  const reading = read.kind === 'ambiguous' ? (decide(read, spot.name) ?? read) : read;
  if (options.form === 'custom' && isInPattern(value, options.pattern)) return null;
  if (reading.kind !== 'date') {
    const strange = reading.kind === 'unreadable' && !ours;
    return strange ? null : leaveValue(spot, LEFT[reading.kind]);
  }
  if (link && !options.links) return leaveValue(spot, 'date-link');
  const will = writeDate(reading, options, options.zone);
  return will === spot.value ? null : put(text, spot, will);
}

/** A template's token may read as YAML of its own: `{{date}}` is a map. */
function leaveUnread(text: string, spot: Spot, ours: boolean): Finding | null {
  const { kind } = readDate(text.slice(spot.span.from, spot.span.to));
  if (kind === 'unrendered') return leave(text, spot.span, 'unrendered-date');
  return ours ? leave(text, spot.span, 'not-editable') : null;
}

function leaveValue({ span: { from, to }, value }: Spot, left: LeftReason): Finding {
  const was = (value ?? '').trim();
  return { from, to, was, will: was, edits: [], left };
}

function put(text: string, { property, span, value }: Spot, will: string): Finding {
  const { from, to } = span;
  const edit = property ? rewriteText(property, will) : { from, to, insert: will };
  if (!edit) return leave(text, span, 'not-editable');
  return { from, to, was: value ?? '', will, edits: [edit] };
}

/** A saved date from the clock, which counts in UTC, as a wall clock of the zone showed it. */
function addSaved(
  { note, article }: Subject,
  options: DatesOptions,
  zone: string,
): readonly Finding[] {
  const has = article.fields.some(({ concept }) => concept === 'saved');
  if (has || article.saved !== null || article.clock === null) return [];
  const saved = writeDate(dateAt(article.clock, zone), options, zone);
  const will = `date_saved: ${writeScalar(saved, 'plain')}`;
  const edit = addProperty(note.text, note.frontMatter, article.properties, will);
  return edit ? [{ from: edit.from, to: edit.to, was: '', will, edits: [edit] }] : [];
}
