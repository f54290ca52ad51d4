import { parseNote, type Note } from '../markdown/note';
import type { Properties } from '../markdown/front-matter/read-front-matter';
import type { YamlParser } from '../markdown/front-matter/yaml';
import { titleOf, type Article } from '../omnivore/article';
import { detect, type DetectOptions } from '../omnivore/detect';
import { originalOf } from '../omnivore/links';
import { fieldsOf, plainName } from '../omnivore/property-names';
import { readArticle } from '../omnivore/read-article';
import { urlKey } from '../omnivore/url-key';

/** How notes are read. */
export interface NoteReading {
  readonly parseYaml: YamlParser;
  readonly detect: DetectOptions;
}

/** A note that can be a duplicate of another one: an article of Omnivore's, or a clipping of another program. */
export interface Candidate {
  readonly path: string;
  readonly title: string;
  readonly url: string | null;
  /** Omnivore's id and the URL's key, each with what it is, so that neither is taken for the other. */
  readonly keys: readonly string[];
  readonly isOmnivores: boolean;
  /** UTF-16 code units of its body. */
  readonly length: number;
  /** Lines that are quoted. */
  readonly quotes: number;
  readonly properties: number;
}

/** A note and its one article. */
export interface ReadCandidate {
  readonly note: Note;
  readonly article: Article;
  readonly isOmnivores: boolean;
}

/** Reads a note that holds one article; null for any other. Of notes that Omnivore did not save, only clippings of the web count. */
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

/** What Obsidian's Web Clipper writes: the page's URL as `source`, beside the day of clipping or its tag. */
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

/** What is compared of a note; null where it can't be a duplicate. */
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
