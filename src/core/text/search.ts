import type { Range } from './edits';

/**
 * Where a word first stands wholly within a range, -1 where it does not. Nothing behind the range is read: where a note holds many
 * articles, reading on to its end from each of them would take time that grows with the square of its length.
 */
export function indexWithin(text: string, word: string, { from, to }: Range): number {
  if (to >= text.length) return text.indexOf(word, from);
  const at = text.slice(from, to).indexOf(word);
  return at < 0 ? -1 : from + at;
}
