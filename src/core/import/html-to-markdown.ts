import type { NodeHtmlMarkdown, TranslatorConfigFactory } from 'node-html-markdown';
import { linkDestination } from '../repairs/dead-links/link-destination';
import { isShownLanguage } from '../repairs/escaped-text/executable-code';
import { withoutProxy } from '../omnivore/image-proxy';

/** Turns a page of an export into Markdown. Throws where the page is nested deeper than a program can follow. */
export type HtmlToMarkdown = (html: string) => string;

/** What the converter hands over of an element. */
type Element = Parameters<TranslatorConfigFactory>[0]['node'];

/**
 * Loads the converter that Omnivore itself used; it is large, so nothing of it runs before. The result is the same in an app's page and
 * in Node: the browser's own parser is not asked. Images lead to their originals, scripts and styles are dropped, frames and media
 * become links. Nothing that the page says runs or loads anything in Obsidian or a publisher: HTML, embeds, queries and tags in its text
 * are escaped.
 */
export async function loadConverter(): Promise<HtmlToMarkdown> {
  const { NodeHtmlMarkdown: Converter } = await import('node-html-markdown');
  const converter = new Converter({
    bulletMarker: '-',
    emDelimiter: '*',
    // Its own pattern for this is slow on long runs of blanks.
    maxConsecutiveNewlines: 0,
    useInlineLinks: false,
    ignore: ['noscript', 'template', 'svg', 'math', 'canvas', 'form', 'button', 'select', 'dialog'],
    // The package hands both to `String.replace`, which takes a function too.
    globalEscape: [SPECIAL, escapeSpecial as unknown as string],
    lineStartEscape: [LINE_START, '$1$3\\$2$4'],
  });
  addTranslators(converter);
  return (html) => tidy(converter.translate(html));
}

/** URLs stay as they are; what is escaped: Markdown's marks, entities, elements, math, Obsidian's highlights, comments and tags. */
const SPECIAL =
  /https?:\/\/[^\s<>[\]`*\\]+|[\\`*_~[\]<$]|&(?=#?\w{1,40};)|==|%%|#(?=[\p{L}\p{N}_/-])/gu;
const LINE_START = /^(\s*)(?:([+=>-]|#{1,6}(?=\s))|(\d{1,9})([.)](?=\s)))/g;

function escapeSpecial(match: string): string {
  return match.startsWith('http') ? match : `\\${match}`;
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

/** Omnivore's proxy is dead: an image leads to its original, which newer pages also name on their own. */
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

/** A link that leads nowhere on the web (a script, an anchor of the page) is its text. */
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

/** Dataview and Meta Bind run inline code that starts so: then it stays text. */
const QUERY = /^\s*(?:\$?=|(?:INPUT|VIEW|BUTTON|EMBED)\[)/;

const code: TranslatorConfigFactory = ({ node }) => {
  const text = codeText(node).replace(/\s+/g, ' ').trim();
  if (text === '') return { ignore: true };
  if (QUERY.test(text)) return {};
  const mark = '`'.repeat(longestRun(text) + 1);
  const space = mark.length > 1 || /^`|`$/.test(text) ? ' ' : '';
  return { content: `${mark}${space}${text}${space}${mark}`, recurse: false };
};

const fence: TranslatorConfigFactory = ({ node }) => {
  const text = codeText(node).replace(/^\n+/, '').trimEnd();
  if (text.trim() === '') return { ignore: true };
  const mark = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const content = `${mark}${languageOf(node)}\n${text}\n${mark}`;
  return { content, recurse: false, surroundingNewlines: 2 };
};

/** A fence in any other language may belong to a plugin, which would run it. */
function languageOf(node: Element): string {
  const inner = firstInside(node, 'CODE')?.getAttribute('class') ?? '';
  const named = /(?:language|lang|highlight-source)-([\w+#-]{1,30})/.exec(
    `${attribute(node, 'class')} ${inner}`,
  );
  const language = named?.[1]?.toLowerCase() ?? '';
  return isShownLanguage(language) ? language : '';
}

/** The text of an element, with its line breaks; `<br>` is one. */
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

/** The first element of a name directly inside another. */
function firstInside(node: Element, name: string): Element | null {
  const children = node.childNodes as unknown as readonly (Element & { tagName?: string })[];
  return children.find(({ tagName }) => tagName?.toUpperCase() === name) ?? null;
}

function attribute(node: Element, name: string): string {
  return (node.getAttribute(name) ?? '').trim();
}

/** A URL of the web or of mail as a Markdown destination; null for any other. */
function webUrl(url: string): string | null {
  if (!/^(?:https?:\/\/[^/]|mailto:.)/i.test(url) || url.length > MAX_URL_CHARS) return null;
  return linkDestination(url) ?? linkDestination(encoded(url));
}

const MAX_URL_CHARS = 8_192;

/** What can't stand in a destination, percent-encoded as browsers send it. */
function encoded(url: string): string {
  return url
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\s\p{Cc}<>"`|\\]|%%|\[\[|&(?=#?\w{1,40};)/gu, (part) =>
      part === '%%' ? '%25%25' : part === '[[' ? '%5B%5B' : encodeURIComponent(part),
    );
}

/** A text inside of brackets, on one line. */
function inLabel(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(SPECIAL, escapeSpecial);
}

/** Blank lines are single, lines have no blanks at their ends but the two that break a line; commands of Templater and Hugo are broken. */
function tidy(markdown: string): string {
  const lines: string[] = [];
  let blank = true;
  for (const line of markdown.split(/\r?\n/)) {
    const text = line.trimEnd();
    const isBlank = text === '';
    if (!isBlank || !blank) lines.push(isBlank || !line.endsWith('  ') ? text : `${text}  `);
    blank = isBlank;
  }
  return lines
    .join('\n')
    .replace(/<%|\{\{(?=[<%])/g, (mark) => `${mark.charAt(0)} ${mark.slice(1)}`)
    .trim();
}
