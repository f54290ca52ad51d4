import type { Range } from '../text/edits';
import type { Note } from '../markdown/note';
import type { Properties } from '../markdown/front-matter/read-front-matter';
import type { Article, Concept, ArticleField } from './article';
import { clocksOf } from './clocks';
import { headerOf, headingLine } from './header';
import {
  destination,
  labelledOriginal,
  nextOriginal,
  originalOf,
  siteOf,
  slugOf,
  withoutAnchor,
} from './links';
import { linkKind, nextArticleUrlInProse } from './own-links';
import { plainText } from './plain-text';
import { fieldsOf, type PropertyNames } from './property-names';

/**
 * Reads an article from its properties and its part of the body. Fields that only the panel needs are read on
 * first use.
 */
export function readArticle(
  note: Note,
  properties: Properties,
  body: Range,
  names: PropertyNames,
): Article {
  return new ParsedArticle(note, properties, body, names);
}

/** Caches what was read. `undefined` means "not read yet". */
class ParsedArticle implements Article {
  readonly id: string | null;
  readonly omnivoreUrl: string | null;
  readonly inlineState = null;
  readonly properties: Properties;
  readonly fields: readonly ArticleField[];
  readonly body: Range;
  readonly header: Range;
  readonly #note: Note;
  readonly #linkEnd: number | null;
  #url: string | null | undefined;
  #clocks: readonly number[] | undefined;
  #tags: readonly string[] | undefined;

  constructor(note: Note, properties: Properties, body: Range, names: PropertyNames) {
    const fields = fieldsOf(properties, names);
    this.header = headerOf(note.text, body);
    const link = findArticleLink(note, body, this.header);
    this.id = firstText(fields, 'id');
    this.omnivoreUrl = link?.url ?? fieldUrl(fields, 'omnivoreUrl', toArticleUrl);
    this.properties = properties;
    this.fields = fields;
    this.body = body;
    this.#note = note;
    this.#linkEnd = link?.end ?? null;
  }

