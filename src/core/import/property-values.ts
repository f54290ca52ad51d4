import { dateAt, writeDate, type Format } from '../dates/format';
import type { ExportedArticle } from '../export/metadata';
import { writeScalar } from '../markdown/front-matter/scalar';
import { originalOf } from '../omnivore/links';
import type { StyledConcept } from './note-style';

/** How dates are written: in which format, and in which zone; null as the zone: in UTC, which the date then names. */
export interface DateWriting {
  readonly format: Format;
  readonly zone: string | null;
}

/** What a property says: a text or a list of them. */
export type PropertyValue = string | readonly string[];

/** What an export says of an article, as the value of a property; null where it says nothing. */
export function valueOf(
  concept: StyledConcept,
  article: ExportedArticle,
  dates: DateWriting,
): PropertyValue | null {
  switch (concept) {
    case 'id':
      return article.id;
    case 'title':
      return article.title;
    case 'author':
      return article.author;
    case 'tags':
      return article.labels.length > 0 ? article.labels.map(tagOf) : null;
    case 'saved':
      return article.savedAt === null ? null : dateOf(article.savedAt, dates);
    case 'published':
      return article.publishedAt === null ? null : dateOf(article.publishedAt, dates);
    case 'state':
      return stateOf(article);
    case 'url':
      return article.url === null ? null : originalOf(article.url);
    case 'omnivoreUrl':
      return article.slug === null ? null : `https://omnivore.app/me/${article.slug}`;
    case 'description':
      return article.description;
  }
}

/** A label as the original plugin wrote it: a tag holds no spaces. */
function tagOf(label: string): string {
  return label.replace(/\s+/g, '_');
}

/** The words of the original plugin (`getArticleState` in its `src/util.ts`); null for an article that was never read in. */
function stateOf({ state, progress }: ExportedArticle): string | null {
  if (state === null) return null;
  if (state === 'archived') return 'ARCHIVED';
  if (progress <= 0) return 'INBOX';
  return progress >= 100 ? 'COMPLETED' : 'READING';
}

/** An instant in the format that the user chose; in UTC as ISO 8601 where that has no place for what is known. */
function dateOf(instant: number, { format, zone }: DateWriting): string {
  const written = writeDate(dateAt(instant, zone), format, zone);
  return written.kind === 'text'
    ? written.text
    : `${new Date(instant).toISOString().slice(0, 'yyyy-MM-ddTHH:mm:ss'.length)}Z`;
}

/** A property's lines without the last line break. */
export function propertyLines(key: string, value: PropertyValue): string {
  const name = writeScalar(key, 'plain');
  if (typeof value === 'string') return `${name}: ${scalar(value)}`;
  return [`${name}:`, ...value.map((item) => `  - ${scalar(item)}`)].join('\n');
}

/** A value on the line of its key. */
export function inlineValue(value: PropertyValue): string {
  if (typeof value === 'string') return scalar(value);
  return `[${value.map((item) => (/^[\p{L}\p{N}_/-]+$/u.test(item) ? scalar(item) : JSON.stringify(item))).join(', ')}]`;
}

/** Words that older YAML parsers take for something else than text. */
const WORDS = /^(?:yes|no|on|off|y|n)$/i;

function scalar(value: string): string {
  return WORDS.test(value) ? JSON.stringify(value) : writeScalar(value, 'plain');
}
