import { applyEdits, type Range, type TextEdit } from '../../text/edits';
import { lineAround } from '../../text/lines';
import type { Steps } from '../../text/steps';
import type { UnresolvedReason } from '../repair';
import { executableSteps } from './executable-code';

/** The text that one template variable wrote into a body, and its edits. Offsets are in the body. */
export interface EscapedPart {
  /** Sorted; empty if the part is unresolved. */
  readonly edits: readonly TextEdit[];
  /** The range to show to the user: the first line, a label, a link or the heading. */
  readonly shown: Range;
  /** Why the user must decide. */
  readonly unresolved?: UnresolvedReason;
}

/** Returns the part without its edits. Keeps the reason if it has one. */
export function unresolvedPart(
  { shown, unresolved }: EscapedPart,
  reason: UnresolvedReason,
): EscapedPart {
  return { edits: [], shown, unresolved: unresolved ?? reason };
}

/** Text that stays escaped can make other text run, so the check is repeated. After these rounds, all stays escaped. */
const MAX_ROUNDS = 4;

/** Removes the edits that would make something run or load. Also returns the body after the remaining edits. */
export function* withoutExecutable(
  body: string,
  found: readonly EscapedPart[],
): Steps<{ readonly parts: readonly EscapedPart[]; readonly after: string }> {
  let parts = found;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = parts.flatMap((part) => part.edits).sort((a, b) => a.from - b.from);
    yield;
    const after = applyEdits(body, edits);
    yield;
    const withheld =
      edits.length === 0 ? NO_CHANGES : editsWithin(edits, yield* executableSteps(after));
    yield;
    if (withheld.size === 0) return { parts, after };
    parts = parts.flatMap((part) => withhold(body, part, withheld));
  }
  return { parts: found.map((part) => unresolvedPart(part, 'would-run')), after: body };
}

const NO_CHANGES: ReadonlyMap<TextEdit, number> = new Map();

/** Returns the edits that insert into one of the ranges (in the text after), each with the number of its range. */
function editsWithin(edits: readonly TextEdit[], ranges: readonly Range[]): typeof NO_CHANGES {
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

/** Removes the withheld edits from a part, and adds an unresolved part for each range that contains some. */
function withhold(
  body: string,
  part: EscapedPart,
  withheld: typeof NO_CHANGES,
): readonly EscapedPart[] {
  const edits = part.edits.filter((edit) => !withheld.has(edit));
  if (edits.length === part.edits.length) return [part];
  const unresolved: EscapedPart[] = [];
  let last = -1;
  for (const edit of part.edits) {
    const range = withheld.get(edit) ?? last;
    if (range === last) continue;
    last = range;
    const shown = { from: edit.from, to: lineAround(body, edit.from).to };
    unresolved.push({ edits: [], shown, unresolved: 'would-run' });
  }
  return edits.length === 0 ? unresolved : [{ ...part, edits }, ...unresolved];
}
