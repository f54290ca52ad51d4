import type { Range } from '../text/edits';
import {
  closingBracket,
  destinationAt,
  endOfTitle,
  isEscaped,
  MAX_DESTINATION_LENGTH,
  type CodeEnd,
} from './markdown-images';

/** An image whose URL is in a definition: `![alt][label]`, and `[label]: destination` elsewhere. */
export interface ReferenceImage {
  /** The range of the URL in the definition, including angle brackets if there are any. */
  readonly destination: Range;
  /** The URL without angle brackets. Escapes and entities are not decoded. */
  readonly url: string;
  /** Whether something other than an image uses the definition too, such as a link. */
  readonly isShared: boolean;
}

interface ReferenceDefinition {
  readonly label: string;
  readonly destination: Range;
  /** The range of the label, with its brackets. */
  readonly labelRange: Range;
}

/** CommonMark's limit. */
const MAX_REFERENCE_LABEL_LENGTH = 999;
/** Matches the start of a definition in a quote, or not. Footnotes are not definitions. */
const DEFINITION = /[ \t>]*(\[(?!\^)(?:[^[\]\\\n]|\\[^\n]){1,999}\]):[ \t]*/y;
/** Matches a line after which a definition can start: blank, heading, or a line of `-`, `*`, `_` or `=`. */
const ENDS_PARAGRAPH = /[ \t>]{0,100}(?:#{1,6}[ \t]|[-*_=]{0,100}[ \t]{0,100}\r?(?:\n|$))/y;

/**
 * Returns the images in a range that use a definition in the same range, one for each definition, in the order
 * of the definitions.
 */
export function referenceImages(
  text: string,
  range: Range,
  codeEnd: CodeEnd,
): readonly ReferenceImage[] {
  const definitions = definitionsIn(text, range, codeEnd);
  if (definitions.size === 0) return [];
  const uses = imageUses(text, range, codeEnd);
  const used = new Set([...uses.values()].filter((label) => definitions.has(label)));
  if (used.size === 0) return [];
  const shared = otherUses(text, range, codeEnd, definitions, uses);
  return [...definitions.values()].flatMap(({ label, destination }): ReferenceImage[] => {
    if (!used.has(label)) return [];
    const angle = text.charAt(destination.from) === '<' ? 1 : 0;
    const url = text.slice(destination.from + angle, destination.to - angle);
    return [{ destination, url, isShared: shared.has(label) }];
  });
}

/** Returns the definitions by label. Of several with the same label, only the first counts. */
function definitionsIn(
  text: string,
  { from, to }: Range,
  codeEnd: CodeEnd,
): ReadonlyMap<string, ReferenceDefinition> {
  const definitions = new Map<string, ReferenceDefinition>();
  let canStart = true;
  let depth = 0;
  for (let at = from; at < to;) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline >= to ? to : newline;
    const depthBefore = depth;
    depth = quoteDepth(text, at);
    const starts: boolean = canStart || depth > depthBefore;
    const definition: ReferenceDefinition | null = starts ? definitionAt(text, at, lineEnd) : null;
    if (definition && codeEnd(definition.labelRange.from) < 0) {
      if (!definitions.has(definition.label)) definitions.set(definition.label, definition);
      canStart = true;
    } else {
      ENDS_PARAGRAPH.lastIndex = at;
      canStart = codeEnd(at) >= 0 || ENDS_PARAGRAPH.test(text);
    }
    at = lineEnd + 1;
  }
  return definitions;
}

/** Returns how many quotes a line is in. */
function quoteDepth(text: string, from: number): number {
  let depth = 0;
  for (let at = from; /[ >]/.test(text.charAt(at)); at++) if (text.charAt(at) === '>') depth++;
  return depth;
}

/** Lines that are indented further are code, or belong to a list. */
const MAX_INDENT = 3;