  get title(): string | null {
    const title = firstText(this.fields, 'title') ?? headingIn(this.#note.text, this.header);
    return title === null ? null : plainText(title) || null;
  }

  get author(): string | null {
    const author = authorOf(this.fields);
    return author === null ? null : plainText(author) || null;
  }

  get url(): string | null {
    if (this.#url === undefined) {
      this.#url = urlOf(this.#note, this.fields, this.body, this.#linkEnd);
    }
    return this.#url;
  }

  get source(): string | null {
    return siteName(this.fields) ?? (this.url === null ? null : siteOf(this.url));
  }

  get tags(): readonly string[] {
    return (this.#tags ??= tagsOf(this.fields, this.#note.text, this.header));
  }

  get saved(): string | null {
    return firstText(this.fields, 'saved');
  }

  get published(): string | null {
    return firstText(this.fields, 'published');
  }

  get state(): string | null {
    return firstText(this.fields, 'state');
  }

  get clocks(): readonly number[] {
    if (!this.#clocks) {
      const inProperty = fieldUrl(this.fields, 'omnivoreUrl', toArticleUrl);
      this.#clocks = clocksOf(this.#note, this, inProperty);
    }
    return this.#clocks;
  }
}

/** Headings of the template's own sections, which are not titles. */
const TEMPLATE_HEADINGS = /^(?:highlights|content|full content:?|高亮|webpage|inhalt)$/i;

function headingIn(text: string, header: Range): string | null {
  const line = headingLine(text, header);
  const heading = line && text.slice(line.from, line.to);
  return heading !== null && TEMPLATE_HEADINGS.test(heading) ? null : heading;
}

/**
 * Returns the article's first URL at omnivore.app outside code, without its anchor. `end` is the end of the article's own
 * link, if only links to highlights come before it: a repair can remove those. After any other URL, no link to the
 * original is searched: one would be found there only after a repair removed the article's link.
 */
function findArticleLink(
  note: Note,
  body: Range,
  header: Range,
): { url: string; end: number | null } | null {
  let first: string | null = null;
  for (let from = body.from; ;) {
    const at = nextArticleUrlInProse(note, { from, to: body.to });
    if (at < 0) break;
    const url = destination(note.text, at);
    first ??= withoutAnchor(url);
    const kind = linkKind(note.text, at, url, header);
    from = at + url.length;
    if (kind !== 'highlight') return { url: first, end: kind === 'article' ? from : null };
  }
  return first === null ? null : { url: first, end: null };
}

function toArticleUrl(url: string): string | null {
  return slugOf(url) === null ? null : url;
}

function urlOf(
  note: Note,
  fields: readonly ArticleField[],
  body: Range,
  linkEnd: number | null,
): string | null {
  return (
    fieldUrl(fields, 'url', originalOf) ??
    fieldUrl(fields, 'source', originalOf) ??
    labelledOriginal(note.text, body, (at) => note.inCode(at)) ??
    (linkEnd === null ? null : nextOriginal(note.text, linkEnd, body.to))
  );
}

function fieldUrl(
  fields: readonly ArticleField[],
  concept: Concept,
  read: (url: string) => string | null,
): string | null {
  for (const field of fields) {
    const { value } = field.property;
    if (field.concept !== concept || typeof value !== 'string') continue;
    const url = read(value.trim());
    if (url !== null) return url;
  }
  return null;
}

/** Returns the first property with this meaning that is a non-empty string or a number. */
function firstText(fields: readonly ArticleField[], concept: Concept): string | null {
  for (const { concept: fieldConcept, property } of fields) {
    if (fieldConcept !== concept) continue;
    const { value } = property;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return null;
}

/** Returns the authors. Omnivore's plugin writes `unknown` if there is none. */
function authorOf(fields: readonly ArticleField[]): string | null {
  for (const { concept, property } of fields) {
    if (concept !== 'author') continue;
    const names = textValues(property.value).map(withoutLink);
    const authors = names.filter((name) => name !== '' && name !== 'unknown');
    if (authors.length > 0) return authors.join(', ');
  }
  return null;
}

function siteName(fields: readonly ArticleField[]): string | null {
  for (const { concept, property } of fields) {
    if (concept !== 'source' || typeof property.value !== 'string') continue;
    const name = plainText(withoutLink(property.value));
    if (name !== '' && !/^https?:/i.test(name)) return name;
  }
  return null;
}

/** Templates without a property for tags write them as `[[Sources/Tags/salt]]` or `tags:: #salt #sea`. */
const TAG_LINK = /\[\[([^[\]|\n]+)\]\]/g;
const INLINE_TAGS = /(?:^|\n)(?:tags|labels):: ?([^\n]*)/i;

function tagsOf(fields: readonly ArticleField[], text: string, header: Range): readonly string[] {
  const fromProperties = fields
    .filter(({ concept }) => concept === 'tags')
    .flatMap(({ property: { value } }) =>
      typeof value === 'string' ? value.split(/[,\s]+/) : textValues(value),
    );
  const tags = (
    fromProperties.length > 0 ? fromProperties : tagsIn(text.slice(header.from, header.to))
  ).map((tag) => plainText(withoutLink(tag)).replace(/^#+/, ''));
  return [...new Set(tags)].filter((tag) => tag !== '');
}

function tagsIn(header: string): readonly string[] {
  const linked = [...header.matchAll(TAG_LINK)].flatMap((match) => {
    const parts = (match[1] ?? '').split(/\/Tags\//i);
    return parts.length > 1 ? parts.slice(-1) : [];
  });
  const inline =
    INLINE_TAGS.exec(header)?.[1]
      ?.trim()
      .split(/[,\s]+/) ?? [];
  return [...linked, ...inline];
}

function textValues(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map((item) => String(item).trim());
}

/** Returns the text of a link (`[[Folder/Name|Alias]]` → `Alias`). Returns other text unchanged. */
export function withoutLink(text: string): string {
  const match = /^\[\[([^[\]]*)\]\]$/.exec(text.trim());
  return match ? ((match[1] ?? '').split('|').at(-1) ?? '').trim() : text.trim();
}
