import { covers } from '../text/ranges';
import type { Range } from '../text/edits';
import { readBlocks } from './blocks';
import { readHtml, readMarkdown, type CommentMark, type Inlines, type Unclosed } from './inlines';
import { Search } from './search-ahead';

/** Closed code, a comment or math. */
export interface CodeRange extends Range {
  /**
   * Set where it may be prose: pairs of fences that are off, HTML that a browser continues behind a blank line. Nothing in
   * it is changed, but what would be repaired in prose is listed.
   */
  readonly doubtful: boolean;
}

/**
 * Where closed code, comments and math stand at or after `from`, in UTF-16 code units; sorted, disjoint.
 *
 * Blocks come first, by CommonMark's rules: fences with the indentation of their container, HTML, `$$`; then inline code, inside one
 * block only. Code, comments, `<pre>`, `<code>`, `<script>`, `<style>` and `<textarea>` are code; other raw HTML is prose.
 * `%%` is read as Obsidian does. Two things that CommonMark calls code are prose here: what follows a fence or an
 * HTML block without an end, for it has swallowed text that is not code, and lines that are code by their indentation
 * alone, for outlines and lists indent what is not code.
 */
export function codeRanges(text: string, from: number): readonly CodeRange[] {
  const { fenced, leaves } = readBlocks(text, from);
  if (fenced.length === 0 && leaves.length === 0) return [];
  const found: Inlines = { code: [], commentMarks: [], unclosed: [] };
  for (const leaf of leaves) (leaf.html ? readHtml : readMarkdown)(leaf, found);
  const comments = commentsBetween(found.commentMarks);
  const certain = merged([
    ...fenced.filter(({ mispaired }) => !mispaired),
    ...found.code,
    ...comments.filter(({ doubtful }) => !doubtful),
  ]);
  const doubtful = merged([
    ...fenced.filter(({ mispaired }) => mispaired),
    ...comments.filter(({ doubtful }) => doubtful),
    ...continuedHtml(text, found.unclosed, certain),
  ]);
  return combined(certain, doubtful);
}

/** Pairs `%%` as Obsidian does: inside a block, or from the start of a line over several blocks. */
function commentsBetween(marks: readonly CommentMark[]): readonly CodeRange[] {
  const comments: CodeRange[] = [];
  for (let i = 0; i + 1 < marks.length; i++) {
    const [open, close] = [marks[i] as CommentMark, marks[i + 1] as CommentMark];
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
  const search = new Search(text);
  const ranges: Range[] = [];
  let passed = 0;
  for (const { at, name } of unclosed) {
    if (at < passed) continue;
    let to = search.endOfElement(name, at);
    while (to >= 0 && covers(code, to - 1)) to = search.endOfElement(name, to - 2);
    if (to >= 0) ranges.push({ from: at, to: (passed = to) });
  }
  return ranges;
}

/** Sorted, and made one where they overlap. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = result.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

/** Both in order; what is certain is taken out of what is doubtful. */
function combined(certain: readonly Range[], doubtful: readonly Range[]): readonly CodeRange[] {
  const result = certain.map(({ from, to }): CodeRange => ({ from, to, doubtful: false }));
  if (doubtful.length === 0) return result;
  let i = 0;
  for (const { from, to } of doubtful) {
    let at = from;
    while (i < certain.length && (certain[i] as Range).to <= from) i++;
    for (; i < certain.length && (certain[i] as Range).from < to; i++) {
      const known = certain[i] as Range;
      if (known.from > at) result.push({ from: at, to: known.from, doubtful: true });
      at = known.to;
      if (known.to > to) break;
    }
    if (at < to) result.push({ from: at, to, doubtful: true });
  }
  return result.sort((a, b) => a.from - b.from);
}
