import type { Range } from '../text/edits';
import { lineStart } from '../text/lines';
import {
  CODE_INDENT,
  continued,
  MAX_DEPTH,
  openContainer,
  wholeText,
  type Container,
} from './containers';
import { closerOf, fenceAt, fencesAhead, isMispaired, type FencesAhead } from './fences';
import { htmlBlockAt } from './html';
import { LineCursor } from './line-cursor';
import { NextOf } from './search-ahead';
import { cellsOf, isDelimiterRow } from './tables';

/** The text of one block: inline code never reaches beyond it. */
export interface Leaf extends Range {
  readonly html: boolean;
  /** The text of the range; markers of quotes between its lines are blanked out. */
  readonly content: string;
}

/** A closed fence or math block. */
interface FencedBlock extends Range {
  readonly mispaired: boolean;
}

export interface Blocks {
  readonly fenced: readonly FencedBlock[];
  /** Those that hold a mark that inline code, comments, math or elements start with. */
  readonly leaves: readonly Leaf[];
}

/** The blocks of a Markdown text from an offset on, by CommonMark's rules for blocks; both lists are in order. */
export function readBlocks(text: string, from: number): Blocks {
  return new BlockReader(text, from);
}

/** One of them stands in each block that holds code, a comment, math or an element. */
const CODE_MARKS = ['`', '<', '~~~', '%%', '$$'];
const HEADING = /^#{1,6}(?:[ \t]|$)/;
const THEMATIC_BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const SETEXT_UNDERLINE = /^(?:=+|-+)[ \t]*$/;

/** The block whose next line may belong to it. */
interface OpenLeaf extends Range {
  readonly kind: 'paragraph' | 'html' | 'table';
  to: number;
  /** Start and end of each line, without the markers of containers. */
  readonly lines: number[];
  /** Whether its last line can be the first row of a table. */
  mayBeRow: boolean;
}

class BlockReader implements Blocks {
  readonly fenced: FencedBlock[] = [];
  readonly leaves: Leaf[] = [];
  readonly #text: string;
  readonly #line: LineCursor;
  readonly #root = wholeText();
  readonly #stack: Container[] = [];
  /** How many containers of the stack the line belongs to; the others go on only if the line continues a paragraph lazily. */
  #matched = 0;
  #leaf: OpenLeaf | null = null;
  #next: number;
  readonly #marks: NextOf;
  /** The mark up to which `#skipProse` has looked. */
  #skippedTo = -1;
  readonly #ends = new Map<RegExp, Range>();

