import type { Range } from './edits';

/**
 * Returns the first offset of a word that is completely within a range, or -1. Nothing after the range is
 * searched: in a note with many articles, searching to the end from each of them would take quadratic time.
 */
export function indexWithin(text: string, word: string, { from, to }: Range): number {
  if (to >= text.length) return text.indexOf(word, from);
  const at = text.slice(from, to).indexOf(word);
  return at < 0 ? -1 : from + at;
}
