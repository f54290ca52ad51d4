import { escapesIn, type Escape } from '../../omnivore/entities';

/**
 * What speaks for and against a text having been escaped as a whole. An escaped text holds none of Mustache's eight characters, so each
 * that stands there as it is speaks against. An escape that is part of a word, a quotation or a URL speaks for it; one that stands alone,
 * as in "a slash becomes `&#x2F;`", is what an article on escaping writes.
 */
export interface Evidence {
  readonly raw: number;
  readonly escaped: number;
  readonly alone: number;
  /** Whether a URL is escaped: `https:&#x2F;&#x2F;`. */
  readonly url: boolean;
}

/** So many unescaped characters for each escape that speaks for it may stand in lines that a person added. */
const MOST_RAW = 0.25;
/** So many escapes in words may stand in an article that speaks of them. */
const FEW = 3;

const ESCAPED_URL = /https?:&#x2F;&#x2F;$/;
const SLASH_LENGTH = '&#x2F;'.length;
const URL_TEXT = /https?:\/\/[^\s<>]*/gi;
/** What templates write with braces of their own: links to Omnivore and to the original, tags, a highlight's block. */
const OWN_LINK =
  /\[(?:Read Original|Original|Source|Web|Read on Omnivore|View in Omnivore|Omnivore|(?:[⤴🔗]\uFE0F?)?)\]\([^\s)[\]]*\)/gu;
const OMNIVORE_URL = /https:\/\/omnivore\.app\/[^\s)<>]*/g;
const TAG = /(^|\s)#[^\s#&<>"'`=]+/g;
/** The eight characters; a slash between digits is a date's, which another repair may rewrite. */
const RAW = /&(?!(?:#x2F|#x3D|#x60|#39|quot|lt|gt|amp);)|[<>"'`=]|\//g;

/** How many of the eight characters stand in a line as they are. A URL counts once, and what templates write does not count. */
export function rawCharacters(line: string): number {
  if (!/[&<>"'`=/]/.test(line)) return 0;
  const plain = line
    .replace(OWN_LINK, '')
    .replace(OMNIVORE_URL, '')
    .replace(URL_TEXT, '"')
    .replace(TAG, '$1');
  let count = 0;
  for (const { 0: character, index } of plain.matchAll(RAW)) {
    const inDate = character === '/' && isDigit(plain, index - 1) && isDigit(plain, index + 1);
    if (!inDate) count++;
  }
  return count;
}

function isDigit(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at));
}

/** A line of a text, and escapes in it whose offsets are of that text. */
interface EscapedLine {
  readonly text: string;
  readonly from: number;
}

/**
 * What some escapes of a line say that holds none of the characters raw. Those of one URL count once, and so do the backticks of a fence.
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
    const run = text.startsWith(FENCE, from) ? FENCE : '';
    const [before, after] = [escapes[i - 1], escapes[i + 1]];
    const sides = [
      before?.to === escape.from ? before.character : text.charAt(from - 1),
      after?.from === escape.to ? after.character : text.charAt(to),
    ];
    countedTo = from + run.length;
    if (run !== '' || isInWord(escape.character, sides)) escaped++;
    else if (isAlone(escape.character, sides)) alone++;
  });
  return { raw: 0, escaped, alone, url };
}

const FENCE = '&#x60;'.repeat(3);
/** What stands beside a character that is part of a word, a path or an equation. */
const IN_WORD = /[\p{L}\p{N}_:/.?#%~+-]/u;
/** What stands beside a character that is spoken of. */
const BESIDE_MENTION = /^[\s|"'`“”‘’()]?$/;

/** Slashes and equals signs stand between words, quotation marks and backticks before or behind one. */
function isInWord(character: string, sides: readonly string[]): boolean {
  if ('&<>'.includes(character)) return false;
  const inWord = (side: string): boolean => IN_WORD.test(side);
  return '/='.includes(character) ? sides.every(inWord) : sides.some(inWord);
}

function isAlone(character: string, sides: readonly string[]): boolean {
  return !'&<>'.includes(character) && sides.every((side) => BESIDE_MENTION.test(side));
}

function endOfUrl(line: string, from: number): number {
  const length = line.slice(from).search(/[\s)]/);
  return length < 0 ? line.length : from + length;
}

/** Two pieces of evidence as one. */
export function sum(a: Evidence, b: Evidence): Evidence {
  return {
    raw: a.raw + b.raw,
    escaped: a.escaped + b.escaped,
    alone: a.alone + b.alone,
    url: a.url || b.url,
  };
}

/** Says nothing either way. */
export const NO_EVIDENCE: Evidence = { raw: 0, escaped: 0, alone: 0, url: false };

/** Whether the text was escaped beyond doubt. */
export function isEscaped({ raw, escaped, alone, url }: Evidence): boolean {
  if (url && raw === 0) return true;
  return escaped > alone && raw <= escaped * MOST_RAW && (url || escaped >= FEW);
}

/** Whether a text of one line was escaped: it holds none of the characters raw, and more escapes in words than alone. */
export function isPlainlyEscaped(line: string): boolean {
  if (rawCharacters(line) > 0) return false;
  const { escaped, alone } = evidenceOf({ text: line, from: 0 }, escapesIn(line, 0, line.length));
  return escaped > alone;
}