  constructor(text: string, from: number) {
    this.#text = text;
    this.#line = new LineCursor(text);
    this.#marks = new NextOf(text, CODE_MARKS);
    this.#next = from;
    this.#skipProse();
    while (this.#next < text.length) this.#readLine(this.#next);
    this.#closeLeaf();
  }

  /**
   * Goes on to the block that holds the next mark. Called where no block is open but containers: each ends before a line that follows
   * a blank one and is not indented, so what stands before such a line has no influence on it.
   */
  #skipProse(): void {
    const mark = this.#marks.from(this.#next);
    if (mark === this.#skippedTo) return;
    this.#skippedTo = mark;
    const from = this.#next;
    if (mark === Infinity) {
      this.#next = this.#text.length;
      return;
    }
    let at = lineStart(this.#text, mark);
    while (at > from && !startsAfresh(this.#text, at)) at = lineStart(this.#text, at - 1);
    if (at <= from) return;
    this.#stack.length = 0;
    this.#next = at;
  }

  #readLine(from: number): void {
    const line = this.#line;
    line.open(from);
    this.#next = line.next;
    this.#matched = continued(this.#stack, line);
    if (line.blank) {
      this.#endUnmatched();
      this.#skipProse();
      return;
    }
    if (this.#matched < this.#stack.length && !this.#mayBeLazy()) this.#endUnmatched();
    if (this.#leaf?.kind === 'html') this.#extend(this.#leaf);
    else {
      this.#openContainers();
      if (!line.blank) this.#readBlock();
    }
  }

  #mayBeLazy(): boolean {
    if (this.#leaf?.kind !== 'paragraph') return false;
    return this.#stack.every(({ lazy }, i) => lazy || i < this.#matched);
  }

  #openContainers(): void {
    const line = this.#line;
    while (!line.blank && this.#matched < MAX_DEPTH) {
      const inParagraph = this.#leaf?.kind === 'paragraph';
      if (line.indent >= CODE_INDENT ? inParagraph : isThematicBreak(line)) return;
      const interrupts = inParagraph && this.#matched === this.#stack.length;
      const container = openContainer(line, interrupts);
      if (!container) return;
      this.#endUnmatched();
      this.#stack.push(container);
      this.#matched++;
    }
  }

  #readBlock(): void {
    const line = this.#line;
    if (line.indent < CODE_INDENT) {
      if (this.#readFence() || this.#readHtml() || this.#readRule()) return;
    }
    const leaf = this.#leaf;
    if (leaf?.kind === 'paragraph') this.#extend(leaf);
    else if (leaf?.kind === 'table') this.#addCells(line.at, line.to);
    else this.#openLeaf('paragraph');
  }

  #readFence(): boolean {
    const opener = fenceAt(this.#line);
    if (!opener) return false;
    this.#endUnmatched();
    const ahead = this.#ahead();
    const closer = closerOf(opener, ahead);
    if (closer) {
      const mispaired = isMispaired(opener, closer, ahead);
      this.fenced.push({ from: opener.from, to: closer.to, mispaired });
      this.#next = closer.next;
    } else this.#openSwallowed();
    return true;
  }

  #readHtml(): boolean {
    const line = this.#line;
    if (line.code !== 60) return false;
    const end = htmlBlockAt(line, this.#leaf?.kind === 'paragraph');
    if (!end) return false;
    this.#endUnmatched();
    if (end === 'blank') {
      this.#openLeaf('html');
      return true;
    }
    const closed = this.#search(end, line.at);
    if (closed >= this.#endOfContainer()) this.#openSwallowed();
    else {
      const from = line.at;
      line.open(closed);
      this.#next = line.next;
      this.#addLeaf({ from, to: line.to }, true);
    }
    return true;
  }

  /** Headings, thematic breaks, and the lines that make a heading or a table of the paragraph above. */
  #readRule(): boolean {
    const line = this.#line;
    if (isHeading(line)) {
      this.#endUnmatched();
      this.#addLeaf({ from: line.at, to: line.to }, false);
      return true;
    }
    if (isThematicBreak(line)) {
      this.#endUnmatched();
      return true;
    }
    const leaf = this.#leaf;
    if (leaf?.kind !== 'paragraph' || this.#matched < this.#stack.length) return false;
    if (isSetextUnderline(line)) {
      this.#closeLeaf();
      return true;
    }
    return this.#makeTable(leaf);
  }

  #makeTable(paragraph: OpenLeaf): boolean {
    const { lines } = paragraph;
    const [at = 0, to = 0] = lines.slice(-2);
    const header = cellsOf(this.#text, at, to).length;
    if (!paragraph.mayBeRow || !isDelimiterRow(this.#line.rest, header)) return false;
    lines.length -= 2;
    paragraph.to = lines.at(-1) ?? paragraph.from;
    this.#closeLeaf();
    this.#openLeaf('table');
    this.#addCells(at, to);
    return true;
  }

  #addCells(from: number, to: number): void {
    for (const cell of cellsOf(this.#text, from, to)) this.#addLeaf(cell, false);
  }

  #openLeaf(kind: OpenLeaf['kind']): void {
    const { at, to } = this.#line;
    this.#leaf = { kind, from: at, to, lines: [at, to], mayBeRow: true };
  }

  /** Reads a block without an end as text; to CommonMark it ends with its container. */
  #openSwallowed(): void {
    const container = this.#stack.at(-1);
    if (container) container.lazy = false;
    this.#openLeaf('paragraph');
  }

  #extend(leaf: OpenLeaf): void {
    const { at, to, indent } = this.#line;
    leaf.to = to;
    leaf.lines.push(at, to);
    leaf.mayBeRow = indent < CODE_INDENT && this.#matched === this.#stack.length;
  }

  #endUnmatched(): void {
    this.#closeLeaf();
    this.#stack.length = this.#matched;
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = null;
    if (leaf && leaf.kind !== 'table') this.#addLeaf(leaf, leaf.kind === 'html', leaf.lines);
  }

  #addLeaf({ from, to }: Range, html: boolean, lines: readonly number[] = []): void {
    if (this.#marks.from(from) >= to) return;
    const quoted = lines.length > 2 && this.#stack.some(({ kind }) => kind === 'quote');
    const content = quoted ? withoutMarkers(this.#text, lines) : this.#text.slice(from, to);
    this.leaves.push({ from, to, html, content });
  }

  #ahead(): FencesAhead {
    const container = this.#stack.at(-1) ?? this.#root;
    const { next } = this.#line;
    if (!container.ahead || next >= container.ahead.end) {
      container.ahead = fencesAhead(this.#text, next, this.#stack);
    }
    return container.ahead;
  }

  #endOfContainer(): number {
    return this.#stack.length === 0 ? this.#text.length : Math.max(this.#ahead().end, this.#next);
  }

  /** Where an expression matches from an offset on; Infinity where it does not. What was found ahead is kept. */
  #search(expression: RegExp, from: number): number {
    const known = this.#ends.get(expression);
    if (known && from >= known.from && from <= known.to) return known.to;
    expression.lastIndex = from;
    const to = expression.exec(this.#text)?.index ?? Infinity;
    this.#ends.set(expression, { from, to });
    return to;
  }
}

/** Whether a line follows an empty one, and is neither empty nor indented. */
function startsAfresh(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first === 32 || first === 9 || first === 10 || first === 13) return false;
  let before = at - 2;
  if (text.charCodeAt(before) === 13) before--;
  return text.charCodeAt(before) === 10;
}

function isHeading(line: LineCursor): boolean {
  return line.code === 35 && HEADING.test(line.rest);
}

function isThematicBreak(line: LineCursor): boolean {
  const { code } = line;
  return (code === 42 || code === 45 || code === 95) && THEMATIC_BREAK.test(line.rest);
}

function isSetextUnderline(line: LineCursor): boolean {
  const { code } = line;
  return (code === 61 || code === 45) && SETEXT_UNDERLINE.test(line.rest);
}

/** The lines with what stands between them blanked out, at their old distances. */
function withoutMarkers(text: string, lines: readonly number[]): string {
  let content = '';
  for (let i = 0; i < lines.length; i += 2) {
    const [at = 0, to = 0] = [lines[i], lines[i + 1]];
    const before = lines[i - 1];
    if (before !== undefined) content += '\n'.padEnd(at - before, ' ');
    content += text.slice(at, to);
  }
  return content;
}
