import type { TextEdit } from '../../text/edits';
import type { Property } from './read-front-matter';
import { writeScalar } from './scalar';

/**
 * Returns the edit that adds strings to a property that is a list or has no value, written as the list is:
 * with brackets, or with an item per line. Returns null for any other value, and for a list that can't be
 * extended safely: with comments, or with items that are lists or maps. `eol` is the note's line break.
 */
export function addListItems(
  text: string,
  { value, colon, lines: { to } }: Property,
  items: readonly string[],
  eol: string,
): TextEdit | null {
  const written = text.slice(colon, to).trimEnd();
  if (value === null && written === '') {
    return { from: colon, to: colon, insert: ` ${flowList(items)}` };
  }
  const isPlainList =
    Array.isArray(value) &&
    value.every((item) => typeof item !== 'object' || item === null) &&
    !/\s#/.test(written);
  if (!isPlainList) return null;
  if (written.trimStart().startsWith('[')) {
    if (!written.endsWith(']')) return null;
    const at = colon + written.length - 1;
    const separator = value.length > 0 ? ', ' : '';
    return { from: at, to: at, insert: separator + items.map(flowItem).join(', ') };
  }
  const dash = /\n([ \t]*- )[^\n]*$/.exec(written)?.[1];
  if (dash === undefined) return null;
  const at = colon + written.length;
  const insert = items.map((item) => `${eol}${dash}${writeScalar(item, 'plain')}`).join('');
  return { from: at, to: at, insert };
}

/** Writes a list in brackets. */
export function flowList(items: readonly string[]): string {
  return `[${items.map(flowItem).join(', ')}]`;
}

function flowItem(item: string): string {
  return /^[\p{L}\p{N}_/-]+$/u.test(item) ? writeScalar(item, 'plain') : JSON.stringify(item);
}
