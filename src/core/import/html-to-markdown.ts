import type { NodeHtmlMarkdown, TranslatorConfigFactory } from 'node-html-markdown';
import { linkDestination } from '../repairs/dead-links/link-destination';
import { isShownLanguage } from '../repairs/escaped-text/executable-code';
import { withoutProxy } from '../omnivore/image-proxy';
import { convertInPieces } from './convert-pieces';
import type { YieldIfNeeded } from './letters';
import { loadParser } from './linear-parser';

/** Converts a page of an export to Markdown. Rejects if the page is nested too deeply. */
export type HtmlToMarkdown = (html: string) => Promise<string>;

/** An element, as the converter passes it. */
type Element = Parameters<TranslatorConfigFactory>[0]['node'];

/**
 * Loads the converter that Omnivore itself used. It is large, so it runs only when needed. It does
 * not use the browser's parser, so the result is the same in the app and in Node. Images link to
 * their originals, scripts and styles are removed, and frames and media become links. Nothing in
 * the page can run or load anything in Obsidian or a publisher: HTML, embeds, queries and tags in
 * its text are escaped. Calls `yieldIfNeeded` between the pieces of a page.
 */
export async function loadConverter(yieldIfNeeded: YieldIfNeeded): Promise<HtmlToMarkdown> {
  const { NodeHtmlMarkdown: Converter } = await import('node-html-markdown');
  const converter = new Converter({
    bulletMarker: '-',
    emDelimiter: '*',
    // The package's own pattern for this is slow on many spaces in a row.
    maxConsecutiveNewlines: 0,
    useInlineLinks: false,
    ignore: ['noscript', 'template', 'svg', 'math', 'canvas', 'form', 'button', 'select', 'dialog'],
    // The package passes both to `String.replace`, which also accepts a function.
    globalEscape: [SPECIAL, escapeSpecial as unknown as string],
    lineStartEscape: [LINE_START, '$1$3\\$2$4'],
  });
  addTranslators(converter);
  const parsePage = await loadParser();
  return async (html) => {
    const texts: string[] = [];
    for (const text of convertInPieces(html, parsePage, (piece) => converter.translate(piece))) {
      const tidied = tidy(text);
      if (tidied !== '') texts.push(tidied);
      await yieldIfNeeded();
    }
    return texts.join('\n\n').trim();
  };
}

/**
 * Matches URLs, which stay unchanged, and text to escape: Markdown syntax, entities, elements,
 * math, and Obsidian's highlights, comments and tags.
 */
