import { escapesIn, type Escape } from '../../omnivore/entities';
import { HIGHLIGHT_LABEL } from '../../omnivore/highlights';

/**
 * Evidence for and against the assumption that a template escaped a whole text. An escaped text contains none of the
 * eight characters that Mustache escapes, so each raw one is evidence against. An escape inside a word, a quotation
 * or a URL is evidence for. An escape on its own, as in "a slash becomes `&#x2F;`", is typical of articles on escaping.
 */
export interface Evidence {
  /** The number of unescaped characters. */
  readonly raw: number;
  /** The number of escapes in words, quotations and URLs. */
  readonly escaped: number;
  /** The number of escapes on their own. */
  readonly alone: number;
  /** Whether a URL is escaped: `https:&#x2F;&#x2F;`. */
  readonly url: boolean;
}

/** The maximum ratio of raw characters to escapes. Raw ones can be in lines that the user added. */
const MAX_RAW_RATIO = 0.25;
/** The minimum number of escapes in words; an article about escaping may contain fewer. */
const MIN_ESCAPED = 3;

const ESCAPED_URL = /https?:&#x2F;&#x2F;$/i;
const SLASH_LENGTH = '&#x2F;'.length;
const URL_TEXT = /https?:\/\/[^\s<>]*/gi;
/** Links that templates write themselves: to Omnivore, to the original, and of highlights. */
const OWN_LINK =
  /\[(?:Read Original|Original|Source|Web|Read on Omnivore|View in Omnivore|Omnivore|(?:[⤴🔗]\uFE0F?)?)\]\([^\s)[\]]*\)/gu;
const OMNIVORE_URL = /https:\/\/omnivore\.app\/[^\s)<>]*/gi;
const TAG_OR_MENTION = /(^|\s)#[^\s#&<>"'`=]+/g;
/** The eight characters that Mustache escapes, unescaped. */
const RAW = /&(?!(?:#x2F|#x3D|#x60|#39|quot|lt|gt|amp);)|[<>"'`=]|\//g;

/**
 * Counts the unescaped characters of a line. A URL counts once. Links and tags that templates write do not count.
 * A slash between digits does not count either: it may be part of a date, which another repair may rewrite.
 */
export function rawCharacters(line: string): number {
  if (!/[&<>"'`=/]/.test(line)) return 0;
  const plain = line
    .replace(OWN_LINK, '')
    .replace(OMNIVORE_URL, '')
    .replace(URL_TEXT, '"')
    .replace(TAG_OR_MENTION, '$1');
  let count = 0;
  for (const { 0: character, index } of plain.matchAll(RAW)) {
    const inDate = character === '/' && isDigitAt(plain, index - 1) && isDigitAt(plain, index + 1);
    if (!inDate) count++;
  }
  return count;
}

function isDigitAt(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at));
}

/** A line of a text. `from` is its offset in that text. */
interface EscapedLine {
  readonly text: string;
  readonly from: number;
}

/**
 * Counts the evidence of escapes in a line without raw characters. `escapes` have offsets in the text that contains
 * the line. The escapes of one URL count once, and so do the backticks of a code fence.
 */
export function evidenceOf(
  { text, from: start }: EscapedLine,
  escapes: readonly Escape[],
): Evidence {
  let escaped = 0;
  let alone = 0;
  let url = false;
  let countedTo = 0;
  escapes.forEach((escape, i) => {
    const from = escape.from - start;
    const to = escape.to - start;
    if (from < countedTo) return;
    if (ESCAPED_URL.test(text.slice(Math.max(0, from - 6), to + SLASH_LENGTH))) {
      url = true;
      escaped++;
      countedTo = endOfUrl(text, to);
      return;
    }
    const run = text.startsWith(ESCAPED_FENCE, from) ? ESCAPED_FENCE : '';
    const [before, after] = [escapes[i - 1], escapes[i + 1]];
    const sides = [
      before?.to === escape.from ? before.character : characterBefore(text, from),
      after?.from === escape.to ? after.character : characterAfter(text, to),
    ];
    countedTo = from + run.length;
    if (run !== '' || isInWord(escape.character, sides)) escaped++;
    else if (isLoneCharacter(escape.character, sides)) alone++;
  });
  return { raw: 0, escaped, alone, url };
}

const LINK_BEFORE = /(?:[ \t]{0,8}\|[ \t]{0,8}| )?\[([^[\]]{0,300})\]\([^\s()]{0,2000}\)$/;
const LINK_AFTER = /^\[([^[\]]{0,300})\]\([^\s()]{0,2000}\)/;
const LONGEST_LINK = 2_400;

/**
 * Returns the character before an offset. Of a link, that is the last one of its label, and of a link with an arrow the one
 * before the link: repairs remove links and arrows, and then the evidence must be the same.
 */
function characterBefore(text: string, at: number): string {
  const character = text.charAt(at - 1);
  const link =
    character === ')' ? LINK_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_LINK), at)) : null;
  if (!link) return character;
  const [whole, label = ''] = link;
  return HIGHLIGHT_LABEL.test(label) ? text.charAt(at - whole.length - 1) : label.slice(-1);
}

