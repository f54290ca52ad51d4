import type { Properties, Property } from '../markdown/front-matter/read-front-matter';
import { slugOf } from './links';
import { plainName } from './property-names';
import type { Seen } from './seen-note';

/** Words of the original plugin that other programs seldom use as properties. */
const ARTICLE_PROPERTIES = new Set([
  ...['date_published', 'date_read', 'date_archived', 'words_count', 'read_length'],
  ...['site_name', 'original_url', 'omnivore_url'],
]);
/** Omnivore's states, as only its plugin writes them. */
const STATES = new Set(['INBOX', 'READING', 'COMPLETED', 'ARCHIVED']);
/** Properties whose value names the program that a note came from. */
const PROGRAM_PROPERTIES =
  /^(?:file_?class|source|via|app|service|origin|imported_from|saved_(?:with|in|from)|clipper)$/;
/** Whether a property of any of the note's records passes a test. */
export function someProperty({ records }: Seen, test: (property: Property) => boolean): boolean {
  return records.some((properties) => properties.some(test));
}

/** Whether a note's properties are an id and nothing else, as the original plugin writes them by default. */
export function isOnlyId({ records, id }: Seen): boolean {
  return id !== null && records.length === 1 && records[0]?.length === 1;
}

/** How many properties of the original plugin's there are; `date_saved` counts twice, for hardly anyone else writes it. */
export function articleProperties(properties: Properties): number {
  let count = 0;
  for (const { key, value } of properties) {
    const name = plainName(key);
    if (name === 'date_saved') count += 2;
    else if (ARTICLE_PROPERTIES.has(name)) count++;
    else if (name === 'state' && typeof value === 'string' && STATES.has(value)) count++;
  }
  return count;
}

/** Whether a property's name names Omnivore. */
export function isOmnivoresName({ key }: Property): boolean {
  return plainName(key).includes('omnivore');
}

/** Whether a property holds the URL of an article at Omnivore. */
export function holdsArticleUrl({ value }: Property): boolean {
  if (typeof value === 'string') return slugOf(value.trim()) !== null;
  return Array.isArray(value) && value.some((it) => typeof it === 'string' && slugOf(it) !== null);
}

/** Whether a property says that the note came from Omnivore. */
export function namesOmnivore({ key, value }: Property): boolean {
  if (typeof value !== 'string' || !PROGRAM_PROPERTIES.test(plainName(key))) return false;
  return /^(?:\[\[)?omnivore(?:\.app)?(?:\]\])?$/i.test(value.trim());
}

/** Whether a property is a list of tags with Omnivore's name. */
export function isTaggedOmnivore({ key, value }: Property): boolean {
  if (!/^(?:tags?|labels?|topics?|type|category|categories)$/.test(plainName(key))) return false;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.some(
    (it) => typeof it === 'string' && /(?:^|[\s,/#[])omnivore(?=$|[\s,\]])/i.test(it),
  );
}