const SPECIAL =
  /https?:\/\/[^\s<>[\]`*\\]+|[\\`*_~[\]<$]|&(?=#?\w{1,40};)|==|%%|#(?=[\p{L}\p{N}_/-])/giu;
const LINE_START = /^(\s*)(?:([+=>-]|#{1,6}(?=\s))|(\d{1,9})([.)](?=\s)))/g;

function escapeSpecial(match: string): string {
  return /^http/i.test(match) ? match : `\\${match}`;
}

function addTranslators(converter: NodeHtmlMarkdown): void {
  const all = [converter.translators, converter.aTagTranslators, converter.tableCellTranslators];
  for (const translators of all) {
    translators.set('img', image);
    translators.set('iframe,embed,object,video,audio', media);
    translators.set('code,kbd,samp,tt', code);
  }
  converter.codeBlockTranslators.set('img', { ignore: true });
  for (const translators of [converter.translators, converter.tableCellTranslators]) {
    translators.set('a', link);
  }
  converter.translators.set('pre', fence);
}

/**
 * Links an image to its original, because Omnivore's proxy is dead. Newer pages also have the
 * original URL in an attribute.
 */
const image: TranslatorConfigFactory = ({ node }) => {
  const original = node.getAttribute('data-omnivore-original-src') ?? '';
  const src = webUrl(original) ?? webUrl(withoutProxy(attribute(node, 'src')));
  if (src === null) return { ignore: true };
  const [alt, title] = [attribute(node, 'alt'), attribute(node, 'title')];
  const end = title === '' ? '' : ` "${inLabel(title).replaceAll('"', '\\"')}"`;
  return { content: `![${inLabel(alt)}](${src}${end})`, recurse: false };
};

const media: TranslatorConfigFactory = ({ node }) => {
  const source = firstInside(node, 'SOURCE')?.getAttribute('src') ?? '';
  const src = [attribute(node, 'src'), attribute(node, 'data'), source].map(webUrl).find(Boolean);
  if (!src) return { ignore: true };
  const title = attribute(node, 'title') || 'Media';
  return { content: `[${inLabel(title)}](${src})`, recurse: false };
};

/**
 * Replaces a link that does not lead to the web (a script, an anchor in the page) with its text.
 */
const link: TranslatorConfigFactory = ({ node, visitor }) => {
  const href = webUrl(attribute(node, 'href'));
  if (href === null) return {};
  const title = attribute(node, 'title');
  const end = title === '' ? '' : ` "${inLabel(title).replaceAll('"', '\\"')}"`;
  return {
    prefix: '[',
    postfix: `](${href}${end})`,
    postprocess: ({ content }) => content.replace(/\s+/g, ' '),
    childTranslators: visitor.instance.aTagTranslators,
  };
};

/** Matches inline code that Dataview or Meta Bind would run. It becomes plain text. */
const QUERY = /^\s*(?:\$?=|(?:INPUT|VIEW|BUTTON|EMBED)\[)/;

const code: TranslatorConfigFactory = ({ node }) => {
  const text = codeText(node).replace(/\s+/g, ' ').trim();
  if (text === '') return { ignore: true };
  if (QUERY.test(text)) return {};
  const fence = '`'.repeat(longestRun(text) + 1);
  const space = fence.length > 1 || /^`|`$/.test(text) ? ' ' : '';
  return { content: `${fence}${space}${text}${space}${fence}`, recurse: false };
};

const fence: TranslatorConfigFactory = ({ node }) => {
  const text = codeText(node).replace(/^\n+/, '').trimEnd();
  if (text.trim() === '') return { ignore: true };
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const content = `${fence}${languageOf(node)}\n${text}\n${fence}`;
  return { content, recurse: false, surroundingNewlines: 2 };
};

/**
 * Returns the language of a code block. Returns '' for a language that may belong to a plugin,
 * which would run the code.
 */
function languageOf(node: Element): string {
  const inner = firstInside(node, 'CODE')?.getAttribute('class') ?? '';
  const named = /(?:language|lang|highlight-source)-([\w+#-]{1,30})/.exec(
    `${attribute(node, 'class')} ${inner}`,
  );
  const language = named?.[1]?.toLowerCase() ?? '';
  return isShownLanguage(language) ? language : '';
}

/** Returns the text of an element. `<br>` becomes a line break. */
function codeText(node: Element): string {
  const pieces: string[] = [];
  const pending: unknown[] = [node];
  while (pending.length > 0) {
    const { tagName, childNodes, text } = pending.pop() as {
      readonly tagName?: string;
      readonly childNodes?: readonly unknown[];
      readonly text?: string;
    };
    if (tagName?.toUpperCase() === 'BR') pieces.push('\n');
    else if (childNodes && childNodes.length > 0) pending.push(...[...childNodes].reverse());
    else if (tagName === undefined) pieces.push(text ?? '');
  }
  return pieces.join('').replace(/\r\n?/g, '\n');
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** Returns the first child element with this name. */
function firstInside(node: Element, name: string): Element | null {
  const children = node.childNodes as unknown as readonly (Element & { tagName?: string })[];
  return children.find(({ tagName }) => tagName?.toUpperCase() === name) ?? null;
}

function attribute(node: Element, name: string): string {
  return (node.getAttribute(name) ?? '').trim();
}

/** Returns a web or mail URL as a Markdown destination; null for other URLs. */
function webUrl(url: string): string | null {
  if (!/^(?:https?:\/\/[^/]|mailto:.)/i.test(url) || url.length > MAX_URL_CHARS) return null;
  return linkDestination(url) ?? linkDestination(encodeDestination(url));
}

const MAX_URL_CHARS = 8_192;

/** Percent-encodes characters that a destination can't contain, as browsers do. */
function encodeDestination(url: string): string {
  return url
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\s\p{Cc}<>"`|\\]|%%|\[\[|&(?=#?\w{1,40};)/gu, (part) =>
      part === '%%' ? '%25%25' : part === '[[' ? '%5B%5B' : encodeURIComponent(part),
    );
}

/** Returns a text for use in brackets, on one line. */
function inLabel(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(SPECIAL, escapeSpecial);
}

/**
 * Reduces blank lines to one, and removes those around a piece. Removes spaces at line ends, except the
 * two that make a line break. Disables commands of Templater and Hugo.
 */
function tidy(markdown: string): string {
  const lines: string[] = [];
  let blank = true;
  for (const line of markdown.split(/\r?\n/)) {
    const text = line.trimEnd();
    const isBlank = text === '';
    if (!isBlank || !blank) lines.push(isBlank || !line.endsWith('  ') ? text : `${text}  `);
    blank = isBlank;
  }
  if (blank) lines.pop();
  return lines
    .join('\n')
    .replace(/<%|\{\{(?=[<%])/g, (match) => `${match.charAt(0)} ${match.slice(1)}`);
}
