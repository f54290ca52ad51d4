import { applyEdits, type Range, type TextEdit } from '../../text/edits';
import { lineAround } from '../../text/lines';
import type { UnresolvedReason } from '../repair';
import { executableRanges } from './executable-code';

/** What one variable of a template wrote into a body, and what becomes of it. Offsets are the body's. */
export interface EscapedPart {
  /** In order; none where the part is left. */
  readonly edits: readonly TextEdit[];
  /** What a person sees of it: the first line, or a label, a link, the heading. */
  readonly shown: Range;
  readonly left?: UnresolvedReason;
}

/** A part without its edits. */
export function unresolvedPart(
  { shown, left }: EscapedPart,
  reason: UnresolvedReason,
): EscapedPart {
  return { edits: [], shown, left: left ?? reason };
}

/** So often is looked again whether what stays escaped makes something else run; what has not settled by then stays escaped whole. */
const MOST_ROUNDS = 4;

/** The parts without the edits by which something would run or load, and the body after the edits that remain. */
export function withoutExecutable(
  body: string,
  found: readonly EscapedPart[],
): { readonly parts: readonly EscapedPart[]; readonly after: string } {
  let parts = found;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = parts.flatMap((part) => part.edits).sort((a, b) => a.from - b.from);
    const after = applyEdits(body, edits);
    const held = edits.length === 0 ? NONE : editsWithin(edits, executableRanges(after));
    if (held.size === 0) return { parts, after };
    parts = parts.flatMap((part) => hold(body, part, held));
  }
  return { parts: found.map((part) => unresolvedPart(part, 'would-run')), after: body };
}

const NONE: ReadonlyMap<TextEdit, number> = new Map();

/** The edits whose insertions lie in one of the ranges of the text after, each with the number of the range. */
function editsWithin(edits: readonly TextEdit[], ranges: readonly Range[]): typeof NONE {
  const within = new Map<TextEdit, number>();
  let shift = 0;
  let range = 0;
  let to = -1;
  for (const edit of edits) {
    const at = edit.from + shift;
    shift += edit.insert.length - (edit.to - edit.from);
    while ((ranges[range]?.from ?? Infinity) <= at)
      to = Math.max(to, (ranges[range++] as Range).to);
    if (at < to) within.set(edit, range);
  }
  return within;
}

/** A part without the edits that are held, and what is left of it, range by range. */
function hold(body: string, part: EscapedPart, held: typeof NONE): readonly EscapedPart[] {
  const edits = part.edits.filter((edit) => !held.has(edit));
  if (edits.length === part.edits.length) return [part];
  const left: EscapedPart[] = [];
  let last = -1;
  for (const edit of part.edits) {
    const range = held.get(edit) ?? last;
    if (range === last) continue;
    last = range;
    const shown = { from: edit.from, to: lineAround(body, edit.from).to };
    left.push({ edits: [], shown, left: 'would-run' });
  }
  return edits.length === 0 ? left : [{ ...part, edits }, ...left];
}