/** Reads a definition of one line. */
function definitionAt(text: string, from: number, lineEnd: number): ReferenceDefinition | null {
  DEFINITION.lastIndex = from;
  const match = DEFINITION.exec(text);
  const bracketed = match?.[1];
  if (!match || bracketed === undefined || DEFINITION.lastIndex >= lineEnd) return null;
  const start = from + match[0].indexOf('[');
  const before = text.slice(from, start);
  const quoteEnd = before.lastIndexOf('>') + 1;
  // The first space after a `>` belongs to it.
  const indent = before.length - quoteEnd - (quoteEnd > 0 ? 1 : 0);
  if (indent > MAX_INDENT || before.includes('\t')) return null;
  const destination = destinationAfter(text, DEFINITION.lastIndex, lineEnd);
  if (!destination || !endsLine(text, destination.to, lineEnd)) return null;
  const labelRange = { from: start, to: start + bracketed.length };
  return { label: normalizeLabel(bracketed.slice(1, -1)), destination, labelRange };
}

/** Returns the destination at an offset. In a definition, it ends with the line or at a space. */
function destinationAfter(text: string, from: number, lineEnd: number): Range | null {
  if (text.charAt(from) === '<') return destinationAt(text, from, lineEnd);
  // With a space after it, it is parsed like the URL of an image.
  const line = `${text.slice(from, Math.min(lineEnd, from + MAX_DESTINATION_LENGTH))} `;
  const range = destinationAt(line, 0, line.length);
  return range && line.charAt(range.to) !== ')'
    ? { from: from + range.from, to: from + range.to }
    : null;
}

/** Returns whether only a title, or nothing, follows on the line. */
function endsLine(text: string, from: number, lineEnd: number): boolean {
  const rest = text.slice(from, lineEnd);
  if (rest.trim() === '') return true;
  const titleFrom = from + rest.length - rest.trimStart().length;
  if (titleFrom === from) return false;
  const titleEnd = endOfTitle(text, titleFrom, lineEnd);
  return titleEnd >= 0 && titleEnd <= lineEnd && text.slice(titleEnd, lineEnd).trim() === '';
}

/** Returns the labels that images use, by the offset of the bracket before the label. */
function imageUses(
  text: string,
  { from, to }: Range,
  codeEnd: CodeEnd,
): ReadonlyMap<number, string> {
  const uses = new Map<number, string>();
  for (let at = text.indexOf('![', from); at >= 0 && at < to; at = text.indexOf('![', at + 2)) {
    if (codeEnd(at) >= 0 || isEscaped(text, at)) continue;
    const altEnd = closingBracket(text, at + 2, to, codeEnd);
    if (altEnd < 0 || text.charAt(altEnd + 1) === '(') continue;
    const next = altEnd + 1;
    const labelEnd = text.charAt(next) === '[' ? closingBracket(text, next + 1, to, codeEnd) : -1;
    const isFull = labelEnd > next + 1;
    const [start, end] = isFull ? [next, labelEnd] : [at + 1, altEnd];
    if (end - start <= MAX_REFERENCE_LABEL_LENGTH)
      uses.set(start, normalizeLabel(text.slice(start + 1, end)));
  }
  return uses;
}

const BRACKETED = /\[((?:[^[\]\\]|\\[^]){1,999})\]/g;

/** Returns the labels of definitions that something other than an image or a definition may use. */
function otherUses(
  text: string,
  { from, to }: Range,
  codeEnd: CodeEnd,
  definitions: ReadonlyMap<string, ReferenceDefinition>,
  uses: ReadonlyMap<number, string>,
): ReadonlySet<string> {
  const others = new Set<string>();
  const own = new Set([...definitions.values()].map(({ labelRange }) => labelRange.from));
  BRACKETED.lastIndex = from;
  for (let match = BRACKETED.exec(text); match && match.index < to; match = BRACKETED.exec(text)) {
    const label = normalizeLabel(match[1] ?? '');
    const isOther = definitions.has(label) && !uses.has(match.index) && !own.has(match.index);
    // In `![alt][label]`, the alternative text does not use the definition of the same name.
    if (isOther && !isAlt(text, match.index, match[0].length) && codeEnd(match.index) < 0) {
      others.add(label);
    }
  }
  return others;
}

/** Returns whether brackets are the alternative text of an image that is followed by its URL or label. */
function isAlt(text: string, at: number, length: number): boolean {
  return text.charAt(at - 1) === '!' && /[[(]/.test(text.charAt(at + length));
}

/** Labels are compared without case, and with each run of spaces as one. */
function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
