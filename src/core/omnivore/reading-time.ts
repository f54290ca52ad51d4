import type { Range } from '../text/edits';
import { STEP_LENGTH, type Steps } from '../text/steps';
import type { Article } from './article';
import { plainName } from './property-names';

/** Omnivore's own measure (`wordsCount / 235` in obsidian-omnivore). */
const WORDS_PER_MINUTE = 235;
/** Chinese, Japanese and Korean are counted by letter. */
const IDEOGRAPHS_PER_MINUTE = 400;
/** A shorter body has only highlights, which say nothing about the length of the article. */
const MIN_BODY_MINUTES = 1.5;

/** How many minutes it takes to read an article, at least 1: by the number of words in its properties, else by its text; null where only highlights were saved. */
export function* readingMinutes(article: Article, text: string): Steps<number | null> {
  const words = article.properties.find(({ key }) => plainName(key) === 'words_count')?.value;
  const count = typeof words === 'string' ? Number(words) : words;
  if (typeof count === 'number' && Number.isFinite(count) && count > 0) {
    return Math.max(1, Math.round(count / WORDS_PER_MINUTE));
  }
  const minutes = yield* minutesOf(text, article.body);
  return minutes < MIN_BODY_MINUTES ? null : Math.round(minutes);
}

function* minutesOf(text: string, { from, to }: Range): Steps<number> {
  let [words, ideographs] = [0, 0];
  let isInWord = false;
  for (let i = from; i < to; i++) {
    if ((i - from + 1) % STEP_LENGTH === 0) yield;
    const code = text.charCodeAt(i);
    const isSpace = code <= 32 || code === 0xa0;
    // From the Hiragana to the end of the Hangul syllables.
    if (code >= 0x3040 && code <= 0xd7a3) ideographs++;
    else if (!isSpace && !isInWord) words++;
    isInWord = !isSpace;
  }
  return words / WORDS_PER_MINUTE + ideographs / IDEOGRAPHS_PER_MINUTE;
}
