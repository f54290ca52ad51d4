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

/** What the user publishes with. `remove` deletes `draft`; `custom` uses property and values of the options. */
export const PUBLISHERS = [
  ...(['hugo', 'publish', 'digital-garden', 'jekyll', 'remove', 'custom'] as const),
] as const;
export type Publisher = (typeof PUBLISHERS)[number];

const options = {
  /** Null until the user has chosen. Until then, drafts are listed but not changed. */
  preset: choice(PUBLISHERS, null),
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

/** Words that people and templates write for yes and no. YAML 1.2 reads only `true` and `false` as booleans. */
const FLAG_WORDS = /^(?:true|false|yes|no|on|off|y|n|1|0)?$/i;
const YES = /^(?:true|yes|on|y|1)$/;
const NO = /^(?:false|no|off|n|0)$/;

/** The publisher to assume until the user chooses one. */
const USUAL_PUBLISHER = 'hugo' satisfies Publisher;

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

/** Lists the drafts, without edits. */
function listDrafts(subject: Subject, options: DraftFlagOptions): readonly Finding[] {
  return find(subject, { ...options, preset: USUAL_PUBLISHER, addMissing: false }).map((finding) =>
    finding.left ? finding : unresolvedFinding(subject.note.text, finding, 'no-publisher'),
  );
}

/** Returns the property that the options name, and its two values. */
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

function remove(text: string, property: Property): Finding {
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

function add({ note, article }: Subject, { property }: Flag, wanted: string): readonly Finding[] {
  const after = `${writeScalar(property, 'plain')}: ${wanted}`;
  const edit = addProperty(note.text, note.frontMatter, article.properties, after);
  return edit ? [{ from: edit.from, to: edit.to, before: '', after, edits: [edit] }] : [];
}
