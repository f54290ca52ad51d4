import { slugOf } from './links';
import type { NamedProperties, NamedProperty, Seen } from './seen-note';

/** Property names of Omnivore's plugin that few other programs use. */
const ARTICLE_PROPERTIES = new Set([
  ...['date_published', 'date_read', 'date_archived', 'words_count', 'read_length'],
  ...['site_name', 'original_url', 'omnivore_url'],
]);
/** Omnivore's reading states, as only its plugin writes them. */
const OMNIVORE_STATES = new Set(['INBOX', 'READING', 'COMPLETED', 'ARCHIVED']);
/** Properties whose value names the program that a note came from. */
const PROGRAM_PROPERTIES =
  /^(?:file_?class|source|via|app|service|origin|imported_from|saved_(?:with|in|from)|clipper)$/;

/** Returns whether any property in the front matter passes a test. */
export function someProperty(
  { records }: Seen,
  test: (property: NamedProperty) => boolean,
): boolean {
  return records.some((properties) => properties.some(test));
}

/** Returns whether a note's only property is an ID, as Omnivore's plugin writes it by default. */
export function isOnlyId({ records, id }: Seen): boolean {
  return id !== null && records.length === 1 && records[0]?.length === 1;
}

/** Counts the properties of Omnivore's plugin. `date_saved` counts twice, because few other programs write it. */
export function articleProperties(properties: NamedProperties): number {
  let count = 0;
  for (const { name, value } of properties) {
    if (name === 'date_saved') count += 2;
    else if (ARTICLE_PROPERTIES.has(name)) count++;
    else if (name === 'state' && typeof value === 'string' && OMNIVORE_STATES.has(value)) count++;
  }
  return count;
}

/** Returns whether a property's name contains Omnivore's name. */
export function isOmnivoresName({ name }: NamedProperty): boolean {
  return name.includes('omnivore');
}

/** Returns whether a property contains an article's URL at omnivore.app. */
export function holdsArticleUrl({ value }: NamedProperty): boolean {
  if (typeof value === 'string') return slugOf(value.trim()) !== null;
  return Array.isArray(value) && value.some((it) => typeof it === 'string' && slugOf(it) !== null);
}

/** Returns whether a property says that the note came from Omnivore. */
export function namesOmnivore({ name, value }: NamedProperty): boolean {
  if (typeof value !== 'string' || !PROGRAM_PROPERTIES.test(name)) return false;
  return /^(?:\[\[)?omnivore(?:\.app)?(?:\]\])?$/i.test(value.trim());
}

/** Returns whether a property is a list of tags that contains Omnivore's name. */
export function isTaggedOmnivore({ name, value }: NamedProperty): boolean {
  if (!/^(?:tags?|labels?|topics?|type|category|categories)$/.test(name)) return false;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.some(
    (it) => typeof it === 'string' && /(?:^|[\s,/#[])omnivore(?=$|[\s,\]])/i.test(it),
  );
}
