import type { Range } from '../text/edits';
import {
  CODE_INDENT,
  continuedCount,
  MAX_CONTAINERS,
  openContainer,
  wholeText,
  type Container,
} from './containers';
import type { Blocks, FencedBlock, Leaf, OpenLeaf } from './block-types';
import { closerOf, fenceAt, fencesAhead, isMispaired, type FencesAhead } from './fences';
import { htmlBlockAt } from './html';
import { LineCursor } from './line-cursor';
import { NextMatch, NextWord } from './search-ahead';
import {
  CODE_STARTS,
  independentLineBefore,
  isHeading,
  isSetextUnderline,
  isThematicBreak,
  withoutMarkers,
} from './lines-of-blocks';
import { cellsOf, isDelimiterRow } from './tables';

/** Finds the blocks of a Markdown text from an offset on, as CommonMark defines them. Both lists are sorted. */
export class BlockReader implements Blocks {
  readonly fenced: FencedBlock[] = [];
  readonly leaves: Leaf[] = [];
  readonly #text: string;
  readonly #line: LineCursor;
  readonly #root = wholeText();
  readonly #stack: Container[] = [];
  /**
   * How many containers in the stack the current line belongs to. The others stay open only if the line is a
   * lazy continuation of a paragraph.
   */
  #matched = 0;
  #leaf: OpenLeaf | null = null;
  #next: number;
  readonly #codeStarts: NextWord;
  /** The last marker that `#skipProse` has searched for. */
  #skippedTo = -1;
  readonly #matches: NextMatch;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#line = new LineCursor(text);
    this.#codeStarts = new NextWord(text, CODE_STARTS);
    this.#matches = new NextMatch(text);
    this.#next = from;
    this.#skipProse();
  }

  /** Reads the lines up to an offset. Returns whether there are more. */
  readTo(offset: number): boolean {
    while (this.#next < offset && this.#next < this.#text.length) this.#readLine(this.#next);
    if (this.#next < this.#text.length) return true;
    this.#closeLeaf();
    return false;
  }

  /**
   * Skips to the block that contains the next marker. Called when no block except containers is open. A line
   * that follows a blank line and is not indented ends all containers, so nothing before it affects it.
   */
  #skipProse(): void {
    const mark = this.#codeStarts.from(this.#next);
    if (mark === this.#skippedTo) return;
    this.#skippedTo = mark;
    const from = this.#next;
    if (mark === Infinity) return void (this.#next = this.#text.length);
    const at = independentLineBefore(this.#text, from, mark);
    if (at <= from) return;
    this.#stack.length = 0;
    this.#next = at;
  }

  #readLine(from: number): void {
    const line = this.#line;
    line.open(from);
    this.#next = line.next;
    this.#matched = continuedCount(this.#stack, line);
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
    while (!line.blank && this.#matched < MAX_CONTAINERS) {
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
    const ahead = this.#fencesAhead();
    const closer = closerOf(opener, ahead);
    if (closer) {
      const mispaired = isMispaired(opener, closer, ahead);
      this.fenced.push({ from: opener.from, to: closer.to, mispaired });
      this.#next = closer.next;
    } else this.#openUnclosed();
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
    const closed = this.#matches.from(end, line.at);
    if (closed >= this.#endOfContainer()) this.#openUnclosed();
    else {
      const from = line.at;
      line.open(closed);
      this.#next = line.next;
      this.#addLeaf({ from, to: line.to }, true);
    }
    return true;
  }

  /** Reads headings, thematic breaks, and lines that turn the paragraph above into a heading or a table. */
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

  /** Reads a block without an end as text. CommonMark would end it with its container. */
  #openUnclosed(): void {
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
    if (this.#codeStarts.from(from) >= to) return;
    const quoted = lines.length > 2 && this.#stack.some(({ kind }) => kind === 'quote');
    const content = quoted ? withoutMarkers(this.#text, lines) : this.#text.slice(from, to);
    this.leaves.push({ from, to, html, content });
  }

  #fencesAhead(): FencesAhead {
    const container = this.#stack.at(-1) ?? this.#root;
    if (!container.ahead || this.#line.next >= container.ahead.end) {
      container.ahead = fencesAhead(this.#text, this.#line.next, this.#stack);
    }
    return container.ahead;
  }

  #endOfContainer(): number {
    return this.#stack.length === 0
      ? this.#text.length
      : Math.max(this.#fencesAhead().end, this.#next);
  }
}
