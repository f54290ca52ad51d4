/**
 * An article's metadata in an export. Instants are milliseconds since 1970, UTC. Null means
 * unknown.
 */
export interface ExportedArticle {
  readonly id: string | null;
  readonly slug: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly state: 'active' | 'archived' | null;
  /** In percent. */
  readonly progress: number;
  readonly thumbnail: string | null;
  readonly labels: readonly string[];
  readonly savedAt: number | null;
  readonly updatedAt: number | null;
  readonly publishedAt: number | null;
}

/** The content of a metadata file. */
export interface MetadataPage {
  readonly articles: readonly ExportedArticle[];
  /** How many items are not articles. */
  readonly invalid: number;
}

const MAX_TEXT_CHARS = 10_000;
const MAX_LABELS = 200;
const SAFE_ID = /^[\w-]{1,100}$/;
const SLUG = /^[^\s/\\\p{Cc}?#]{1,300}$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a `metadata_<from>_to_<to>.json` (Omnivore's `packages/api/src/jobs/export.ts`). Ignores
 * values of a type that Omnivore does not write. If the text is not such a file, returns the
 * reason.
 */
export function readMetadata(text: string): MetadataPage | 'not-json' | 'not-a-list' {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return 'not-json';
  }
  if (!Array.isArray(data)) return 'not-a-list';
  const articles: ExportedArticle[] = [];
  for (const item of data as readonly unknown[]) {
    const article = readItem(item);
    if (article) articles.push(article);
  }
  return { articles, invalid: data.length - articles.length };
}

/** Returns null for an item without ID and slug, because it can't be identified. */
function readItem(item: unknown): ExportedArticle | null {
  if (typeof item !== 'object' || item === null) return null;
  const data = item as Readonly<Record<string, unknown>>;
  const id = matching(data['id'], SAFE_ID);
  const slug = matching(data['slug'], SLUG);
  if (id === null && slug === null) return null;
  return {
    id,
    slug,
    title: parseText(data['title']),
    description: parseText(data['description']),
    author: parseText(data['author']),
    url: parseText(data['url']),
    state: parseState(data['state']),
    progress: progressOf(data['readingProgress']),
    thumbnail: parseText(data['thumbnail']),
    labels: labelsOf(data['labels']),
    savedAt: parseInstant(data['savedAt']),
    updatedAt: parseInstant(data['updatedAt']),
    publishedAt: parseInstant(data['publishedAt']),
  };
}

function matching(value: unknown, pattern: RegExp): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null;
}

/** Returns a string on one line, without control characters. */
function parseText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .slice(0, MAX_TEXT_CHARS)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
  return text === '' ? null : text;
}

function parseState(value: unknown): ExportedArticle['state'] {
  if (typeof value !== 'string') return null;
  const word = value.toLowerCase();
  return word === 'active' || word === 'archived' ? word : null;
}

function progressOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(value, 100) : 0;
}

function labelsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const labels = value.slice(0, MAX_LABELS).map(parseText);
  return [...new Set(labels.filter((label) => label !== null))];
}

function parseInstant(value: unknown): number | null {
  if (typeof value !== 'string' || !INSTANT.test(value)) return null;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? null : instant;
}
