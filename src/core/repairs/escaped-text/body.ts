import { codeSteps } from '../../markdown/code';
import { escapesIn, escapeSteps, unescapeOnce, type Escape } from '../../omnivore/entities';
import { headerOf, headingLine } from '../../omnivore/header';
import type { Range, TextEdit } from '../../text/edits';
import { lineAround, linesOf } from '../../text/lines';
import { covers } from '../../text/ranges';
import { STEP_LENGTH, type Steps } from '../../text/steps';
import {
  evidenceOf,
  wasEscaped,
  isPlainlyEscaped,
  NO_EVIDENCE,
  rawCharacters,
  sum,
  type Evidence,
} from './evidence';
import { unresolvedPart, withoutExecutable, type EscapedPart } from './withhold-executable';

/** Returns whether an offset is in code, a comment or math. */
type InCode = (offset: number) => boolean;

/**
 * Finds the escaped parts of an article's body. Offsets are in the body. `inCode` finds code before the repair.
 * `title` is the title in the article's properties, or null. If the unescaped body would look escaped again, a second
 * pass would change it again, so no part gets edits.
 */
export function* escapedParts(
  body: string,
  inCode: InCode,
  title: string | null,
): Steps<readonly EscapedPart[]> {
  const found = yield* findParts(body, inCode, title);
  const { parts, after } = yield* withoutExecutable(body, found);
  if (after === body) return parts;
  const code = yield* codeSteps(after, 0);
  const again = yield* findParts(after, (at) => covers(code, at), title);
  const isTwice = (yield* withoutExecutable(after, again)).after !== after;
  return isTwice ? parts.map((part) => unresolvedPart(part, 'escaped-twice')) : parts;
}

/** What was read of the lines that one template variable wrote, or several of one kind. */
interface Variable {
  evidence: Evidence;
  /** The escapes in lines without evidence against escaping. */
  readonly escapes: Escape[];
  /** The first escape in code. */
  inCode: Escape | null;
  /** The first escape outside of code. */
  first: Escape | null;
  /** Whether one of the escapes is for a character that only Mustache escapes. */
  hasSign: boolean;
}

function newVariable(): Variable {
  return { evidence: NO_EVIDENCE, escapes: [], inCode: null, first: null, hasSign: false };
}

/** Characters that only Mustache escapes. */
const MUSTACHE_SIGNS = '/=`';

/** A quote marker. A template wrote its `>`; in escaped content it would be `&gt;`. */
const QUOTE = /^[ \t]*(?:[-*+][ \t]+)?>[ \t>]*/;

function* findParts(
  body: string,
  inCode: InCode,
  title: string | null,
): Steps<readonly EscapedPart[]> {
  const escapes = yield* escapeSteps(body);
  if (escapes.length === 0) return [];
  const header = headerOf(body, { from: 0, to: body.length });
  const heading = headingLine(body, header);
  const content = newVariable();
  const quotes = newVariable();
  const parts: EscapedPart[] = [];
  let next = 0;
  let stepTo = STEP_LENGTH;
  for (const line of linesOf(body)) {
    if (line.from >= stepTo) {
      stepTo = line.from + STEP_LENGTH;
      yield;
    }
    const start = next;
    while (next < escapes.length && (escapes[next] as Escape).from < line.next) next++;
    if (heading && heading.from >= line.from && heading.from < line.next) continue;
    const text = body.slice(line.from, line.to);
    const marker = QUOTE.exec(text)?.[0] ?? '';
    const isFromTemplate = marker !== '' || line.from < header.to;
    const own = isFromTemplate && next > start ? ownParts(text, line.from, inCode) : [];
    for (const part of own) parts.push(part);
    const here = outside(escapes.slice(start, next), own);
    const isOwn = isFromTemplate && isLineOfTemplateLinks(text, marker);
    const raw = isOwn ? 0 : rawCharacters(text.slice(marker.length));
    readBodyLine(
      marker === '' ? content : quotes,
      { from: line.from, text, raw, escapes: here },
      inCode,
    );
  }
  const ofHeading = heading && headingPart(body, heading, title, wasEscaped(content.evidence));
  if (ofHeading) parts.push(ofHeading);
  return [...parts, ...partsOf(body, content), ...partsOf(body, quotes)];
}

