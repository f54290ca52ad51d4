import type { Range, TextEdit } from '../../text/edits';
import type { FrontMatter, Properties, Property } from './read-front-matter';
import { writeScalar } from './scalar';

/** What stands behind a property's colon, on one line or more, without blanks around it and without a block's `|`. */
export function valueRange(text: string, { colon, lines }: Property): Range {
  const value = text.slice(colon, lines.to);
  const block = /^[ \t]*[|>][-+0-9]{0,2}[ \t]*\r?\n/.exec(value)?.[0].length ?? 0;
  const to = colon + value.trimEnd().length;
  const from = colon + block + (value.length - block - value.slice(block).trimStart().length);
  return { from: Math.min(from, to), to };
}

/** The edit that writes another text value in a property's own quotes; null where it can't be rewritten in place. */
export function rewriteText(property: Property, value: string): TextEdit | null {
  if (!property.written) return null;
  const { from, to, quoting } = property.written;
  return { from, to, insert: writeScalar(value, quoting) };
}

const BLANKS_AND_COMMENTS = /^(?:[ \t]*(?:#.*)?\r?\n)*$/;

/**
 * The edit that adds a property as the front matter's last line. Null where there is no front matter to add to, where
 * `properties` are not the note's own (an article of an outline, one of several in a file), or where anything other than blank
 * lines and comments follows the last key that was understood.
 */
export function addProperty(
  text: string,
  frontMatter: FrontMatter | null,
  properties: Properties,
  line: string,
): TextEdit | null {
  if (!frontMatter?.sound || frontMatter.list) return null;
  const { from, to, records } = frontMatter;
  if (properties !== records[0]) return null;
  const rest = records[0]?.at(-1)?.lines.to ?? from;
  if (!BLANKS_AND_COMMENTS.test(text.slice(rest, to))) return null;
  const eol = text.charCodeAt(from - 2) === 13 ? '\r\n' : '\n';
  return { from: to, to, insert: line + eol };
}
