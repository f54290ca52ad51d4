import { dateAt, writeDate, type Format } from '../dates/format';
import type { ExportedArticle } from '../export/metadata';
import { writeScalar } from '../markdown/front-matter/scalar';
import { originalOf } from '../omnivore/links';
import type { StyledConcept } from './note-style';

/** How to write dates. If `zone` is null, they are written in UTC and say so. */
export interface DateWriting {
  readonly format: Format;
  readonly zone: string | null;
}

/** The value of a property: a string or a list of strings. */
export type PropertyValue = string | readonly string[];

/**
 * Returns metadata from an export as the value of a property; null if the export does not have it.
 */
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
      return article.labels.length > 0 ? article.labels.map(tagValue) : null;
    case 'saved':
      return article.savedAt === null ? null : dateOf(article.savedAt, dates);
    case 'published':
      return article.publishedAt === null ? null : dateOf(article.publishedAt, dates);
    case 'state':
      return stateValue(article);
    case 'url':
      return article.url === null ? null : originalOf(article.url);
    case 'omnivoreUrl':
      return article.slug === null ? null : `https://omnivore.app/me/${article.slug}`;
    case 'description':
      return article.description;
  }
}

/** Writes a label as Omnivore's plugin did: a tag can't contain spaces. */
function tagValue(label: string): string {
  return label.replace(/\s+/g, '_');
}

/**
 * Returns the state as Omnivore's plugin wrote it (`getArticleState` in its `src/util.ts`); null if
 * unknown.
 */
function stateValue({ state, progress }: ExportedArticle): string | null {
  if (state === null) return null;
  if (state === 'archived') return 'ARCHIVED';
  if (progress <= 0) return 'INBOX';
  return progress >= 100 ? 'COMPLETED' : 'READING';
}

/**
 * Writes an instant in the user's format. If that would lose information, writes ISO 8601 in UTC.
 */
function dateOf(instant: number, { format, zone }: DateWriting): string {
  const written = writeDate(dateAt(instant, zone), format, zone);
  return written.kind === 'text'
    ? written.text
    : `${new Date(instant).toISOString().slice(0, 'yyyy-MM-ddTHH:mm:ss'.length)}Z`;
}

/** Returns the lines of a property, without the last line break. */
export function propertyLines(key: string, value: PropertyValue): string {
  const name = writeScalar(key, 'plain');
  if (typeof value === 'string') return `${name}: ${scalar(value)}`;
  return [`${name}:`, ...value.map((item) => `  - ${scalar(item)}`)].join('\n');
}

/** Returns a value for the same line as its key. */
export function inlineValue(value: PropertyValue): string {
  if (typeof value === 'string') return scalar(value);
  return `[${value.map((item) => (/^[\p{L}\p{N}_/-]+$/u.test(item) ? scalar(item) : JSON.stringify(item))).join(', ')}]`;
}

/** Words that older YAML parsers don't read as strings. */
const YAML_1_1_WORDS = /^(?:yes|no|on|off|y|n)$/i;

function scalar(value: string): string {
  return YAML_1_1_WORDS.test(value) ? JSON.stringify(value) : writeScalar(value, 'plain');
}
