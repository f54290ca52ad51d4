import type { Edits } from '../text/edits';
import type { RepairFinding } from './plan';

/**
 * Identifies a change of a note: its repair, and where it starts in the note. Repairs that run before the
 * others are one change per note, because a partly unescaped text could mean something else.
 */
export type ChangeKey = string;

/** The changes that the user does not want, by path of the note. */
export type SkippedChanges = ReadonlyMap<string, ReadonlySet<ChangeKey>>;

/** Returns the key of a finding that has edits. */
export type KeyOf = (finding: Pick<RepairFinding, 'repair' | 'from'>) => ChangeKey;

/** Returns the keys for findings in a text. `first` are the edits that turned the note into that text. */
export function changeKeys(first: Edits): KeyOf {
  const offsetIn = offsetsBefore(first);
  return ({ repair, from }) => `${repair ?? ''} ${offsetIn(from)}`;
}

/** Separates the findings that the user does not want. One that shares an edit with them is unwanted too. */
export function separateSkipped(
  findings: readonly RepairFinding[],
  keyOf: KeyOf,
  skips: ReadonlySet<ChangeKey>,
): { readonly kept: readonly RepairFinding[]; readonly skipped: readonly RepairFinding[] } {
  const unwanted = new Set<string>();
  for (const finding of findings) {
    if (skips.has(keyOf(finding))) for (const edit of finding.edits) unwanted.add(editKey(edit));
  }
  const isSkipped = ({ edits }: RepairFinding): boolean =>
    edits.some((edit) => unwanted.has(editKey(edit)));
  return {
    kept: findings.filter((finding) => !isSkipped(finding)),
    skipped: findings.filter(isSkipped),
  };
}

function editKey({ from, to, insert }: Edits[number]): string {
  return `${from} ${to} ${insert}`;
}

/** Returns a function that maps an offset after edits to the one before. Inserted text maps to its start. */
function offsetsBefore(edits: Edits): (at: number) => number {
  let shift = 0;
  const starts = edits.map(({ from, to, insert }) => {
    const after = from + shift;
    shift += insert.length - (to - from);
    return { after, from, to, end: after + insert.length };
  });
  return (at) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle]?.after ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const last = starts[low - 1];
    if (!last) return at;
    return at < last.end ? last.from : last.to + (at - last.end);
  };
}
