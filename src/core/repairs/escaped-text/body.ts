import { codeSpans } from '../../markdown/code';
import { escapesIn, unescapeOnce, type Escape } from '../../omnivore/entities';
import { headerOf, headingLine } from '../../omnivore/header';
import { splice, type Span, type TextEdit } from '../../text/edits';
import { lineAround, linesOf } from '../../text/lines';
import { covers } from '../../text/ranges';
import {
  evidenceOf,
  isEscaped,
  isPlainlyEscaped,
  NO_EVIDENCE,
  rawCharacters,
  sum,
  type Evidence,
} from './evidence';
import { executableRanges } from './executable-code';
import type { LeftReason } from '../repair';

/** What one variable of a template wrote into a body, and what becomes of it. Offsets are the body's. */
export interface EscapedPart {
  /** In order; none where the part is left. */
  readonly edits: readonly TextEdit[];
  /** What a person sees of it: the first line, or a label, a link, the heading. */
  readonly shown: Span;
  readonly left?: LeftReason;
}

/** Whether an offset lies in code, a comment or math. */
type InCode = (offset: number) => boolean;

/**
 * The escaped parts of an article's body. `inCode` says what is code before the repair; `title` is what a property calls the article,
 * null without one. Where the result would look escaped again, nothing could tell the first pass from the second: then all is left.
 */
export function escapedParts(
  body: string,
  inCode: InCode,
  title: string | null,
): readonly EscapedPart[] {
  const { parts, after } = withoutExecutable(body, findParts(body, inCode, title));
  if (after === body) return parts;
  const code = codeSpans(after, 0);
  const again = findParts(after, (at) => covers(code, at), title);
  const isTwice = withoutExecutable(after, again).after !== after;
  return isTwice ? parts.map((part) => leftPart(part, 'escaped-twice')) : parts;
}

function leftPart({ shown, left }: EscapedPart, reason: LeftReason): EscapedPart {
  return { edits: [], shown, left: left ?? reason };
}

/** The lines that one variable wrote, or several of one kind. */
interface Variable {
  evidence: Evidence;
  /** The escapes of lines in which nothing speaks against escaping. */
  readonly escapes: Escape[];
  /** The first of them that lies in code. */
  inCode: Escape | null;
  /** The first escape outside of code. */
  first: Escape | null;
  /** Whether one stands for a character that only Mustache escapes. */
  hasSign: boolean;
}

function newVariable(): Variable {
  return { evidence: NO_EVIDENCE, escapes: [], inCode: null, first: null, hasSign: false };
}

/** Characters that only Mustache escapes. */
const SIGNS = '/=`';

/** A quotation: a template wrote its `>`, which in escaped content would be `&gt;`. */
const QUOTE = /^[ \t]*(?:[-*+][ \t]+)?>[ \t>]*/;

function findParts(body: string, inCode: InCode, title: string | null): readonly EscapedPart[] {
  const escapes = escapesIn(body, 0, body.length);
  if (escapes.length === 0) return [];
  const header = headerOf(body, { from: 0, to: body.length });
  const heading = headingLine(body, header);
  const content = newVariable();
  const quotes = newVariable();
  const parts: EscapedPart[] = [];
  let next = 0;
  for (const line of linesOf(body)) {
    const start = next;
    while (next < escapes.length && (escapes[next] as Escape).from < line.next) next++;
    if (heading && heading.from >= line.from && heading.from < line.next) continue;
    const text = body.slice(line.from, line.to);
    const marker = QUOTE.exec(text)?.[0] ?? '';
    const ofTemplate = marker !== '' || line.from < header.to;
    const own = ofTemplate && next > start ? ownParts(text, line.from, inCode) : [];
    for (const part of own) parts.push(part);
    const here = outside(escapes.slice(start, next), own);
    const isOwn = ofTemplate && isTemplateLine(text, marker);
    const raw = isOwn ? 0 : rawCharacters(text.slice(marker.length));
    readLine(
      marker === '' ? content : quotes,
      { from: line.from, text, raw, escapes: here },
      inCode,
    );
  }
  const ofHeading = heading && headingPart(body, heading, title, isEscaped(content.evidence));
  if (ofHeading) parts.push(ofHeading);
  return [...parts, ...partsOf(body, content), ...partsOf(body, quotes)];
}

