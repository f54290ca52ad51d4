import type { Range } from '../text/edits';
import type { Note } from '../markdown/note';
import type { Properties } from '../markdown/front-matter/read-front-matter';
import type { Article, Concept, Field } from './article';
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
  return new ReadArticle(note, properties, body, names);
}

/** Caches what was read. `undefined` means "not read yet". */
class ReadArticle implements Article {
  readonly id: string | null;
  readonly omnivoreUrl: string | null;
  readonly properties: Properties;
  readonly fields: readonly Field[];
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
    const link = articleLink(note, body, this.header);
    this.id = firstText(fields, 'id');
    this.omnivoreUrl = link?.address ?? fieldAddress(fields, 'omnivoreUrl', articleAddress);
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
      const inProperty = fieldAddress(this.fields, 'omnivoreUrl', articleAddress);
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
 * Returns the article's first URL at omnivore.app outside code, without its anchor. `to` is its end if it is
 * the article's own link. After any other URL, no link to the original is searched: one would be found there
 * only after a repair removed the article's link.
 */
function articleLink(
  note: Note,
  body: Range,
  header: Range,
): { address: string; end: number | null } | null {
  const at = nextArticleUrlInProse(note, body);
  if (at < 0) return null;
  const address = destination(note.text, at);
  const isLink = linkKind(note.text, at, address, header) === 'article';
  return { address: withoutAnchor(address), end: isLink ? at + address.length : null };
}

function articleAddress(address: string): string | null {
  return slugOf(address) === null ? null : address;
}

function urlOf(
  note: Note,
  fields: readonly Field[],
  body: Range,
  linkEnd: number | null,
): string | null {
  return (
    fieldAddress(fields, 'url', originalOf) ??
    fieldAddress(fields, 'source', originalOf) ??
    labelledOriginal(note.text, body, (at) => note.inCode(at)) ??
    (linkEnd === null ? null : nextOriginal(note.text, linkEnd, body.to))
  );
}

function fieldAddress(
  fields: readonly Field[],
  concept: Concept,
  read: (address: string) => string | null,
): string | null {
  for (const field of fields) {
    const { value } = field.property;
    if (field.concept !== concept || typeof value !== 'string') continue;
    const address = read(value.trim());
    if (address !== null) return address;
  }
  return null;
}

/** Returns the first property with this meaning that is a non-empty string or a number. */
function firstText(fields: readonly Field[], concept: Concept): string | null {
  for (const { concept: said, property } of fields) {
    if (said !== concept) continue;
    const { value } = property;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return null;
}

/** Returns the authors. Omnivore's plugin writes `unknown` if there is none. */
function authorOf(fields: readonly Field[]): string | null {
  for (const { concept, property } of fields) {
    if (concept !== 'author') continue;
    const names = texts(property.value).map(withoutLink);
    const known = names.filter((name) => name !== '' && name !== 'unknown');
    if (known.length > 0) return known.join(', ');
  }
  return null;
}

function siteName(fields: readonly Field[]): string | null {
  for (const { concept, property } of fields) {
    if (concept !== 'source' || typeof property.value !== 'string') continue;
    const name = plainText(withoutLink(property.value));
    if (name !== '' && !/^https?:/i.test(name)) return name;
  }
  return null;
}

/** Templates without a property for tags write them as `[[Sources/Tags/salt]]` or `tags:: #salt #sea`. */
const LINK = /\[\[([^[\]|\n]+)\]\]/g;
const INLINE_TAGS = /(?:^|\n)(?:tags|labels):: ?([^\n]*)/i;

function tagsOf(fields: readonly Field[], text: string, header: Range): readonly string[] {
  const said = fields
    .filter(({ concept }) => concept === 'tags')
    .flatMap(({ property: { value } }) =>
      typeof value === 'string' ? value.split(/[,\s]+/) : texts(value),
    );
  const tags = (said.length > 0 ? said : tagsIn(text.slice(header.from, header.to))).map((tag) =>
    plainText(withoutLink(tag)).replace(/^#+/, ''),
  );
  return [...new Set(tags)].filter((tag) => tag !== '');
}

function tagsIn(header: string): readonly string[] {
  const linked = [...header.matchAll(LINK)].flatMap((match) => {
    const parts = (match[1] ?? '').split(/\/Tags\//i);
    return parts.length > 1 ? parts.slice(-1) : [];
  });
  const inline =
    INLINE_TAGS.exec(header)?.[1]
      ?.trim()
      .split(/[,\s]+/) ?? [];
  return [...linked, ...inline];
}

function texts(value: unknown): readonly string[] {
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
