import type { Edits, TextEdit } from '../text/edits';
import type { RepairFinding } from './plan';
import { unresolvedFinding } from './repair';

/** Findings whose edits do not conflict, and all their edits: sorted and not overlapping. */
export interface Agreed {
  readonly findings: readonly RepairFinding[];
  readonly edits: Edits;
}

/**
 * Sorts the edits of the findings and resolves overlaps. If two findings want different changes in the same
 * place, neither is made: both become unresolved with the reason `conflict`. So no edit is dropped silently, and
 * a second pass finds the same. An edit that two findings share is made once. An edit inside a range that the
 * same repair deletes is ignored.
 */
export function agree(text: string, findings: readonly RepairFinding[]): Agreed {
  const wanted: TextEdit[] = [];
  for (const { edits } of findings) for (const edit of edits) wanted.push(edit);
  if (isInOrder(wanted) || isInOrder(wanted.sort(byPlace))) return { findings, edits: wanted };
  const { edits, refused } = compare(findings);
  if (refused.size === 0) return { findings, edits };
  const agreed = findings.map((finding) =>
    refused.has(finding) ? asUnresolved(text, finding, 'conflict') : finding,
  );
  return { findings: agreed, edits: compare(agreed).edits };
}

/** Returns the finding without its edits, as one that the user must decide, for this reason. */
export function asUnresolved(
  text: string,
  { repair, from, to }: RepairFinding,
  reason: 'conflict' | 'not-editable' | 'marks-article',
): RepairFinding {
  return { repair, ...unresolvedFinding(text, { from, to }, reason) };
}

/** Sorts by the start. Of two with the same start, the one that includes the other comes first. */
function byPlace(a: TextEdit, b: TextEdit): number {
  return a.from - b.from || b.to - a.to;
}

/** Returns whether the edits are sorted and do not overlap. This is the usual case. */
function isInOrder(edits: readonly TextEdit[]): boolean {
  for (let i = 1; i < edits.length; i++) {
    if ((edits[i] as TextEdit).from < (edits[i - 1] as TextEdit).to) return false;
  }
  return true;
}

interface Wanted {
  readonly edit: TextEdit;
  readonly finding: RepairFinding;
}

function compare(findings: readonly RepairFinding[]): {
  readonly edits: Edits;
  readonly refused: ReadonlySet<RepairFinding>;
} {
  const wanted = findings.flatMap((finding) => finding.edits.map((edit) => ({ edit, finding })));
  wanted.sort((a, b) => byPlace(a.edit, b.edit));
  const edits: TextEdit[] = [];
  const refused = new Set<RepairFinding>();
  let last: Wanted | null = null;
  for (const each of wanted) {
    if (!last || isApart(last.edit, each.edit)) {
      edits.push(each.edit);
      last = each;
    } else if (!isIncluded(last, each)) {
      refused.add(last.finding).add(each.finding);
      if (each.edit.to > last.edit.to) last = each;
    }
  }
  return { edits, refused };
}

/** Returns whether two edits do not overlap. Adjacent edits don't, and an insertion right before a deletion doesn't either. */
function isApart(before: TextEdit, after: TextEdit): boolean {
  return after.from >= before.to;
}

function isIncluded(outer: Wanted, inner: Wanted): boolean {
  const [a, b] = [outer.edit, inner.edit];
  if (a.from === b.from && a.to === b.to && a.insert === b.insert) return true;
  return outer.finding.repair === inner.finding.repair && a.insert === '' && b.to <= a.to;
}
