import { writeScalar } from '../../markdown/front-matter/scalar';
import { addProperty, valueRange } from '../../markdown/front-matter/edit-properties';
import type { Property } from '../../markdown/front-matter/read-front-matter';
import { isPlainValue, isPropertyName } from '../../markdown/front-matter/plain-scalar';
import { hasHighlights } from '../../omnivore/highlights';
import { isFlagAsDate } from '../../publishers/check-properties';
import { namesFlag } from '../../publishers/publisher';
import {
  PUBLISHER_IDS,
  publisherOf,
  PUBLISHERS,
  type PublisherId,
} from '../../publishers/publishers';
import { choice, text, toggle, type ValuesOf } from '../../schema/field';
import type { Range } from '../../text/edits';
import { defineRepair, type StoredOptions } from '../define-repair';
import { unresolvedFinding, type Finding, type Subject } from '../repair';
import { docs, examples } from './docs';
import { en } from './en';
import { zh } from './zh';

/** What the user publishes with. `remove` deletes `draft`; `custom` uses property and values of the options. */
export type Preset = PublisherId | 'remove' | 'custom';
export const PRESETS: readonly Preset[] = [...PUBLISHER_IDS, 'remove', 'custom'];

const options = {
  /** Null until the user has chosen. Until then, drafts are listed but not changed. */
  preset: choice(PRESETS, null),
  property: text('draft', isPropertyName),
  /** Written into notes that are ready. */
  value: text('false', isPlainValue),
  /** Written into drafts, for `byHighlights`. */
  draftValue: text('true', isPlainValue),
  /** Add the property to notes that have none. */
  addMissing: toggle(false),
  /** Treat notes with highlights as ready and others as drafts. Notes that were published by hand stay published. */
  byHighlights: toggle(false),
};

export type DraftFlagOptions = ValuesOf<typeof options>;

interface FlagValues {
  readonly property: string;
  readonly ignoresCase?: true;
  readonly ready: string;
  readonly draft: string;
}

/** Words that people and templates write for yes and no. YAML 1.2 reads only `true` and `false` as booleans. */
const FLAG_WORDS = /^(?:true|false|yes|no|on|off|y|n|1|0)?$/i;
const YES = /^(?:true|yes|on|y|1)$/;
const NO = /^(?:false|no|off|n|0)$/;

/** The publisher to assume until the user chooses one. */
const USUAL_PUBLISHER = 'hugo' satisfies Preset;

/**
 * Sets the property that a site generator reads to decide what to publish. A note without it is not changed,
 * unless the user asks for it. The flag publishes the note, so nothing changes until the user has chosen a
 * publisher.
 */
export const draftFlag = defineRepair({
  id: 'draft-flag',
  enabled: true,
  touches: ['front-matter'],
  command: { id: 'fix-draft-flag', icon: 'flag' },
  options,
  shownIf: {
    property: ({ preset }) => preset === 'custom',
    value: ({ preset }) => preset === 'custom',
    draftValue: ({ preset }) => preset === 'custom',
    addMissing: ({ preset }) => preset !== null && preset !== 'remove',
    byHighlights: ({ preset }) => preset !== null,
  },
  messages: { en, zh },
  docs,
  examples,
  complete,
  isReady: ({ preset }) => preset !== null,
  // If the user asks for the repair by name, this is a choice too.
  whenNamed: (chosen) => ({ ...chosen, preset: chosen.preset ?? USUAL_PUBLISHER }),
  find,
});

/**
 * Corrects stored options. If the user switched the repair on in a version without a choice of publishers, they
 * meant `draft: false`. If one part of a custom property is invalid, all its parts are reset: mixed with
 * defaults, the rest would mean something that nobody has chosen.
 */
function complete(read: DraftFlagOptions, stored: StoredOptions): DraftFlagOptions {
  const isImplied = !stored.has('preset') && stored.isSwitchedOn;
  const preset = isImplied ? USUAL_PUBLISHER : read.preset;
  const { property, value, draftValue } = draftFlag.defaults;
  const isValid = !stored.refused.some((name) =>
    ['property', 'value', 'draftValue'].includes(name),
  );
  if (isValid) return { ...read, preset };
  return { ...read, preset: preset === 'custom' ? null : preset, property, value, draftValue };
}

function find(subject: Subject, options: DraftFlagOptions): readonly Finding[] {
  if (options.preset === null) return listDrafts(subject, options);
  return [...findFlags(subject, options), ...flagsReadAsDates(subject, options.preset)];
}

function findFlags(subject: Subject, options: DraftFlagOptions): readonly Finding[] {
  const flag = flagOf(options);
  const anyValue = options.preset === 'custom';
  const ready = !options.byHighlights || isHighlighted(subject);
  const wanted = ready ? flag.ready : flag.draft;
  const { text } = subject.note;
  // A generator that publishes notes without the property also publishes notes with `false`.
  const published = flag.ready || 'false';
  const isPublished = (property: Property): boolean => !ready && hasMeaning(property, published);
  const findings: Finding[] = [];
  let found = false;
  for (const property of subject.article.properties) {
    if (!namesFlag(flag, property.key)) continue;
    if (found) findings.push(removeFlag(text, property));
    else if (!isPublished(property)) {
      const finding = putFlag(text, property, wanted, anyValue);
      if (finding) findings.push(finding);
    }
    found = true;
  }
  return found || !options.addMissing || flag.ready === ''
    ? findings
    : addFlag(subject, flag, wanted);
}

