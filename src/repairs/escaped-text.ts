import type { TextEdit } from '../text/edit';
import { rewriteText } from '../note/front-matter';
import { lineAround, lineAt, type Line } from '../text/lines';
import { indexWithin } from '../text/search';
import { escapesIn, unescapeOnce } from '../omnivore/entities';
import { headingLine } from '../omnivore/header';
import { leave, type Finding, type RepairKind, type Subject } from './repair';

/** There is nothing to choose. */
export type EscapedTextOptions = Readonly<Record<string, never>>;

/** Signs of Mustache alone: no other writer escapes slashes, equals signs and backticks. */
const SIGN = /&#x(?:2F|3D|60);/;
const RAW = /[/=`]/g;
/** What a template writes with its own braces around: links to Omnivore and to the original. Not counted either way. */
const TEMPLATE_LINK =
  /https:\/\/omnivore\.app\/[^\s)]*|\[(?:Read Original|Source|Web)\]\([^\s)]*\)/g;
const ADDRESS = /https?:\/\/\S*/gi;
const NUMBERS = /\d+(?:\/\d+)+/g;
/** Unescaped signs for each escaped one that a hand may have added to an escaped text. */
const MOST_RAW = 0.25;
/** So many escaped signs may stand in any article that speaks of HTML. */
const FEW = 3;

/**
 * Undoes, once, the HTML escaping of a body that a template filled in with two braces (`{{content}}`) in the place of three;
 * of a heading or title alone where the other of the two, unescaped, proves it.
 *
 * A body is escaped or it is not: it counts as escaped where signs of Mustache outnumber by far the same characters unescaped.
 * Lines that hold such characters unescaped were added by hand and stay. Were the text to look escaped again afterwards, nothing
 * could tell the first pass from the second: then it is left.
 */
export const escapedText: RepairKind<EscapedTextOptions> = {
  defaults: {},
  with: () => (subject) => {
    const { text } = subject.note;
    const { from, to } = subject.article.body;
    const body = bodyFindings(text, from, to);
    return [...body, ...titleFindings(subject, body)];
  },
};

function bodyFindings(text: string, from: number, to: number): readonly Finding[] {
  if (indexWithin(text, '&#x', { from, to }) < 0) return [];
  const slice = text.slice(from, to);
  if (!SIGN.test(slice)) return [];
  const signs = countSigns(slice);
  if (!looksEscaped(signs)) return signs.escaped < FEW ? [] : leaveFirst(text, from, to);
  const after: string[] = [];
  const edits: TextEdit[] = [];
  for (const line of linesOf(slice)) {
    const content = slice.slice(line.from, line.to);
    const untouched = isUntouched(content);
    after.push(untouched ? unescapeOnce(content) : content);
    if (!untouched) continue;
    for (const edit of unescapes(text, from + line.from, from + line.to)) edits.push(edit);
  }
  const [first, last] = [edits[0], edits.at(-1)];
  if (!first || !last) return [];
  if (looksEscaped(countSigns(after.join('\n')))) return leaveFirst(text, from, to);
  const { from: start, to: end } = lineAround(text, first.from);
  const was = text.slice(start, end);
  return [{ from: first.from, to: last.to, was, will: unescapeOnce(was), edits }];
}

function* linesOf(text: string): Generator<Line> {
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    yield line;
    at = line.next;
  }
}

/** Holds none of the characters that Mustache would have escaped, but for the template's own links. */
function isUntouched(line: string): boolean {
  return rawSigns(line) === 0;
}

/** Counted so that no other repair changes the count: an address is one sign, and a date like 02/03/2024 none. */
function rawSigns(line: string): number {
  const plain = line.replace(TEMPLATE_LINK, '').replace(ADDRESS, '/').replace(NUMBERS, '');
  return plain.match(RAW)?.length ?? 0;
}

function leaveFirst(text: string, from: number, to: number): readonly Finding[] {
  const [first] = unescapes(text, from, to);
  return first ? [leave(text, first, 'mixed-escaping')] : [];
}

/** How many of the characters in question are escaped, and how many are not. */
interface Signs {
  readonly escaped: number;
  readonly raw: number;
}

function looksEscaped({ escaped, raw }: Signs): boolean {
  return escaped > 0 && raw <= escaped * MOST_RAW;
}

function countSigns(body: string): Signs {
  let escaped = 0;
  let raw = 0;
  for (const line of linesOf(body)) {
    const content = body.slice(line.from, line.to);
    const here = rawSigns(content);
    if (here > 0) raw += here;
    else if (content.includes('&')) escaped += rawSigns(unescapeOnce(content));
  }
  return { escaped, raw };
}

function unescapes(text: string, from: number, to: number): readonly TextEdit[] {
  return escapesIn(text, from, to).map(({ from, to, character }) => ({
    from,
    to,
    insert: character,
  }));
}

function titleFindings({ note, article }: Subject, body: readonly Finding[]): readonly Finding[] {
  const property = article.fields.find(({ concept }) => concept === 'title')?.property;
  const title = typeof property?.value === 'string' ? property.value.trim() : null;
  const line = headingLine(note.text, article.header);
  if (!property || title === null || !line) return [];
  const heading = note.text.slice(line.from, line.to);
  if (!title.includes('&') && !heading.includes('&')) return [];
  const mended = body.some(({ edits }) =>
    edits.some(({ from, to }) => from >= line.from && to <= line.to),
  );
  if (!mended && heading !== title && unescapeOnce(heading) === title) {
    const edits = unescapes(note.text, line.from, line.to);
    return [{ ...line, was: heading, will: title, edits }];
  }
  const right = mended ? unescapeOnce(heading) : heading;
  if (title === right || unescapeOnce(title) !== right || property.value !== title) return [];
  const edit = rewriteText(property, right);
  return edit ? [{ from: edit.from, to: edit.to, was: title, will: right, edits: [edit] }] : [];
}
