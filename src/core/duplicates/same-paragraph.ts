/**
 * What users write into the text of an article and what letters don't show: block IDs, highlights, wiki
 * links and embeds, comments, check marks, emoji.
 */
const MARKS =
  /\^[A-Za-z0-9-]{1,100}(?=\s*$)|==[^=\n]{1,2000}==|\[\[[^[\]\n]{1,1000}\]\]|%%[^%]{1,2000}%%|<!--[^>]{1,2000}-->|\[[xX]\] |\p{Extended_Pictographic}/gmu;
/** The destination of a link or image in the vault: a path, no URL and no anchor. */
const PATH = /\]\((?![a-z][a-z\d+.-]*:|#|\/\/)[^()\s]{1,1000}/gi;

/** Returns the marks of users in a paragraph, and its links into the vault. A merge must not lose them. */
export function ownMarks(paragraph: string): readonly string[] {
  return [...(paragraph.match(MARKS) ?? []), ...(paragraph.match(PATH) ?? [])];
}

/** How many letters at most are only in one of two conversions of the same text: `was` and `is`. */
const MAX_NEW_LETTERS = 2;
/** If these letters of a text are in another one, the texts agree there. */
const SHARED_LENGTH = 12;
/** With more differences, two texts are not the same. Also limits the time that comparing takes. */
const MAX_STEPS = 64;

/**
 * Returns whether a text is in another one, except single letters: programs convert the same page
 * differently. A word of the user's own makes a difference. Both must come from `lettersOf`.
 */
export function differsBarely(text: string, other: string): boolean {
  let newLetters = 0;
  for (let [at, step] = [0, 0]; at < text.length; step++) {
    const length = commonLength(text, at, other);
    newLetters = length > 0 ? 0 : newLetters + 1;
    if (newLetters > MAX_NEW_LETTERS || step === MAX_STEPS) return false;
    at += Math.max(length, 1);
  }
  return true;
}

/** Returns how many letters from an offset on are in the other text; 0 if they are fewer than that. */
function commonLength(text: string, from: number, other: string): number {
  const start = Math.min(from, text.length - SHARED_LENGTH);
  const found = start < 0 ? -1 : other.indexOf(text.slice(start, start + SHARED_LENGTH));
  if (found < 0) return 0;
  let length = SHARED_LENGTH;
  while (start + length < text.length && text[start + length] === other[found + length]) length++;
  return start + length - from;
}
