import { frontMatterRange } from '../markdown/front-matter/read-front-matter';

/** The bytes of a note that was not decoded yet. */
export interface NoteBytes {
  /** Returns whether the bytes contain an ASCII word. */
  readonly contains: (word: string) => boolean;
  /** Returns each byte as a character (Latin-1). Called only if the note may have front matter. */
  readonly latin1: () => string;
  readonly first: number | undefined;
}

/** Parts of Omnivore's name and of the property that every outline has. They start with a rare letter, which is fast to search for. */
const NAME_PARTS = ['vore', 'VORE', 'ved::'] as const;
/** A key that can be an ID: `id:`, `"ID" :`. The characters after it can be white space in any encoding. */
const ID_KEY = /id["' \t\x80-\xff]*:/i;
const DASH = 0x2d;
/** The bytes of a byte order mark, as UTF-8 and as Latin-1. */
const BOM_AS_LATIN1 = 'ï»¿';

/**
 * Returns false if a note can't be a saved article, and has no image behind Omnivore's proxy. Nearly all notes of a vault are rejected
 * this way without being decoded. Never returns false for a note for which `matchTemplate` looks for signals.
 */
export function mayBeSaved({ contains, latin1, first }: NoteBytes): boolean {
  if (NAME_PARTS.some(contains)) return true;
  if (first !== DASH && first !== BOM_AS_LATIN1.charCodeAt(0)) return false;
  const text = latin1();
  const start = text.startsWith(BOM_AS_LATIN1) ? BOM_AS_LATIN1.length : 0;
  const range = frontMatterRange(text, start);
  return range !== null && ID_KEY.test(text.slice(range.from, range.to));
}
