import { covers } from '../text/ranges';
import type { Range } from '../text/edits';
import { atOnce, STEP_LENGTH, type Steps } from '../text/steps';
import { BlockReader } from './blocks';
import {
  readHtml,
  readMarkdown,
  type CommentDelimiter,
  type Inlines,
  type Unclosed,
} from './inlines';
import { ForwardSearch } from './search-ahead';

/** Closed code, a comment or math. */
export interface CodeRange extends Range {
  /**
   * Whether it may be prose: fences that may be paired wrongly, or HTML that a browser continues after a
   * blank line. It is never changed; problems in it are listed.
   */
  readonly doubtful: boolean;
}

/**
 * Returns the closed code, comments and math at or after `from`, in UTF-16 code units. The ranges are sorted
 * and don't overlap.
 * Blocks are read first, as CommonMark defines them: fences (with the indentation of their container), HTML
 * and `$$`. Inline code is read within a block. Comments, `<pre>`, `<code>`, `<script>`, `<style>` and
 * `<textarea>` count as code; other raw HTML counts as prose. `%%` is read as Obsidian does.
 * Two things that CommonMark calls code count as prose here. Text after a fence or HTML block without an end,
 * because the block has swallowed text that is not code. Lines that are code only by their indentation,
 * because outlines and lists indent ordinary text.
 */
export function codeRanges(text: string, from: number): readonly CodeRange[] {
  return atOnce(codeSteps(text, from));
}

/** Works like `codeRanges`, in steps. */
export function* codeSteps(text: string, from: number): Steps<readonly CodeRange[]> {
  const blocks = new BlockReader(text, from);
  for (let to = from + STEP_LENGTH; blocks.readTo(to); to += STEP_LENGTH) yield;
  const { fenced, leaves } = blocks;
  if (fenced.length === 0 && leaves.length === 0) return [];
  const found: Inlines = { code: [], commentDelimiters: [], unclosed: [] };
  let stepTo = from + STEP_LENGTH;
  for (const leaf of leaves) {
    if (leaf.from >= stepTo) {
      stepTo = leaf.from + STEP_LENGTH;
      yield;
    }
    (leaf.html ? readHtml : readMarkdown)(leaf, found);
  }
  const comments = commentsBetween(found.commentDelimiters);
  const certain = mergeRanges([
    ...fenced.filter(({ mispaired }) => !mispaired),
    ...found.code,
    ...comments.filter(({ doubtful }) => !doubtful),
  ]);
  const doubtful = mergeRanges([
    ...fenced.filter(({ mispaired }) => mispaired),
    ...comments.filter(({ doubtful }) => doubtful),
    ...continuedHtml(text, found.unclosed, certain),
  ]);
  return combineRanges(certain, doubtful);
}

/** Pairs `%%` as Obsidian does: within a block, or across blocks if the first one starts a line. */
function commentsBetween(marks: readonly CommentDelimiter[]): readonly CodeRange[] {
  const comments: CodeRange[] = [];
  for (let i = 0; i + 1 < marks.length; i++) {
    const [open, close] = [marks[i] as CommentDelimiter, marks[i + 1] as CommentDelimiter];
    const inBlock = open.leaf === close.leaf;
    if (!inBlock && !open.opensLine) continue;
    comments.push({ from: open.at, to: close.at + 2, doubtful: !inBlock && !open.alone });
    i++;
  }
  return comments;
}

function continuedHtml(
  text: string,
  unclosed: readonly Unclosed[],
  code: readonly Range[],
): readonly Range[] {
  const search = new ForwardSearch(text);
  const ranges: Range[] = [];
  let searchedTo = 0;
  for (const { at, name } of unclosed) {
    if (at < searchedTo) continue;
    let to = search.endOfElement(name, at);
    while (to >= 0 && covers(code, to - 1)) to = search.endOfElement(name, to - 2);
    if (to >= 0) ranges.push({ from: at, to: (searchedTo = to) });
  }
  return ranges;
}

/** Sorts ranges and joins those that overlap. */
function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = result.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

/** Combines certain and doubtful code. Certain code is removed from doubtful ranges. Both lists must be sorted. */
function combineRanges(
  certain: readonly Range[],
  doubtful: readonly Range[],
): readonly CodeRange[] {
  const result = certain.map(({ from, to }): CodeRange => ({ from, to, doubtful: false }));
  if (doubtful.length === 0) return result;
  let i = 0;
  for (const { from, to } of doubtful) {
    let at = from;
    while (i < certain.length && (certain[i] as Range).to <= from) i++;
    for (; i < certain.length && (certain[i] as Range).from < to; i++) {
      const code = certain[i] as Range;
      if (code.from > at) result.push({ from: at, to: code.from, doubtful: true });
      at = code.to;
      if (code.to > to) break;
    }
    if (at < to) result.push({ from: at, to, doubtful: true });
  }
  return result.sort((a, b) => a.from - b.from);
}
