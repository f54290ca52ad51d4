import { codeSteps } from '../../markdown/code';
import type { Article } from '../../omnivore/article';
import { hasEscapes } from '../../omnivore/entities';
import { headingLine } from '../../omnivore/header';
import { applyEdits, type Range, type TextEdit } from '../../text/edits';
import { covers } from '../../text/ranges';
import type { Steps } from '../../text/steps';
import { escapedParts } from './body';
import type { EscapedPart } from './withhold-executable';
import { escapedProperties } from './properties';
import { defineRepair } from '../define-repair';
import { unresolvedFinding, type Finding, type Subject } from '../repair';
import { docs, examples } from './docs';
import { en } from './en';
import { zh } from './zh';

/**
 * Undoes, once, the HTML escaping of values that a template inserted with two braces (`{{content}}`) instead of three.
 * Decides for each variable of the template separately: content, highlights, title, label, link, property. Lists text
 * that looks escaped but is not changed: text that may be the article's own, code, and anything that would run or load
 * something if it were unescaped.
 */
export const escapedText = defineRepair({
  id: 'escaped-text',
  enabled: true,
  touches: ['front-matter', 'body'],
  // Escaping hides what the other repairs look for.
  runsFirst: true,
  command: { id: 'undo-escaping', icon: 'code' },
  options: {},
  messages: { en, zh },
  docs,
  examples,
  find: findEscaped,
});

function* findEscaped(subject: Subject): Steps<readonly Finding[]> {
  const findings = yield* escapedInBody(subject);
  if (!hasAmpersand(subject)) return findings;
  return [...findings, ...escapedProperties(subject, headingAfter(subject, findings))];
}

/** Returns whether the article's properties contain an ampersand. */
function hasAmpersand({ note: { text }, article: { properties } }: Subject): boolean {
  const [first, last] = [properties[0], properties.at(-1)];
  if (!first || !last) return false;
  return text.slice(first.lines.from, last.lines.to).includes('&');
}

function* escapedInBody({ note, article }: Subject): Steps<readonly Finding[]> {
  const { from, to } = article.body;
  const body = note.text.slice(from, to);
  if (!hasEscapes(body)) return [];
  const code = yield* codeSteps(body, 0);
  const inCode = (at: number): boolean => covers(code, at) || note.inCode(from + at);
  const parts = yield* escapedParts(body, inCode, titleProperty(article));
  return parts.map((part) => partFinding(note.text, from, part));
}

function titleProperty({ fields }: Article): string | null {
  const title = fields.find(({ concept }) => concept === 'title')?.property.value;
  return typeof title === 'string' ? title.trim() : null;
}

function partFinding(
  text: string,
  offset: number,
  { edits, shown, unresolved }: EscapedPart,
): Finding {
  const range = { from: shown.from + offset, to: shown.to + offset };
  if (unresolved) return unresolvedFinding(text, range, unresolved);
  const moved = edits.map(({ from, to, insert }) => ({
    from: from + offset,
    to: to + offset,
    insert,
  }));
  const before = text.slice(range.from, range.to);
  const { from } = moved[0] as TextEdit;
  const { to } = moved.at(-1) as TextEdit;
  return { from, to, before, after: after(text, range, moved), edits: moved };
}

/** Returns a range of the text as it is after the edits. */
function after(text: string, { from, to }: Range, edits: readonly TextEdit[]): string {
  const inside = edits.filter((edit) => edit.from >= from && edit.to <= to);
  const moved = inside.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
  return applyEdits(text.slice(from, to), moved);
}

/** Returns the heading as it is after the repair; null if there is none. */
function headingAfter({ note, article }: Subject, findings: readonly Finding[]): string | null {
  const heading = headingLine(note.text, article.header);
  if (!heading) return null;
  const own = findings.find(({ edits }) => edits.some(({ from }) => rangeContains(heading, from)));
  return after(note.text, heading, own?.edits ?? []);
}

function rangeContains({ from, to }: Range, offset: number): boolean {
  return offset >= from && offset < to;
}