/** Returns the character at an offset. Of a link, that is the first one of its label; see `characterBefore`. */
function characterAfter(text: string, at: number): string {
  const character = text.charAt(at);
  const link = character === '[' ? LINK_AFTER.exec(text.slice(at, at + LONGEST_LINK)) : null;
  if (!link) return character;
  const [whole, label = ''] = link;
  return HIGHLIGHT_LABEL.test(label) ? text.charAt(at + whole.length) : label.charAt(0);
}

const ESCAPED_FENCE = '&#x60;'.repeat(3);
/** A neighbor of a character that is part of a word, a path or an equation. */
const IN_WORD = /[\p{L}\p{N}_:/.?#%~+-]/u;
/** A neighbor of a character that a text only mentions. */
const NEXT_TO_MENTION = /^[\s|"'`“”‘’()]?$/;

/** Returns whether a character is part of a word. Slashes and equals signs need word characters on both sides. */
function isInWord(character: string, sides: readonly string[]): boolean {
  if ('&<>'.includes(character)) return false;
  const inWord = (side: string): boolean => IN_WORD.test(side);
  return '/='.includes(character) ? sides.every(inWord) : sides.some(inWord);
}

function isLoneCharacter(character: string, sides: readonly string[]): boolean {
  return !'&<>'.includes(character) && sides.every((side) => NEXT_TO_MENTION.test(side));
}

function endOfUrl(line: string, from: number): number {
  const length = line.slice(from).search(/[\s)]/);
  return length < 0 ? line.length : from + length;
}

/** Adds up two pieces of evidence. */
export function sum(a: Evidence, b: Evidence): Evidence {
  return {
    raw: a.raw + b.raw,
    escaped: a.escaped + b.escaped,
    alone: a.alone + b.alone,
    url: a.url || b.url,
  };
}

/** No evidence for or against escaping. */
export const NO_EVIDENCE: Evidence = { raw: 0, escaped: 0, alone: 0, url: false };

/** Returns whether the evidence proves that the text was escaped. */
export function wasEscaped({ raw, escaped, alone, url }: Evidence): boolean {
  if (url && raw === 0) return true;
  return escaped > alone && raw <= escaped * MAX_RAW_RATIO && (url || escaped >= MIN_ESCAPED);
}

/** Returns whether a text of one line was escaped: it has no raw characters, and more escapes in words than alone. */
export function isPlainlyEscaped(line: string): boolean {
  if (rawCharacters(line) > 0) return false;
  const { escaped, alone } = evidenceOf({ text: line, from: 0 }, escapesIn(line, 0, line.length));
  return escaped > alone;
}