/** A callout's title, a field as Logseq and Dataview write it, a line of nothing but links behind a word or two. */
const CALLOUT_OR_FIELD = /^(?:[ \t>]*\[!|[ \t]*(?:[-*+][ \t]+)?[\w-]{1,40}::[ \t])/;
const LINK_OR_URL = /!?\[[^[\]]{0,300}\]\([^\s()]{0,2000}\)|https?:\/\/\S{1,2000}/g;
const WORDS_BEFORE_LINKS =
  /^[\s\-*+|·,;；，。]{0,40}(?:[\p{L}\p{N}_ -]{1,40}:)?[\s|·,;；，。"]{0,40}$/u;

function isTemplateLine(text: string, marker: string): boolean {
  if (CALLOUT_OR_FIELD.test(text)) return true;
  return marker === '' && WORDS_BEFORE_LINKS.test(text.replace(LINK_OR_URL, ''));
}

/** A label `#…`, and the destination of a template's link, where nothing but escapes could have made it what it is. */
const LABEL = /(^|\s)(#[\p{L}\p{N}_-](?:[^\s&<>"'`]|&(?:#x2F|#x3D|#39|amp);)*)(?=\s|$)/gu;
const LINK =
  /(\[(?:Read Original|Original|Source|Web|Read on Omnivore|View in Omnivore|Omnivore)\]\()(https?:(?:[^\s&<>"'`()]|&(?:#x2F|#x3D|#39|amp);)+)\)/g;

function ownParts(text: string, offset: number, inCode: InCode): readonly EscapedPart[] {
  const parts: EscapedPart[] = [];
  for (const pattern of [LABEL, LINK]) {
    for (const { 1: before = '', 2: own = '', index } of text.matchAll(pattern)) {
      const from = offset + index + before.length;
      if (!own.includes('&') || inCode(from)) continue;
      const isTwice = escapesIn(unescapeOnce(own), 0, own.length).length > 0;
      const edits = isTwice ? [] : editsFor(escapesIn(own, 0, own.length), from);
      const shown = { from, to: from + own.length };
      parts.push(isTwice ? { edits, shown, left: 'escaped-twice' } : { edits, shown });
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

/** The escapes that lie in none of the parts, which are few to a line. */
function outside(escapes: readonly Escape[], parts: readonly EscapedPart[]): readonly Escape[] {
  if (parts.length === 0) return escapes;
  const shown = parts.map((part) => part.shown).sort((a, b) => a.from - b.from);
  return escapes.filter(({ from }) => !covers(shown, from));
}

/** A line as it is read for a variable; the escapes are without those that have a part of their own. */
interface ReadLine {
  readonly from: number;
  readonly text: string;
  readonly raw: number;
  readonly escapes: readonly Escape[];
}

function readLine(variable: Variable, line: ReadLine, inCode: InCode): void {
  const prose = line.escapes.filter(({ from }) => !inCode(from));
  variable.first ??= prose[0] ?? null;
  variable.hasSign ||= prose.some(({ character }) => SIGNS.includes(character));
  const evidence = line.raw > 0 ? { ...NO_EVIDENCE, raw: line.raw } : evidenceOf(line, prose);
  variable.evidence = sum(variable.evidence, evidence);
  if (line.raw > 0) return;
  for (const escape of prose) variable.escapes.push(escape);
  if (prose.length < line.escapes.length) {
    variable.inCode ??= line.escapes.find(({ from }) => inCode(from)) ?? null;
  }
}

function partsOf(body: string, { evidence, escapes, ...seen }: Variable): readonly EscapedPart[] {
  if (isEscaped(evidence)) {
    const edits = editsFor(escapes);
    const part: EscapedPart = { edits, shown: lineAround(body, edits[0]?.from ?? 0) };
    return seen.inCode ? [part, { edits: [], shown: seen.inCode, left: 'escaped-code' }] : [part];
  }
  const looksEscaped = seen.hasSign || (evidence.raw === 0 && evidence.escaped > 0);
  if (!seen.first || !looksEscaped) return [];
  const left = evidence.raw > 0 && evidence.url ? 'mixed-escaping' : 'maybe-escaped';
  return [{ edits: [], shown: seen.first, left }];
}

function headingPart(
  body: string,
  shown: Span,
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
  return title === heading ? null : { edits: [], shown, left: 'maybe-escaped' };
}

/** So often is looked again whether what stays escaped makes something else run; what has not settled by then stays escaped whole. */
const MOST_ROUNDS = 4;

/** The parts without the edits by which something would run or load, and the body after the edits that remain. */
function withoutExecutable(
  body: string,
  found: readonly EscapedPart[],
): { readonly parts: readonly EscapedPart[]; readonly after: string } {
  let parts = found;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = parts.flatMap((part) => part.edits).sort((a, b) => a.from - b.from);
    const after = splice(body, edits);
    const held = edits.length === 0 ? NONE : editsWithin(edits, executableRanges(after));
    if (held.size === 0) return { parts, after };
    parts = parts.flatMap((part) => hold(body, part, held));
  }
  return { parts: found.map((part) => leftPart(part, 'would-run')), after: body };
}

const NONE: ReadonlyMap<TextEdit, number> = new Map();

/** The edits whose insertions lie in one of the ranges of the text after, each with the number of the range. */
function editsWithin(edits: readonly TextEdit[], ranges: readonly Span[]): typeof NONE {
  const within = new Map<TextEdit, number>();
  let shift = 0;
  let range = 0;
  let to = -1;
  for (const edit of edits) {
    const at = edit.from + shift;
    shift += edit.insert.length - (edit.to - edit.from);
    while ((ranges[range]?.from ?? Infinity) <= at) to = Math.max(to, (ranges[range++] as Span).to);
    if (at < to) within.set(edit, range);
  }
  return within;
}

/** A part without the edits that are held, and what is left of it, range by range. */
function hold(body: string, part: EscapedPart, held: typeof NONE): readonly EscapedPart[] {
  const edits = part.edits.filter((edit) => !held.has(edit));
  if (edits.length === part.edits.length) return [part];
  const left: EscapedPart[] = [];
  let last = -1;
  for (const edit of part.edits) {
    const range = held.get(edit) ?? last;
    if (range === last) continue;
    last = range;
    const shown = { from: edit.from, to: lineAround(body, edit.from).to };
    left.push({ edits: [], shown, left: 'would-run' });
  }
  return edits.length === 0 ? left : [{ ...part, edits }, ...left];
}
