import type { Article } from '../../omnivore/article';
import { withoutEscapes } from '../../omnivore/entities';
import { slugOf } from '../../omnivore/links';
import { hasOnlyLinks } from '../../omnivore/note-head';

/** A link to omnivore.app, and where it is. */
export interface LinkInNote {
  readonly url: string;
  readonly label: string;
  /** The text of its line. */
  readonly line: string;
}

/** The timestamp at the end of a slug. */
const TIMESTAMP = /-?[0-9a-f]{11}$/;
const URL_IN_TEXT = /https?:[^\s()<>]{1,2000}/g;

/**
 * Returns whether a link leads to another article than the note's. A slug is made from the article's title or
 * URL, so it differs from both; and the link is in a sentence, or its label is the other article's title. Asks only
 * for what no repair changes, so that the answer stays the same.
 */
export function leadsToOtherArticle({ title, url }: Article, link: LinkInNote): boolean {
  const slug = plainLetters((slugOf(link.url) ?? '').replace(TIMESTAMP, ''));
  const startsWithSlug = (text: string | null): boolean =>
    plainLetters(text ?? '').startsWith(slug);
  if (slug === '' || startsWithSlug(title) || startsWithSlug(url)) return false;
  const line = withoutEscapes(link.line);
  if (/omnivore/i.test(line.replace(URL_IN_TEXT, ''))) return false;
  return !hasOnlyLinks(line.trim()) || startsWithSlug(link.label);
}

/** Returns the letters and digits that a slug can have. */
function plainLetters(text: string): string {
  return withoutEscapes(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}