/** The title of a callout, or an inline field of Logseq or Dataview. */
const CALLOUT_OR_FIELD = /^(?:[ \t>]*\[!|[ \t]*(?:[-*+][ \t]+)?[\w-]{1,40}::[ \t])/;
/** With `WORDS_BEFORE_LINKS`: a line that contains only links, after a word or two. */
const LINK_OR_URL = /!?\[[^[\]]{0,300}\]\([^\s()]{0,2000}\)|https?:\/\/\S{1,2000}/gi;
const WORDS_BEFORE_LINKS =
  /^[\s\-*+|·,;；，。]{0,40}(?:[\p{L}\p{N}_ -]{1,40}:)?[\s|·,;；，。"]{0,40}$/u;

function isLineOfTemplateLinks(text: string, marker: string): boolean {
  if (CALLOUT_OR_FIELD.test(text)) return true;
  return marker === '' && WORDS_BEFORE_LINKS.test(text.replace(LINK_OR_URL, ''));
}

/** A label `#…` or the URL of a template's link, in which all special characters are escaped. */
const ESCAPED_TAG = /(^|\s)(#[\p{L}\p{N}_-](?:[^\s&<>"'`]|&(?:#x2F|#x3D|#39|amp);)*)(?=\s|$)/gu;
const TEMPLATE_LINK =
  /(\[(?:Read Original|Original|Source|Web|Read on Omnivore|View in Omnivore|Omnivore)\]\()(https?:(?:[^\s&<>"'`()]|&(?:#x2F|#x3D|#39|amp);)+)\)/g;

function ownParts(text: string, offset: number, inCode: InCode): readonly EscapedPart[] {
  const parts: EscapedPart[] = [];
  for (const pattern of [ESCAPED_TAG, TEMPLATE_LINK]) {
    for (const { 1: before = '', 2: own = '', index } of text.matchAll(pattern)) {
      const from = offset + index + before.length;
      if (!own.includes('&') || inCode(from)) continue;
      const isTwice = escapesIn(unescapeOnce(own), 0, own.length).length > 0;
      const edits = isTwice ? [] : editsFor(escapesIn(own, 0, own.length), from);
      const shown = { from, to: from + own.length };
      parts.push(isTwice ? { edits, shown, unresolved: 'escaped-twice' } : { edits, shown });
    }
  }
  return parts;
}

function editsFor(escapes: readonly Escape[], offset = 0): readonly TextEdit[] {
  return escapes.map(({ from, to, character }) => ({
    from: from + offset,
    to: to + offset,
    insert: character,
  }));
}

/** Returns the escapes outside of the parts of their line. */
function outside(escapes: readonly Escape[], parts: readonly EscapedPart[]): readonly Escape[] {
  if (parts.length === 0) return escapes;
  const shown = parts.map((part) => part.shown).sort((a, b) => a.from - b.from);
  return escapes.filter(({ from }) => !covers(shown, from));
}

/** A line of a variable. `escapes` excludes those with a part of their own; `raw` counts unescaped characters. */
interface ReadLine {
  readonly from: number;
  readonly text: string;
  readonly raw: number;
  readonly escapes: readonly Escape[];
}

function readBodyLine(variable: Variable, line: ReadLine, inCode: InCode): void {
  const prose = line.escapes.filter(({ from }) => !inCode(from));
  variable.first ??= prose[0] ?? null;
  variable.hasSign ||= prose.some(({ character }) => MUSTACHE_SIGNS.includes(character));
  const evidence = line.raw > 0 ? { ...NO_EVIDENCE, raw: line.raw } : evidenceOf(line, prose);
  variable.evidence = sum(variable.evidence, evidence);
  if (line.raw > 0) return;
  for (const escape of prose) variable.escapes.push(escape);
  if (prose.length < line.escapes.length) {
    variable.inCode ??= line.escapes.find(({ from }) => inCode(from)) ?? null;
  }
}

function partsOf(body: string, { evidence, escapes, ...seen }: Variable): readonly EscapedPart[] {
  if (wasEscaped(evidence)) {
    const edits = editsFor(escapes);
    const part: EscapedPart = { edits, shown: lineAround(body, edits[0]?.from ?? 0) };
    return seen.inCode
      ? [part, { edits: [], shown: seen.inCode, unresolved: 'escaped-code' }]
      : [part];
  }
  const looksEscaped = seen.hasSign || (evidence.raw === 0 && evidence.escaped > 0);
  if (!seen.first || !looksEscaped) return [];
  const unresolved = evidence.raw > 0 && evidence.url ? 'mixed-escaping' : 'maybe-escaped';
  return [{ edits: [], shown: seen.first, unresolved }];
}

function headingPart(
  body: string,
  shown: Range,
  title: string | null,
  isContentEscaped: boolean,
): EscapedPart | null {
  const heading = body.slice(shown.from, shown.to);
  const unescaped = unescapeOnce(heading);
  if (unescaped === heading) return null;
  const isProved = heading !== title && unescaped === title;
  const isRaw = rawCharacters(heading) > 0 || isPlainlyEscaped(unescaped);
  if (isProved || (!isRaw && (isContentEscaped || isPlainlyEscaped(heading)))) {
    return { edits: editsFor(escapesIn(body, shown.from, shown.to)), shown };
  }
  return title === heading ? null : { edits: [], shown, unresolved: 'maybe-escaped' };
}
