import MarkdownIt from 'markdown-it';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import type { Range } from '../../../src/core/text/edits';

/**
 * What an independent CommonMark parser (with GitHub's tables and math) calls a place. Where we differ on purpose, it has
 * a name of its own:
 * - `unclosed`: a fence, math block or HTML block without an end; it has swallowed text that is not code;
 * - `indented`: code by indentation alone;
 * - `element`: inside `<code>…</code>` and the like in one paragraph: Markdown there is rendered, but its author calls it code.
 */
export type Place = 'code' | 'unclosed' | 'indented' | 'element' | 'prose';

type Root = ReturnType<typeof fromMarkdown>;

const COMMENT = /<!--(?:-?>|[\s\S]*?-->)/g;
const ELEMENT =
  /<!--(?:-?>|[\s\S]*?-->)|<(pre|code|script|style|textarea)(?=[\s>/])[\s\S]*?<\/\1\s*>/gi;
/** HTML blocks that only a certain text ends, and that text. */
const HTML_KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:pre|script|style|textarea)(?=[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![A-Za-z]/, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];
const FENCE = /^(?:`{3,}|~{3,}|\${2,})/;
const PLACES: readonly Place[] = ['code', 'unclosed', 'indented', 'element'];

interface PlacedSpan extends Range {
  readonly place: Place;
}

/** Parses a body; the answer takes offsets from its start. */
export function placesIn(body: string): (offset: number) => Place {
  const tree = fromMarkdown(body, {
    extensions: [gfm(), math({ singleDollarTextMath: false })],
    mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
  });
  const ranges: PlacedSpan[] = [];
  collect(tree, false, body, ranges);
  return (offset) => {
    const around = ranges.filter(({ from, to }) => from <= offset && offset < to);
    return PLACES.find((place) => around.some((range) => range.place === place)) ?? 'prose';
  };
}

function collect(
  node: Root | Root['children'][number],
  inText: boolean,
  body: string,
  ranges: PlacedSpan[],
): void {
  const from = node.position?.start.offset ?? 0;
  const to = node.position?.end.offset ?? 0;
  const source = body.slice(from, to);
  const addAll = (pattern: RegExp, place: Place): void => {
    for (const { 0: part, index } of source.matchAll(pattern)) {
      ranges.push({ from: from + index, to: from + index + part.length, place });
    }
  };
  if (node.type === 'inlineCode' || node.type === 'inlineMath')
    ranges.push({ from, to, place: 'code' });
  else if (node.type === 'code' || node.type === 'math')
    ranges.push({ from, to, place: blockOf(source) });
  else if (node.type === 'html') {
    if (!inText && isUnclosed(source)) ranges.push({ from, to, place: 'unclosed' });
    else if (!inText) addAll(ELEMENT, 'code');
    else if (source.startsWith('<!--')) addAll(COMMENT, 'code');
  } else if ('children' in node) {
    const text = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
    if (text) addAll(ELEMENT, 'element');
    for (const child of node.children) collect(child, inText || text, body, ranges);
  }
}

function blockOf(source: string): Place {
  const opener = FENCE.exec(source)?.[0];
  if (opener === undefined) return 'indented';
  const lastLine = source.slice(source.lastIndexOf('\n') + 1);
  const last = lastLine.replace(/^[ \t>]*/, '').trimEnd();
  const closes = last.startsWith(opener) && last === opener.charAt(0).repeat(last.length);
  return closes && source.includes('\n') ? 'code' : 'unclosed';
}

function isUnclosed(html: string): boolean {
  return HTML_KINDS.some(([start, end]) => start.test(html.trimStart()) && !end.test(html));
}

/** What a second parser, markdown-it, calls the place of a word; it knows no math. */
export function placeToMarkdownIt(body: string, word: string): Place {
  const lines = body.split('\n');
  const inPart = (content: string, pattern: RegExp): boolean =>
    [...content.matchAll(pattern)].some(({ 0: part }) => part.includes(word));
  for (const { type, content, children, map } of new MarkdownIt({ html: true }).parse(body, {})) {
    if (!content.includes(word)) continue;
    if (type === 'code_block') return 'indented';
    if (type === 'fence')
      return blockOf(
        lines
          .slice(...(map ?? []))
          .join('\n')
          .trimEnd()
          .replace(/^[^`~]*/, ''),
      );
    if (type === 'html_block') {
      if (isUnclosed(content)) return 'unclosed';
      return inPart(content, ELEMENT) ? 'code' : 'prose';
    }
    const inline = (children ?? []).filter((child) => child.content.includes(word));
    if (inline.some((child) => child.type === 'code_inline')) return 'code';
    if (inline.some((child) => child.type === 'html_inline' && inPart(child.content, COMMENT)))
      return 'code';
    return inPart(content, ELEMENT) ? 'element' : 'prose';
  }
  return 'prose';
}
