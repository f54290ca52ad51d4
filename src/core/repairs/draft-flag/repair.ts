import { writeScalar } from '../../markdown/front-matter/scalar';
import { addProperty, valueRange } from '../../markdown/front-matter/edit-properties';
import type { Property } from '../../markdown/front-matter/read-front-matter';
import { isPlainValue, isPropertyName } from '../../markdown/front-matter/plain-scalar';
import { hasHighlights } from '../../omnivore/highlights';
import { choice, text, toggle, type ValuesOf } from '../../schema/field';
import { defineRepair, type StoredOptions } from '../define-repair';
import { unresolvedFinding, type Finding, type Subject } from '../repair';
import { docs, examples } from './docs';
import { en } from './en';
import { zh } from './zh';

/** What the user publishes with; `remove` takes the property `draft` off, `custom` takes property and values from the options. */
export const PUBLISHERS = [
  ...(['hugo', 'publish', 'digital-garden', 'jekyll', 'remove', 'custom'] as const),
] as const;
export type Publisher = (typeof PUBLISHERS)[number];

const options = {
  /** Null until the user has chosen: then drafts are found, and none is changed. */
  preset: choice(PUBLISHERS, null),
  property: text('draft', isPropertyName),
  /** Written into notes that are ready. */
  value: text('false', isPlainValue),
  /** Written into drafts, for `byHighlights`. */
  draftValue: text('true', isPlainValue),
  /** Add the property to notes that have none. */
  addMissing: toggle(false),
  /** A note with highlights is ready, one without stays a draft; what was published by hand stays so. */
  byHighlights: toggle(false),
};

export type DraftFlagOptions = ValuesOf<typeof options>;

interface Flag {
  readonly property: string;
  readonly ready: string;
  readonly draft: string;
}

const FLAGS: Readonly<Record<Exclude<Publisher, 'custom'>, Flag>> = {
  hugo: { property: 'draft', ready: 'false', draft: 'true' },
  publish: { property: 'publish', ready: 'true', draft: 'false' },
  'digital-garden': { property: 'dg-publish', ready: 'true', draft: 'false' },
  jekyll: { property: 'published', ready: 'true', draft: 'false' },
  remove: { property: 'draft', ready: '', draft: 'true' },
};

/** Words that people and templates write for yes and no; YAML 1.2 reads only `true` and `false` so. */
const FLAG_WORDS = /^(?:true|false|yes|no|on|off|y|n|1|0)?$/i;
const YES = /^(?:true|yes|on|y|1)$/;
const NO = /^(?:false|no|off|n|0)$/;

/** What `draft: true` is taken for as long as nothing is chosen. */
const USUAL_PUBLISHER = 'hugo' satisfies Publisher;

/**
 * Sets the property by which a site generator knows what to publish. A note without it is left alone, unless the user asks for it.
 * The flag publishes the note, so nothing is changed before the user has said what they publish with.
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
  // Asking for it by name is a choice too.
  whenNamed: (chosen) => ({ ...chosen, preset: chosen.preset ?? USUAL_PUBLISHER }),
  find,
});

/**
 * Whoever switched the repair on before there was a choice of publishers meant `draft: false`. And if a part of the user's own property
 * can't be used, none of it is: beside a default, the rest would say something that nobody has chosen.
 */
function complete(read: DraftFlagOptions, stored: StoredOptions): DraftFlagOptions {
  const isImplied = !stored.has('preset') && stored.isSwitchedOn;
  const preset = isImplied ? USUAL_PUBLISHER : read.preset;
  const { property, value, draftValue } = draftFlag.defaults;
  const isWhole = !stored.refused.some((name) =>
    ['property', 'value', 'draftValue'].includes(name),
  );
  if (isWhole) return { ...read, preset };
  return { ...read, preset: preset === 'custom' ? null : preset, property, value, draftValue };
}

