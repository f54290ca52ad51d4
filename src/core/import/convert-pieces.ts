import type { HTMLElement, Node } from 'node-html-parser';
import { BLOCKS, CONTAINERS, dividePage } from './divide-page';
import { quoteLine } from '../text/lines';

/** Converts a short piece of a page. */
export type ConvertPiece = (html: string) => string;

/** Pages are converted in pieces this long, so that other work gets a turn between them. */
const PIECE_LENGTH = 8_192;
/** A longer part that can't be divided, such as a table, would block the window for seconds. */
const MAX_PIECE_LENGTH = 256 * 1024;
/** Parsing is not divided either. */
const MAX_PARSED_LENGTH = 1024 * 1024;
/** Parses a piece of a page, as the converter does. */
export type ParsePage = (html: string) => HTMLElement;

/**
 * Converts a page in pieces, in linear time, and yields their texts in order, so that the caller can pause between them. Throws if a
 * part that can't be divided is too long.
 */
export function* convertInPieces(
  html: string,
  parse: ParsePage,
  convert: ConvertPiece,
): Generator<string> {
  const pieces = html.length <= PIECE_LENGTH ? [html] : dividePage(html, PIECE_LENGTH);
  for (const piece of pieces) {
    if (piece.length > MAX_PARSED_LENGTH) throw new Error('A part of the page is too long.');
    if (piece.length > PIECE_LENGTH) yield* convertChildren(parse(piece), convert);
    else yield piece.trim() === '' ? '' : convert(piece);
  }
}

/** Converts the children of an element: the long ones in pieces, the others together. */
function* convertChildren(element: HTMLElement, convert: ConvertPiece): Generator<string> {
  let piece = '';
  const convertPiece = (): string => {
    if (piece.length > MAX_PIECE_LENGTH) throw new Error('A part of the page is too long.');
    const text = piece === '' ? '' : convert(piece);
    piece = '';
    return text;
  };
  for (const child of element.childNodes) {
    const tag = tagNameOf(child);
    const isBlock = CONTAINERS.has(tag) || BLOCKS.has(tag);
    const length = lengthOf(child);
    if (isBlock && piece.length + length > PIECE_LENGTH) yield convertPiece();
    const parts =
      isBlock && length > PIECE_LENGTH ? convertLong(child as HTMLElement, convert) : null;
    if (parts) yield* parts;
    else piece += child.toString();
  }
  yield convertPiece();
}

/** Converts a long block; returns null if it can't be divided. */
function convertLong(element: HTMLElement, convert: ConvertPiece): Iterable<string> | null {
  const tag = tagNameOf(element);
  if (CONTAINERS.has(tag)) return convertChildren(element, convert);
  if (tag === 'BLOCKQUOTE') return convertQuote(element, convert);
  if (tag === 'UL' || tag === 'OL') return convertList(element, tag, convert);
  // Code is not parsed, so its length does not matter.
  return tag === 'PRE' ? [convert(element.toString())] : null;
}

/** Converts a quote. Its pieces must not be apart, so yields '' for each, and the whole text at the end. */
function* convertQuote(element: HTMLElement, convert: ConvertPiece): Generator<string> {
  const texts: string[] = [];
  for (const text of convertChildren(element, convert)) {
    if (text !== '') texts.push(text);
    yield '';
  }
  yield texts.join('\n\n').split('\n').map(quoteLine).join('\n');
}

/** Converts a few items at a time. The items of each piece are numbered from 1, so adds how many come before. Yields like `convertQuote`. */
function* convertList(
  element: HTMLElement,
  tag: 'UL' | 'OL',
  convert: ConvertPiece,
): Generator<string> {
  const done: string[] = [];
  let [piece, count, before] = ['', 0, 0];
  const convertPiece = (): void => {
    if (piece.length > MAX_PIECE_LENGTH) throw new Error('A list item of the page is too long.');
    const text = convert(`<${tag}>${piece}</${tag}>`);
    const first = before;
    done.push(tag === 'UL' ? text : text.replace(/^\d+(?=\. )/gm, (n) => `${Number(n) + first}`));
    [piece, count, before] = ['', 0, before + count];
  };
  for (const child of element.childNodes) {
    if (count > 0 && piece.length + lengthOf(child) > PIECE_LENGTH) {
      convertPiece();
      yield '';
    }
    piece += child.toString();
    if (tagNameOf(child) === 'LI') count++;
  }
  // A list without items can have text too.
  if (piece.trim() !== '') convertPiece();
  yield done.join('\n');
}

/** Returns the name of an element in capitals; '' for text. */
function tagNameOf(node: Node): string {
  return ((node as Partial<HTMLElement>).tagName ?? '').toUpperCase();
}

/** Returns the length of a node in the page. Writes it only if the parser has lost its place. */
function lengthOf(node: Node): number {
  const [from, to] = node.range;
  return from >= 0 && to > from ? to - from : node.toString().length;
}
