import type { Range } from '../text/edits';
import type { Leaf } from './block-types';
import { inlineTag, RAW_MARKUP } from './html';
import { DelimiterRuns } from './delimiter-runs';
import { ForwardSearch } from './search-ahead';

/** A `%%` outside code. It is paired later, because a comment can span several blocks. */
export interface CommentDelimiter {
  readonly at: number;
  /** The block that contains it. */
  readonly leaf: Leaf;
  /** Whether only white space precedes it on its line. `alone`: and only white space follows. */
  readonly opensLine: boolean;
  readonly alone: boolean;
}

/** An element or comment (`!--`) without an end. */
export interface Unclosed {
  readonly at: number;
  readonly name: string;
}

/** The results for all blocks, with offsets in the whole text. */
export interface Inlines {
  /** Inline code, math, HTML comments and elements with code. They may overlap. */
  readonly code: Range[];
  readonly commentDelimiters: CommentDelimiter[];
  /** Elements and comments that don't end in their HTML block. A browser continues them after a blank line. */
  readonly unclosed: Unclosed[];
}

const DELIMITER = /[`<$%\\]/g;

/** Reads the inline code of a Markdown block. As in CommonMark, whatever opens first wins. */
export function readMarkdown(leaf: Leaf, found: Inlines): void {
  new InlineReader(leaf, found).read();
}

class InlineReader {
  readonly #leaf: Leaf;
  readonly #content: string;
  readonly #found: Inlines;
  readonly #runs: DelimiterRuns;
  readonly #search: ForwardSearch;
  /** Where elements with code were opened, by name. */
  readonly #opened = new Map<string, number>();

  constructor(leaf: Leaf, found: Inlines) {
    this.#leaf = leaf;
    this.#content = leaf.content;
    this.#found = found;
    this.#runs = new DelimiterRuns(leaf.content);
    this.#search = new ForwardSearch(leaf.content);
  }

  read(): void {
    for (let next = 0; ;) {
      DELIMITER.lastIndex = next;
      const at = DELIMITER.exec(this.#content)?.index;
      if (at === undefined) return;
      next = this.#readAt(at);
    }
  }

  #readAt(at: number): number {
    switch (this.#content.charCodeAt(at)) {
      case 96:
        return this.#readRun(at, 1);
      case 36:
        return this.#readRun(at, 2);
      case 37:
        return this.#readPercent(at);
      case 60:
        return this.#readAngle(at);
      default:
        return at + 2;
    }
  }

  #add(at: number, to: number): number {
    const { from } = this.#leaf;
    this.#found.code.push({ from: from + at, to: from + to });
    return to;
  }

  #readRun(at: number, shortest: number): number {
    const { end, closed } = this.#runs.at(at);
    return closed < 0 || end - at < shortest ? end : this.#add(at, closed);
  }

  #readPercent(at: number): number {
    if (!this.#content.startsWith('%%', at)) return at + 1;
    // Empty, so not a comment since Obsidian 1.13.
    if (this.#content.startsWith('%%%%', at)) return at + 4;
    this.#found.commentDelimiters.push(commentDelimiter(this.#leaf, at));
    return at + 2;
  }

  #readAngle(at: number): number {
    if (this.#content.startsWith('<!--', at)) {
      const end = this.#search.endOf('-->', at + 2);
      return end < 0 ? at + 4 : this.#add(at, end);
    }
    const tag = inlineTag(this.#content, at, this.#search);
    if (!tag) return at + 1;
    const opened = this.#opened.get(tag.name);
    if (tag.closes) {
      this.#opened.delete(tag.name);
      if (opened !== undefined) this.#add(opened, tag.to);
    } else if (opened === undefined && tag.name !== '') this.#opened.set(tag.name, at);
    return tag.to;
  }
}

/** Reads the elements with code and the comments of an HTML block. */
export function readHtml({ content, from }: Leaf, found: Inlines): void {
  const search = new ForwardSearch(content);
  let next = 0;
  for (;;) {
    RAW_MARKUP.lastIndex = next;
    const match = RAW_MARKUP.exec(content);
    if (!match) return;
    const at = match.index;
    const name = match[1]?.toLowerCase() ?? '!--';
    const to = search.endOfElement(name, at);
    if (to >= 0) found.code.push({ from: from + at, to: from + to });
    else if (name !== 'code') found.unclosed.push({ at: from + at, name });
    next = to < 0 ? at + 4 : to;
  }
}

function commentDelimiter(leaf: Leaf, index: number): CommentDelimiter {
  const { content, from } = leaf;
  let before = index - 1;
  while (isSpaceTabOrReturn(content.charCodeAt(before))) before--;
  const opensLine = before < 0 || content.charCodeAt(before) === 10;
  let after = index + 2;
  while (isSpaceTabOrReturn(content.charCodeAt(after))) after++;
  const endsLine = after >= content.length || content.charCodeAt(after) === 10;
  return { at: from + index, leaf, opensLine, alone: opensLine && endsLine };
}

/** Space, tab or carriage return. */
function isSpaceTabOrReturn(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}
