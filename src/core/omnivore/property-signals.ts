import type { Properties, Property } from '../markdown/front-matter/read-front-matter';
import { slugOf } from './links';
import { plainName } from './property-names';
import type { Seen } from './seen-note';

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
export function someProperty({ records }: Seen, test: (property: Property) => boolean): boolean {
  return records.some((properties) => properties.some(test));
}

/** Returns whether a note's only property is an ID, as Omnivore's plugin writes it by default. */
export function isOnlyId({ records, id }: Seen): boolean {
  return id !== null && records.length === 1 && records[0]?.length === 1;
}

/** Counts the properties of Omnivore's plugin. `date_saved` counts twice, because few other programs write it. */
export function articleProperties(properties: Properties): number {
  let count = 0;
  for (const { key, value } of properties) {
    const name = plainName(key);
    if (name === 'date_saved') count += 2;
    else if (ARTICLE_PROPERTIES.has(name)) count++;
    else if (name === 'state' && typeof value === 'string' && OMNIVORE_STATES.has(value)) count++;
  }
  return count;
}

/** Returns whether a property's name contains Omnivore's name. */
export function isOmnivoresName({ key }: Property): boolean {
  return plainName(key).includes('omnivore');
}

/** Returns whether a property contains an article's URL at omnivore.app. */
export function holdsArticleUrl({ value }: Property): boolean {
  if (typeof value === 'string') return slugOf(value.trim()) !== null;
  return Array.isArray(value) && value.some((it) => typeof it === 'string' && slugOf(it) !== null);
}

/** Returns whether a property says that the note came from Omnivore. */
export function namesOmnivore({ key, value }: Property): boolean {
  if (typeof value !== 'string' || !PROGRAM_PROPERTIES.test(plainName(key))) return false;
  return /^(?:\[\[)?omnivore(?:\.app)?(?:\]\])?$/i.test(value.trim());
}

/** Returns whether a property is a list of tags that contains Omnivore's name. */
export function isTaggedOmnivore({ key, value }: Property): boolean {
  if (!/^(?:tags?|labels?|topics?|type|category|categories)$/.test(plainName(key))) return false;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.some(
    (it) => typeof it === 'string' && /(?:^|[\s,/#[])omnivore(?=$|[\s,\]])/i.test(it),
  );
}
