/** Returns the letters and digits of a text, in lowercase, to compare two conversions of it. */
export function lettersOf(text: string): string {
  return text
    .replace(HIDDEN_MARKUP, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Called between steps of long work. Resolves at once, or later if the window or other work must get a turn. */
export type YieldIfNeeded = () => Promise<void>;

/** How much text is read at a time, in UTF-16 code units. */
const PART_LENGTH = 64 * 1024;

/** Returns the letters of a long text like `lettersOf`, with pauses. Parts end at line breaks. */
export async function lettersInParts(text: string, yieldIfNeeded: YieldIfNeeded): Promise<string> {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at + PART_LENGTH);
    const end = newline < 0 ? text.length : newline + 1;
    parts.push(lettersOf(text.slice(at, end)));
    at = end;
    await yieldIfNeeded();
  }
  return parts.join('');
}

/** Markup that is not shown: escapes, elements, and the destinations of links and images. */
const HIDDEN_MARKUP =
  /&(?:amp;){0,8}#?\w{1,10};|<\/?[a-zA-Z][^<>]{0,2000}>|\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,300}")?\)/g;

/** The length of a sample, in UTF-16 code units, and the number of samples. */
const SAMPLE_LENGTH = 24;
const SAMPLE_COUNT = 30;

/**
 * Returns which share of a text another text contains, from 0 to 1. Compares samples. Both must
 * come from `lettersOf`.
 */
export function shareIn(text: string, other: string): number {
  if (text.length <= SAMPLE_LENGTH) return text !== '' && other.includes(text) ? 1 : 0;
  const step = Math.max(1, (text.length - SAMPLE_LENGTH) / (SAMPLE_COUNT - 1));
  let [taken, found] = [0, 0];
  for (let at = 0; at <= text.length - SAMPLE_LENGTH; at += step) {
    const from = Math.floor(at);
    taken++;
    if (other.includes(text.slice(from, from + SAMPLE_LENGTH))) found++;
  }
  return found / taken;
}
