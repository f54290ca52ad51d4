import { parseNote, type Note } from '../markdown/note';
import { readFrontMatter, type Properties } from '../markdown/front-matter/read-front-matter';
import type { YamlParser } from '../markdown/front-matter/yaml';
import { titleOf, type Article } from '../omnivore/article';
import { detect, type DetectOptions } from '../omnivore/detect';
import { originalOf } from '../omnivore/links';
import { fieldsOf, plainName } from '../omnivore/property-names';
import { readArticle } from '../omnivore/read-article';
import { urlKey } from '../omnivore/url-key';

/** Options for reading notes. */
export interface NoteReading {
  readonly parseYaml: YamlParser;
  readonly detect: DetectOptions;
}

/** A note that may be a duplicate: an Omnivore article, or a web clipping by another program. */
export interface Candidate {
  readonly path: string;
  readonly title: string;
  readonly url: string | null;
  /** Omnivore's ID and the URL's key, with prefixes that keep them apart. */
  readonly keys: readonly string[];
  readonly isOmnivores: boolean;
  /** The length of its body, in UTF-16 code units. */
  readonly length: number;
  /** How many lines are quotes. */
  readonly quotes: number;
  readonly properties: number;
}

/** A note with exactly one article. */
export interface ReadCandidate {
  readonly note: Note;
  readonly article: Article;
  readonly isOmnivores: boolean;
}

/**
 * Reads a note with one article; returns null for other notes. Notes that Omnivore did not save
 * count only if they are web clippings.
 */
export function readCandidate(
  text: string,
  path: string,
  reading: NoteReading,
): ReadCandidate | null {
  const note = parseNote(text, reading.parseYaml);
  const detection = detect(note, path, reading.detect);
  if (detection.kind === 'saved') {
    const [article, ...others] = detection.articles;
    const isPage = detection.template.layout === 'page';
    return isPage && article && others.length === 0 ? { note, article, isOmnivores: true } : null;
  }
  const properties = note.frontMatter?.list ? undefined : note.frontMatter?.records[0];
  if (!properties || !isClipping(properties, reading)) return null;
  const body = { from: note.bodyFrom, to: text.length };
  return {
    note,
    article: readArticle(note, properties, body, reading.detect.names),
    isOmnivores: false,
  };
}

/**
 * Returns whether Obsidian's Web Clipper wrote the note: it has the page's URL as `source`, and a
 * `created` date or the `clippings` tag.
 */
function isClipping(properties: Properties, { detect: { names } }: NoteReading): boolean {
  const isLinked = fieldsOf(properties, names).some(({ concept, property: { value } }) => {
    return (
      (concept === 'source' || concept === 'url') &&
      typeof value === 'string' &&
      originalOf(value.trim()) !== null
    );
  });
  return isLinked && properties.some(isClippers);
}

function isClippers({ key, value }: Properties[number]): boolean {
  const name = plainName(key);
  if (name === 'created') return true;
  return name === 'tags' && Array.isArray(value) && value.includes('clippings');
}

/**
 * Returns the key of the page's URL (see `urlKey`) if a note is a web clipping and not a saved article; otherwise null.
 * Reads only the properties of other notes.
 */
export function clippingKey(text: string, path: string, reading: NoteReading): string | null {
  const frontMatter = readFrontMatter(text, reading.parseYaml);
  const properties = frontMatter?.list ? undefined : frontMatter?.records[0];
  if (!properties || !isClipping(properties, reading)) return null;
  const read = readCandidate(text, path, reading);
  return read && !read.isOmnivores && read.article.url !== null ? urlKey(read.article.url) : null;
}

/** Returns the data to compare a note with others; null if it can't be a duplicate. */
export function candidateOf(text: string, path: string, reading: NoteReading): Candidate | null {
  const read = readCandidate(text, path, reading);
  if (!read) return null;
  const { note, article, isOmnivores } = read;
  const url = article.url === null ? null : urlKey(article.url);
  const keys = [
    ...(isOmnivores && article.id !== null ? [`id ${article.id}`] : []),
    ...(url === null ? [] : [`url ${url}`]),
  ];
  if (keys.length === 0) return null;
  const body = text.slice(note.bodyFrom);
  return {
    path,
    title: titleOf(article, path),
    url: article.url,
    keys,
    isOmnivores,
    length: body.trim().length,
    quotes: body.split('\n').filter((line) => line.startsWith('>')).length,
    properties: article.properties.length,
  };
}
