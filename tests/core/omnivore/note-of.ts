import { parse } from 'yaml';
import { parseNote } from '../../../src/core/markdown/note';
import type { Article } from '../../../src/core/omnivore/article';
import {
  DETECT_DEFAULTS,
  detect,
  type Detection,
  type DetectOptions,
} from '../../../src/core/omnivore/detect';

/** What is found in a text, as a note of the vault. */
export function detectIn(
  text: string,
  options: DetectOptions = DETECT_DEFAULTS,
  path = 'Reading/note.md',
): Detection {
  return detect(parseNote(text, parse), path, options);
}

/** The articles of a text; none if it is not a saved article. */
export function articlesIn(text: string): readonly Article[] {
  const detection = detectIn(text);
  return detection.kind === 'saved' ? detection.articles : [];
}

/** The only article of a text. */
export function articleIn(text: string): Article {
  const [article, ...others] = articlesIn(text);
  if (!article || others.length > 0) throw new Error('not exactly one article');
  return article;
}

/** A note of properties and a body. */
export function noteOf(properties: string, body: string): string {
  return `---\n${properties}\n---\n\n${body}\n`;
}

export const ID = 'id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';
export const UUID = ID.slice(4);
export const URL_AT_OMNIVORE = 'https://omnivore.app/me/tides-18e3d5b1a2c';
export const READ = `[Read on Omnivore](${URL_AT_OMNIVORE})`;
export const ORIGINAL = '[Read Original](https://harbour.example.org/tides)';
export const IMAGE =
  '![](https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYpQ0vT9xWz1YbN4mL7pRs0aUcEgHiJkOqXdFtVu2/https://a.example.org/1.png)';
export const HIGHLIGHT = `> The tide waits. [⤴️](${URL_AT_OMNIVORE}#8f14e45f-ceea-467f-a9d8-1a2b3c4d5e6f)  ^8f14e45f`;
