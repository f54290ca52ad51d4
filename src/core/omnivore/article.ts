import type { Range } from '../text/edits';
import { noteName } from '../text/paths';
import type { Properties, Property } from '../markdown/front-matter/read-front-matter';
import { plainText } from './plain-text';

/** What a property means for an article. */
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

/** A property and its meaning. */
export interface ArticleField {
  readonly concept: Concept;
  readonly property: Property;
}

/** A property in the text: `state:: read`. */
export interface InlineField {
  readonly value: string;
  /** Where the value is written. Empty without a value. */
  readonly range: Range;
}

/** A saved article, as found in a note. Null or empty means that the note does not contain the value. */
export interface Article {
  readonly id: string | null;
  /** On one line, without control characters. The stored value is in `fields`. */
  readonly title: string | null;
  readonly author: string | null;
  /** The original URL, always valid. Never a URL of Omnivore, its storage or its proxy. */
  readonly url: string | null;
  /** The URL at `omnivore.app`, which no longer works. Its slug contains a timestamp. */
  readonly omnivoreUrl: string | null;
  /** The source from a property, otherwise the host of `url` without `www.`. */
  readonly source: string | null;
  readonly tags: readonly string[];
  /** As written. Dates are parsed in `repairs/dates`. */
  readonly saved: string | null;
  readonly published: string | null;
  /** Reading state, as the note spells it. */
  readonly state: string | null;
  /** The inline field with its reading state. Null if it has none, and in notes that are not outlines. */
  readonly inlineState: InlineField | null;
  /**
   * The timestamps in its links, its URL property and its ID, in milliseconds since 1970, the most precise
   * first. All are listed, because repairs remove some from the note, and the others must still prove the
   * same.
   */
  readonly clocks: readonly number[];
  /** Its properties in the front matter. */
  readonly properties: Properties;
  /** The properties whose meaning is known. */
  readonly fields: readonly ArticleField[];
  /** Its range in the note's body. */
  readonly body: Range;
  /** The part that the template wrote: title, links, dates. The article's own text can start where it ends. */
  readonly header: Range;
}

/** Returns the title on one line, or the file's name if the note has no title. */
export function titleOf({ title }: Article, path: string): string {
  return title ?? plainText(noteName(path));
}
