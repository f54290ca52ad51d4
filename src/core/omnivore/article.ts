import type { Range } from '../text/edits';
import type { Properties, Property } from '../markdown/front-matter/read-front-matter';
import { plainText } from './plain-text';

/** What a property says of an article. */
export type Concept =
  | 'id'
  | 'title'
  | 'author'
  | 'url'
  | 'omnivoreUrl'
  | 'source'
  | 'tags'
  | 'saved'
  | 'published'
  | 'read'
  | 'archived'
  | 'state';

/** A property beside what it says. */
export interface Field {
  readonly concept: Concept;
  readonly property: Property;
}

/** An article that Omnivore saved, as a note holds it. Null and empty where the note does not say. */
export interface Article {
  readonly id: string | null;
  /** On one line, without control characters; the stored value is in `fields`. */
  readonly title: string | null;
  readonly author: string | null;
  /** The original URL, always one that parses; never Omnivore's, its storage's or its proxy's. */
  readonly url: string | null;
  /** Its URL at `omnivore.app`, dead now; the slug in it holds a clock. */
  readonly omnivoreUrl: string | null;
  /** Where it came from: what a property says, else the host of `url` without `www.`. */
  readonly source: string | null;
  readonly tags: readonly string[];
  /** As written; for reading dates see `repairs/dates`. */
  readonly saved: string | null;
  readonly published: string | null;
  /** Reading state, in the note's own word. */
  readonly state: string | null;
  /**
   * The instants of saving inside its links, its URL property and its id, in milliseconds since 1970, the most exact first. A repair
   * takes some of them out of the note, so what one proves must not depend on whether another is there.
   */
  readonly clocks: readonly number[];
  /** Its properties in the front matter. */
  readonly properties: Properties;
  /** The properties whose meaning is known. */
  readonly fields: readonly Field[];
  /** Its stretch of the note's body. */
  readonly body: Range;
  /** What the template wrote at its head: title, links, bare dates; ends where the article's own text may start. */
  readonly header: Range;
}

/** What an article is called, on one line: what its note says, else the file's name. */
export function titleOf({ title }: Article, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return title ?? plainText(name.replace(/\.(?:md|markdown)$/i, ''));
}
