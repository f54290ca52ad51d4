import type { Range } from '../../text/edits';
import { lineAt } from '../../text/lines';
import type { Property, WrittenValue } from './read-front-matter';
import { readScalar, type Quoting } from './scalar';

/** A text in the value of a property. */
export interface PropertyText {
  readonly value: string;
  /** Where it is written; null if it can't be rewritten in place. */
  readonly written: WrittenValue | null;
  /** Its index if the value is a list; null if it is the value itself, or inside another value. */
  readonly item: number | null;
}

/** Values inside values are read down to this depth, because YAML aliases can make them endless. */
const MAX_VALUE_DEPTH = 3;
/** Of one property, no more texts are read. */
const MAX_TEXTS = 1_000;

/**
 * Returns the texts in a property's value: the value itself, the items of a list, and what is inside them. Items can be
 * rewritten if every item is a plain or quoted scalar in one line: then each is found in the text by reading it alone.
 */
export function propertyTexts(text: string, property: Property): readonly PropertyText[] {
  const { value, written } = property;
  if (typeof value === 'string') return [{ value, written, item: null }];
  const places = Array.isArray(value) ? writtenItems(text, property, value) : null;
  if (!places) return textsInside(value, MAX_VALUE_DEPTH);
  return places.flatMap((place, item): PropertyText[] => {
    const each = (value as readonly unknown[])[item];
    return typeof each === 'string' ? [{ value: each, written: place, item }] : [];
  });
}

function textsInside(value: unknown, depth: number): readonly PropertyText[] {
  if (typeof value === 'string') return [{ value, written: null, item: null }];
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  const inside = Object.values(value).slice(0, MAX_TEXTS);
  return inside.flatMap((each) => textsInside(each, depth - 1)).slice(0, MAX_TEXTS);
}

/** Returns where each item is written; null unless each, read alone, is the item that the parser has found. */
function writtenItems(
  text: string,
  { colon, lines }: Property,
  items: readonly unknown[],
): readonly WrittenValue[] | null {
  const firstLine = lineAt(text, colon, lines.to);
  const rest = text.slice(colon, firstLine.to).trim();
  const ranges =
    rest === ''
      ? blockItems(text, { from: firstLine.next, to: lines.to })
      : flowItems(text, { from: colon, to: lines.to });
  if (ranges?.length !== items.length) return null;
  const isSame = ranges.every(({ from, to }, i) => {
    const read = readScalar(text.slice(from, to));
    return read !== null && Object.is(read.value, items[i]);
  });
  if (!isSame) return null;
  return ranges.map((range) => ({
    ...range,
    quoting: quotingOf(text.charAt(range.from), rest !== ''),
  }));
}

function quotingOf(first: string, isInFlow: boolean): Quoting {
  if (first === '"') return 'double';
  if (first === "'") return 'single';
  return isInFlow ? 'flow' : 'plain';
}

/** Returns the items of a block list; null if a line is something else. */
function blockItems(text: string, { from, to }: Range): readonly Range[] | null {
  const items: Range[] = [];
  for (let at = from; at < to;) {
    const line = lineAt(text, at, to);
    at = line.next;
    const content = text.slice(line.from, line.to).trim();
    if (content === '') continue;
    if (!content.startsWith('- ')) return null;
    const item = content.slice(2).trim();
    const end = line.from + text.slice(line.from, line.to).trimEnd().length;
    items.push({ from: end - item.length, to: end });
  }
  return items;
}

/** Returns the items of a flow list; null if it contains something other than simple scalars. */
function flowItems(text: string, { from, to }: Range): readonly Range[] | null {
  const whole = text.slice(from, to);
  const end = from + whole.trimEnd().length - 1;
  let at = from + whole.length - whole.trimStart().length;
  if (text.charAt(at) !== '[' || text.charAt(end) !== ']') return null;
  const items: Range[] = [];
  for (at = afterSpace(text, at + 1); at < end; at = afterSpace(text, at + 1)) {
    const item = { from: at, to: endOfItem(text, at) };
    items.push(item);
    at = afterSpace(text, item.to);
    if (text.charAt(at) !== (at < end ? ',' : ']')) return null;
  }
  return items;
}

/** Returns where an item in quotes ends after its closing quote, and another one before the next sign of the list. */
function endOfItem(text: string, from: number): number {
  const first = text.charAt(from);
  if (first === '"' || first === "'") {
    const closing = text.indexOf(first, from + 1);
    return closing < 0 ? text.length : closing + 1;
  }
  FLOW_SIGN.lastIndex = from;
  const end = FLOW_SIGN.exec(text)?.index ?? text.length;
  return from + text.slice(from, end).trimEnd().length;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.has(text.charAt(at))) at++;
  return at;
}

const FLOW_SIGN = /[,[\]{}]/g;
const SPACE: ReadonlySet<string> = new Set([' ', '\t', '\r', '\n']);
