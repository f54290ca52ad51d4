import type { Range, TextEdit } from '../../text/edits';
import type { FrontMatter, Properties, Property } from './read-front-matter';
import { writeScalar } from './scalar';

/**
 * Returns the range of a property's value, which can span lines. Excludes surrounding spaces and the `|` of a
 * block.
 */
export function valueRange(text: string, { colon, lines }: Property): Range {
  const value = text.slice(colon, lines.to);
  const block = /^[ \t]*[|>][-+0-9]{0,2}[ \t]*\r?\n/.exec(value)?.[0].length ?? 0;
  const to = colon + value.trimEnd().length;
  const from = colon + block + (value.length - block - value.slice(block).trimStart().length);
  return { from: Math.min(from, to), to };
}

/**
 * Returns the edit that writes another string with the same quotes, or null if the value can't be rewritten
 * in place.
 */
export function rewriteValue(
  { written }: Pick<Property, 'written'>,
  value: string,
): TextEdit | null {
  if (!written) return null;
  const { from, to, quoting } = written;
  return { from, to, insert: writeScalar(value, quoting) };
}

/**
 * Returns the edit that adds a property to one of the articles in front matter that is a list: below its last
 * property. Returns null if the article has no properties there.
 */
export function addToRecord(
  text: string,
  frontMatter: FrontMatter | null,
  properties: Properties,
  line: string,
): TextEdit | null {
  const last = properties.at(-1);
  if (!frontMatter?.valid || !frontMatter.list || !last) return null;
  const at = last.lines.to;
  const eol = text.charCodeAt(at - 2) === 13 ? '\r\n' : '\n';
  return { from: at, to: at, insert: `  ${line}${eol}` };
}

const BLANK_LINES_AND_COMMENTS = /^(?:[ \t]*(?:#.*)?\r?\n)*$/;

/**
 * Returns the edit that adds a property as the last line of the front matter. Returns null without valid
 * front matter, if `properties` belong to an article in an outline or to one of several in a file, or if
 * anything other than blank lines and comments follows the last parsed key.
 */
export function addProperty(
  text: string,
  frontMatter: FrontMatter | null,
  properties: Properties,
  line: string,
): TextEdit | null {
  if (!frontMatter?.valid || frontMatter.list) return null;
  const { from, to, records } = frontMatter;
  if (properties !== records[0]) return null;
  const rest = records[0]?.at(-1)?.lines.to ?? from;
  if (!BLANK_LINES_AND_COMMENTS.test(text.slice(rest, to))) return null;
  const eol = text.charCodeAt(from - 2) === 13 ? '\r\n' : '\n';
  return { from: to, to, insert: line + eol };
}