function find(subject: Subject, options: DraftFlagOptions): readonly Finding[] {
  if (options.preset === null) return findHeldBack(subject, options);
  const flag = flagOf(options);
  const anyValue = options.preset === 'custom';
  const ready = !options.byHighlights || isHighlighted(subject);
  const wanted = ready ? flag.ready : flag.draft;
  const { text } = subject.note;
  // A generator that is told by the line's absence reads `false` in the same way.
  const published = flag.ready || 'false';
  const isPublished = (property: Property): boolean => !ready && says(property, published);
  const findings: Finding[] = [];
  let found = false;
  for (const property of subject.article.properties) {
    if (property.key !== flag.property) continue;
    if (found) findings.push(remove(text, property));
    else if (!isPublished(property)) {
      const finding = put(text, property, wanted, anyValue);
      if (finding) findings.push(finding);
    }
    found = true;
  }
  return found || !options.addMissing || flag.ready === '' ? findings : add(subject, flag, wanted);
}

/** Finds the drafts, and leaves each to the user. */
function findHeldBack(subject: Subject, options: DraftFlagOptions): readonly Finding[] {
  return find(subject, { ...options, preset: USUAL_PUBLISHER, addMissing: false }).map((finding) =>
    finding.left ? finding : unresolvedFinding(subject.note.text, finding, 'no-publisher'),
  );
}

/** The property that the options name, and its two values. */
export function flagOf(options: DraftFlagOptions): Flag {
  if (options.preset !== 'custom') return FLAGS[options.preset ?? USUAL_PUBLISHER];
  const { property, value, draftValue } = options;
  return { property, ready: value, draft: draftValue };
}

function isHighlighted({ note, article }: Subject): boolean {
  return hasHighlights(note.text.slice(article.body.from, article.body.to));
}

function put(text: string, property: Property, wanted: string, anyValue: boolean): Finding | null {
  const { value, written, colon, lines } = property;
  const slice = written ? text.slice(written.from, written.to) : '';
  const isEmpty = value === null && text.slice(colon, lines.to).trim() === '';
  if (!written && !isEmpty)
    return unresolvedFinding(text, valueRange(text, property), 'not-editable');
  if (value !== null && !anyValue && !isFlag(value)) {
    return unresolvedFinding(text, valueRange(text, property), 'not-a-flag');
  }
  if (wanted === '') return remove(text, property);
  if (slice === wanted) return null;
  const blank = text.charAt(colon) === ' ' ? 1 : 0;
  const { from, to } = written ?? { from: colon + blank, to: colon + blank };
  const insert = written || blank ? wanted : ` ${wanted}`;
  const line = lineOf(text, property);
  const was = text.slice(line.from, line.to);
  const will = text.slice(lines.from, from) + insert + text.slice(to, line.to);
  return { from: line.from, to: line.to, before: was, after: will, edits: [{ from, to, insert }] };
}

/** Whether a property says what `wanted` says, in whatever words. */
function says({ value, written }: Property, wanted: string): boolean {
  if (!written || (typeof value === 'object' && value !== null)) return false;
  const word = String(value).trim().toLowerCase();
  if (word === wanted.toLowerCase()) return true;
  return wanted === 'true' ? YES.test(word) : wanted === 'false' && NO.test(word);
}

function isFlag(value: unknown): boolean {
  if (typeof value === 'string') return FLAG_WORDS.test(value.trim());
  return typeof value === 'boolean' || value === 0 || value === 1;
}

function remove(text: string, property: Property): Finding {
  const { from, to } = property.lines;
  if (property.value !== null && !property.written) {
    return unresolvedFinding(text, valueRange(text, property), 'not-editable');
  }
  const line = lineOf(text, property);
  const was = text.slice(line.from, line.to);
  return { ...line, before: was, after: '', edits: [{ from, to, insert: '' }] };
}

/** The property's first line without its break. */
function lineOf(text: string, property: Property): { from: number; to: number } {
  return { from: property.lines.from, to: endOfLine(text, property.colon, property.lines.to) };
}

function endOfLine(text: string, from: number, limit: number): number {
  let to = from;
  while (to < limit && text.charAt(to) !== '\n' && text.charAt(to) !== '\r') to++;
  return to;
}

function add({ note, article }: Subject, { property }: Flag, wanted: string): readonly Finding[] {
  const will = `${writeScalar(property, 'plain')}: ${wanted}`;
  const edit = addProperty(note.text, note.frontMatter, article.properties, will);
  return edit ? [{ from: edit.from, to: edit.to, before: '', after: will, edits: [edit] }] : [];
}
