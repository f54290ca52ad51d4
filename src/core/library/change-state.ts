import { addProperty, addToRecord, valueRange } from '../markdown/front-matter/edit-properties';
import type { Property } from '../markdown/front-matter/read-front-matter';
import { writeScalar } from '../markdown/front-matter/scalar';
import type { ArticleField } from '../omnivore/article';
import { stateFromValue, type ReadingState } from '../omnivore/reading-state';
import type { Finder } from '../repairs/define-repair';
import {
  unresolvedFinding,
  type Finding,
  type Subject,
  type UnresolvedReason,
} from '../repairs/repair';
import type { TextEdit } from '../text/edits';
import { inlineStateFindings } from './change-inline-state';
import type { StateStyle } from './state-style';

/**
 * Creates the change that sets the reading state of an article, in the way that the vault's notes store it.
 * `now` is the current date in the vault's format. If a value can't be changed in place, such as a state
 * that is a list, the finding is unresolved and nothing else changes. In a note with several articles, it is
 * written where the properties of the article are: in its item of the front matter, or below its item of the
 * outline.
 */
export function changeState(state: ReadingState, style: StateStyle, now: string): Finder {
  return (subject) => {
    if (subject.template.layout === 'outline') return inlineStateFindings(subject, state, style);
    const findings = [
      ...stateFindings(subject, state, style),
      ...dateFindings(subject, state, style, now),
    ];
    const unresolved = findings.filter(({ unresolved }) => unresolved);
    return unresolved.length > 0 ? unresolved.slice(0, 1) : findings;
  };
}

function stateFindings(
  subject: Subject,
  state: ReadingState,
  { property, words }: StateStyle,
): readonly Finding[] {
  const word = words[state];
  const existing = stateProperty(subject, property, words);
  if (existing)
    return stateFromValue(existing.value, words) === state
      ? []
      : [putState(subject, existing, word)];
  return property === null ? [] : [addState(subject, property, word)];
}

/**
 * Returns the property that contains the article's state. If there is none, returns the article's property
 * with the name that the vault uses, or null.
 */
function stateProperty(
  { article }: Subject,
  usual: string | null,
  words: StateStyle['words'],
): Property | null {
  const fields = article.fields.filter(({ concept }) => concept === 'state');
  const named = fields.find(({ property: { value } }) => stateFromValue(value, words) !== null);
  const field: ArticleField | undefined =
    named ?? fields.find(({ property }) => property.key === usual);
  return field?.property ?? null;
}

/**
 * Writes the date of reading or archiving if the vault has such dates. If only dates show the state, the
 * dates of later states are removed.
 */
function dateFindings(
  subject: Subject,
  state: ReadingState,
  style: StateStyle,
  now: string,
): readonly Finding[] {
  const written = datesOf(state, style).flatMap(([concept, name]) =>
    dateFinding(subject, concept, name, now),
  );
  const hasState = style.property !== null || stateProperty(subject, null, style.words) !== null;
  if (hasState || state === 'archived') return written;
  const gone = subject.article.fields.filter(
    ({ concept }) => concept === 'archived' || (concept === 'read' && state !== 'read'),
  );
  return [...written, ...gone.map(({ property }) => removeState(subject, property))];
}

/** Returns the date properties that belong to a state, if the vault has them. */
function datesOf(
  state: ReadingState,
  { readDate, archivedDate }: StateStyle,
): readonly (readonly ['read' | 'archived', string])[] {
  if (state === 'read' && readDate !== null) return [['read', readDate]];
  return state === 'archived' && archivedDate !== null ? [['archived', archivedDate]] : [];
}

function dateFinding(
  subject: Subject,
  concept: 'read' | 'archived',
  name: string,
  now: string,
): readonly Finding[] {
  const existing = subject.article.fields.find((field) => field.concept === concept)?.property;
  if (!existing) return [addState(subject, name, now)];
  return existing.value === null || existing.value === '' ? [putState(subject, existing, now)] : [];
}

function putState({ note: { text } }: Subject, property: Property, value: string): Finding {
  const { written, colon, lines } = property;
  const range = valueRange(text, property);
  const isEmpty = property.value === null && text.slice(colon, lines.to).trim() === '';
  const isReplaceable = typeof property.value === 'string' || property.value === null;
  if (!isReplaceable || (!written && !isEmpty)) {
    return unresolvedFinding(text, range, 'not-editable');
  }
  const edit: TextEdit = written
    ? { from: written.from, to: written.to, insert: writeScalar(value, written.quoting) }
    : { from: colon, to: colon, insert: ` ${writeScalar(value, 'plain')}` };
  return stateFinding(text.slice(edit.from, edit.to), edit);
}

function addState({ note, article }: Subject, name: string, value: string): Finding {
  const line = `${writeScalar(name, 'plain')}: ${writeScalar(value, 'plain')}`;
  const [{ text, frontMatter }, { properties }] = [note, article];
  const edit =
    addProperty(text, frontMatter, properties, line) ??
    addToRecord(text, frontMatter, properties, line);
  if (edit) return stateFinding('', edit);
  const at = note.frontMatter?.from ?? 0;
  return unresolvedFinding(note.text, { from: at, to: at }, whyNot(note.frontMatter?.valid));
}

function whyNot(isValid: boolean | undefined): UnresolvedReason {
  if (isValid === undefined) return 'no-front-matter';
  return isValid ? 'not-editable' : 'unsound-front-matter';
}

function removeState({ note: { text } }: Subject, { lines }: Property): Finding {
  const { from, to } = lines;
  return stateFinding(text.slice(from, to), { from, to, insert: '' });
}

function stateFinding(before: string, edit: TextEdit): Finding {
  return { from: edit.from, to: edit.to, before, after: edit.insert.trim(), edits: [edit] };
}
