import type { Span } from '../text/edit';
import type { Note } from '../note/note';
import type { Properties } from '../note/front-matter';
import type { Article, Concept, Field } from './article';
import { instantOfId, instantOfSlug } from './clock';
import { headerOf, headingLine } from './header';
import {
  ARTICLE_ADDRESS,
  destination,
  isOriginal,
  labelledOriginal,
  nextOriginal,
  siteOf,
  slugOf,
} from './links';
import { fieldsOf, type PropertyNames } from './property-names';

/** Reads an article from its properties and its stretch of the body. What only the panel asks is read when asked for. */
export function readArticle(
  note: Note,
  properties: Properties,
  body: Span,
  names: PropertyNames,
): Article {
  const { text } = note;
  const fields = fieldsOf(properties, names);
  const header = headerOf(text, body);
  const link = articleLink(note, body);
  const omnivoreUrl = link?.address ?? fieldAddress(fields, 'omnivoreUrl', isArticleAddress);
  const id = firstText(fields, 'id');
  const once = lazily({
    title: () => firstText(fields, 'title') ?? headingIn(text, header),
    author: () => authorOf(fields),
    url: () => urlOf(text, fields, body, link?.to ?? null),
    tags: () => tagsOf(fields),
    clock: () =>
      instantOfSlug(slugOf(omnivoreUrl ?? '') ?? '') ?? (id === null ? null : instantOfId(id)),
  });
  return {
    id,
    omnivoreUrl,
    properties,
    fields,
    body,
    header,
    saved: firstText(fields, 'saved'),
    published: firstText(fields, 'published'),
    state: firstText(fields, 'state'),
    get title() {
      return once.title();
    },
    get author() {
      return once.author();
    },
    get url() {
      return once.url();
    },
    get source() {
      const url = once.url();
      return siteName(fields) ?? (url === null ? null : siteOf(url));
    },
    get tags() {
      return once.tags();
    },
    get clock() {
      return once.clock();
    },
  };
}

/** Headings of the template's own sections, in notes that do not repeat the title. */
const TEMPLATE_HEADINGS = /^(?:highlights|content|full content:?|高亮|webpage|inhalt)$/i;

function headingIn(text: string, header: Span): string | null {
  const line = headingLine(text, header);
  const heading = line && text.slice(line.from, line.to);
  return heading !== null && TEMPLATE_HEADINGS.test(heading) ? null : heading;
}

function lazily<T extends Record<string, () => unknown>>(makers: T): T {
  const made = new Map<string, unknown>();
  const entries = Object.entries(makers).map(([name, make]) => [
    name,
    () => {
      if (!made.has(name)) made.set(name, make());
      return made.get(name);
    },
  ]);
  return Object.fromEntries(entries) as T;
}

/** The first link to the article at omnivore.app that is not in code. */
function articleLink(note: Note, body: Span): { address: string; to: number } | null {
  const at = note.text.indexOf(ARTICLE_ADDRESS, body.from);
  if (at < 0 || at >= body.to || note.inCode(at)) return null;
  const address = destination(note.text, at);
  return { address: address.split('#')[0] ?? address, to: at + address.length };
}

function isArticleAddress(address: string): boolean {
  return address.startsWith(ARTICLE_ADDRESS);
}

function urlOf(
  text: string,
  fields: readonly Field[],
  body: Span,
  linkEnd: number | null,
): string | null {
  return (
    fieldAddress(fields, 'url', isOriginal) ??
    fieldAddress(fields, 'source', isOriginal) ??
    labelledOriginal(text, body.from, body.to) ??
    (linkEnd === null ? null : nextOriginal(text, linkEnd, body.to))
  );
}

function fieldAddress(
  fields: readonly Field[],
  concept: Concept,
  accept: (address: string) => boolean,
): string | null {
  for (const field of fields) {
    const { value } = field.property;
    if (field.concept === concept && typeof value === 'string' && accept(value.trim())) {
      return value.trim();
    }
  }
  return null;
}

/** The first property of a concept that says something in words or digits. */
function firstText(fields: readonly Field[], concept: Concept): string | null {
  for (const { concept: said, property } of fields) {
    if (said !== concept) continue;
    const { value } = property;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return null;
}

/** `unknown` is the original plugin's word for none. */
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
    const name = withoutLink(property.value);
    if (name !== '' && !/^https?:/i.test(name)) return name;
  }
  return null;
}

function tagsOf(fields: readonly Field[]): readonly string[] {
  const tags = fields
    .filter(({ concept }) => concept === 'tags')
    .flatMap(({ property: { value } }) =>
      typeof value === 'string' ? value.split(/[,\s]+/) : texts(value),
    )
    .map((tag) => withoutLink(tag).replace(/^#+/, ''));
  return [...new Set(tags)].filter((tag) => tag !== '');
}

function texts(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map((item) => String(item).trim());
}

/** `[[Folder/Name|Alias]]` → `Alias`; other text as it is. */
export function withoutLink(text: string): string {
  const match = /^\[\[([^[\]]*)\]\]$/.exec(text.trim());
  return match ? ((match[1] ?? '').split('|').at(-1) ?? '').trim() : text.trim();
}