/** Lists the drafts, without edits. */
function listDrafts(subject: Subject, options: DraftFlagOptions): readonly Finding[] {
  const assumed: DraftFlagOptions = { ...options, preset: USUAL_PUBLISHER, addMissing: false };
  return findFlags(subject, assumed).map((finding) =>
    finding.unresolved ? finding : unresolvedFinding(subject.note.text, finding, 'no-publisher'),
  );
}

/**
 * Lists flags of another publisher that stop this one. Hugo reads `published` as a date: after a move from Jekyll,
 * `published: true` is an error.
 */
function flagsReadAsDates({ note, article }: Subject, preset: Preset): readonly Finding[] {
  const date = publisherOf(preset)?.date ?? null;
  return article.properties
    .filter((property) => isFlagAsDate(property, date))
    .map(({ lines }) =>
      unresolvedFinding(note.text, trimmed(note.text, lines), 'publisher-unread-date'),
    );
}

/** Returns a property's lines without the line break at the end. */
function trimmed(text: string, { from, to }: Range): Range {
  return { from, to: from + text.slice(from, to).trimEnd().length };
}

/** Returns the property that the options name, and its two values. */
export function flagOf(options: DraftFlagOptions): FlagValues {
  const { property, value, draftValue } = options;
  const preset = options.preset ?? USUAL_PUBLISHER;
  if (preset === 'custom') return { property, ready: value, draft: draftValue };
  if (preset === 'remove') return { property: 'draft', ready: '', draft: 'true' };
  return PUBLISHERS[preset].flag;
}

function isHighlighted({ note, article }: Subject): boolean {
  return hasHighlights(note.text.slice(article.body.from, article.body.to));
}

function putFlag(
  text: string,
  property: Property,
  wanted: string,
  anyValue: boolean,
): Finding | null {
  const { value, written, colon, lines } = property;
  const slice = written ? text.slice(written.from, written.to) : '';
  const isEmpty = value === null && text.slice(colon, lines.to).trim() === '';
  if (!written && !isEmpty)
    return unresolvedFinding(text, valueRange(text, property), 'not-editable');
  if (value !== null && !anyValue && !isFlag(value)) {
    return unresolvedFinding(text, valueRange(text, property), 'not-a-flag');
  }
  if (wanted === '') return removeFlag(text, property);
  if (slice === wanted) return null;
  const space = text.charAt(colon) === ' ' ? 1 : 0;
  const { from, to } = written ?? { from: colon + space, to: colon + space };
  const insert = written || space ? wanted : ` ${wanted}`;
  const line = lineOf(text, property);
  const before = text.slice(line.from, line.to);
  const after = text.slice(lines.from, from) + insert + text.slice(to, line.to);
  return { from: line.from, to: line.to, before, after, edits: [{ from, to, insert }] };
}

/** Returns whether a property's value means the same as `wanted`: `yes` means the same as `true`. */
function hasMeaning({ value, written }: Property, wanted: string): boolean {
  if (!written || (typeof value === 'object' && value !== null)) return false;
  const word = String(value).trim().toLowerCase();
  if (word === wanted.toLowerCase()) return true;
  return wanted === 'true' ? YES.test(word) : wanted === 'false' && NO.test(word);
}

function isFlag(value: unknown): boolean {
  if (typeof value === 'string') return FLAG_WORDS.test(value.trim());
  return typeof value === 'boolean' || value === 0 || value === 1;
}

function removeFlag(text: string, property: Property): Finding {
  const { from, to } = property.lines;
  if (property.value !== null && !property.written) {
    return unresolvedFinding(text, valueRange(text, property), 'not-editable');
  }
  const line = lineOf(text, property);
  const before = text.slice(line.from, line.to);
  return { ...line, before, after: '', edits: [{ from, to, insert: '' }] };
}

/** Returns the range of the property's first line, without the line break. */
function lineOf(text: string, property: Property): { from: number; to: number } {
  return { from: property.lines.from, to: endOfLine(text, property.colon, property.lines.to) };
}

function endOfLine(text: string, from: number, limit: number): number {
  let to = from;
  while (to < limit && text.charAt(to) !== '\n' && text.charAt(to) !== '\r') to++;
  return to;
}

function addFlag(
  { note, article }: Subject,
  { property }: FlagValues,
  wanted: string,
): readonly Finding[] {
  const after = `${writeScalar(property, 'plain')}: ${wanted}`;
  const edit = addProperty(note.text, note.frontMatter, article.properties, after);
  return edit ? [{ from: edit.from, to: edit.to, before: '', after, edits: [edit] }] : [];
}
