import type { LineCursor } from './line-cursor';
import type { ForwardSearch } from './search-ahead';

/** Elements whose content is code, or is not displayed. */
const RAW_ELEMENTS = 'pre|script|style|textarea';
const TAG_NAME = '[A-Za-z][A-Za-z0-9-]*';
const ATTRIBUTE_VALUE = `(?:[^\\s"'=<>\`]+|'[^']*'|"[^"]*")`;
const OPEN_TAG = `<${TAG_NAME}(?:\\s+[A-Za-z_:][\\w:.-]*(?:\\s*=\\s*${ATTRIBUTE_VALUE})?)*\\s*/?>`;
const CLOSE_TAG = `</${TAG_NAME}\\s*>`;

const RAW_START = new RegExp(`^<(?:${RAW_ELEMENTS})(?=[ \\t>]|$)`, 'i');
const RAW_END = new RegExp(`</(?:${RAW_ELEMENTS})>`, 'gi');
const TAG_ALONE = new RegExp(`^(?:${OPEN_TAG}|${CLOSE_TAG})[ \\t]*$`);
const BLOCK_TAG = /^<\/?([A-Za-z][A-Za-z0-9]*)(?=[ \t]|\/?>|$)/;
const BLOCK_NAMES = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);

/** How an HTML block ends: with a line that matches, or at a blank line. */
export type HtmlBlockEnd = RegExp | 'blank';

/** Start and end of the HTML blocks that end with a certain text. */
const CLOSED_KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [RAW_START, RAW_END],
  [/^<!--/, /-->/g],
  [/^<\?/, /\?>/g],
  [/^<![A-Za-z]/, />/g],
  [/^<!\[CDATA\[/, /\]\]>/g],
];

/**
 * Returns how the HTML block at the cursor ends, for all seven kinds of CommonMark; null if there is none. A
 * tag alone on its line can't interrupt a paragraph.
 */
export function htmlBlockAt(line: LineCursor, inParagraph: boolean): HtmlBlockEnd | null {
  const { rest } = line;
  for (const [start, end] of CLOSED_KINDS) if (start.test(rest)) return end;
  const name = BLOCK_TAG.exec(rest)?.[1];
  if (name !== undefined && BLOCK_NAMES.has(name.toLowerCase())) return 'blank';
  return !inParagraph && TAG_ALONE.test(rest) ? 'blank' : null;
}

/** Matches the start of a comment or of an element with code. The first group is the name of the element. */
export const RAW_MARKUP = new RegExp(`<!--|<(${RAW_ELEMENTS}|code)(?=[\\s/>])`, 'gi');

/** A tag, autolink or other HTML markup within a line. */
interface HtmlMarkup {
  /** The lowercase name if the element contains code, otherwise an empty string. */
  readonly name: string;
  readonly closes: boolean;
  readonly to: number;
}

const INLINE_TAG = new RegExp(`${OPEN_TAG}|${CLOSE_TAG}`, 'y');
const AUTOLINK = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/y;
const RAW_TAG = new RegExp(`^</?(${RAW_ELEMENTS}|code)(?![A-Za-z0-9-])`, 'i');

/** Returns the markup that starts at a `<`, except comments; null if there is none. */
export function inlineTag(content: string, at: number, search: ForwardSearch): HtmlMarkup | null {
  const to = endOfMarkup(content, at, search);
  if (to < 0) return null;
  const name = RAW_TAG.exec(content.slice(at, at + 12))?.[1]?.toLowerCase() ?? '';
  return { name, closes: content.charAt(at + 1) === '/', to };
}

function endOfMarkup(content: string, at: number, search: ForwardSearch): number {
  if (content.startsWith('<?', at)) return search.endOf('?>', at + 2);
  if (content.startsWith('<![CDATA[', at)) return search.endOf(']]>', at + 9);
  if (/^<![A-Za-z]/.test(content.slice(at, at + 3))) return search.endOf('>', at + 3);
  for (const markup of [INLINE_TAG, AUTOLINK]) {
    markup.lastIndex = at;
    if (markup.test(content)) return markup.lastIndex;
  }
  return -1;
}
