import type { Candidate } from './candidate';

/** Notes of one article. */
export interface DuplicateGroup {
  /** The fuller note, which is kept. */
  readonly keep: Candidate;
  /** The others, which are merged into it. */
  readonly remove: readonly Candidate[];
  /** Whether they have the same id of Omnivore's, or the same URL alone. */
  readonly by: 'id' | 'url';
}

/** So many notes with the same names in two folders make one a copy of the other. */
const COPIED_NOTES = 3;

/**
 * Finds notes with the same id, or the same URL after normalizing; at least one of them is Omnivore's. A folder that was copied as a
 * whole is no duplicate of its notes: someone wanted two.
 */
export function findDuplicates(candidates: readonly Candidate[]): readonly DuplicateGroup[] {
  const groups = grouped(candidates);
  const copies = copiedFolders(groups);
  return groups.flatMap((group) => {
    const notes = withoutCopies(group, copies);
    return notes.length > 1 && notes.some(({ isOmnivores }) => isOmnivores) ? [groupOf(notes)] : [];
  });
}

/** Candidates that are connected by keys, in the order of their first one. */
function grouped(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const parents = candidates.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parents[root] !== root) root = parents[root] as number;
    for (let at = i; parents[at] !== root;) [at, parents[at]] = [parents[at] as number, root];
    return root;
  };
  const owners = new Map<string, number>();
  for (const [i, { keys }] of candidates.entries()) {
    for (const key of keys) {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, i);
      else parents[Math.max(rootOf(i), rootOf(owner))] = Math.min(rootOf(i), rootOf(owner));
    }
  }
  const groups = new Map<number, Candidate[]>();
  for (const [i, candidate] of candidates.entries()) {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(candidate);
    else groups.set(root, [candidate]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** The outermost folders in which two paths differ, where all below them is the same; null where their names differ. */
function rootsOf(a: string, b: string): readonly [string, string] | null {
  const [ours, theirs] = [a.split('/'), b.split('/')];
  let same = 0;
  while (same < Math.min(ours.length, theirs.length) && ours.at(-1 - same) === theirs.at(-1 - same))
    same++;
  if (same === 0) return null;
  const roots = [ours.slice(0, -same).join('/'), theirs.slice(0, -same).join('/')].sort();
  return [roots[0] ?? '', roots[1] ?? ''];
}

function copiedFolders(groups: readonly (readonly Candidate[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const pairs = new Set<string>();
    for (const [i, { path }] of group.entries()) {
      for (const other of group.slice(i + 1)) {
        const roots = rootsOf(path, other.path);
        if (roots) pairs.add(roots.join('\0'));
      }
    }
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= COPIED_NOTES).map(([pair]) => pair));
}

/** The notes of a group without those that are copies of an earlier one. */
function withoutCopies(
  group: readonly Candidate[],
  copies: ReadonlySet<string>,
): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of group) {
    const isCopy = kept.some(({ path }) =>
      copies.has(rootsOf(path, candidate.path)?.join('\0') ?? ''),
    );
    if (!isCopy) kept.push(candidate);
  }
  return kept;
}

function groupOf(notes: readonly Candidate[]): DuplicateGroup {
  const [keep, ...remove] = [...notes].sort((a, b) => fullness(b) - fullness(a)) as [
    Candidate,
    ...Candidate[],
  ];
  const ids = notes.map(({ keys }) => keys.find((key) => key.startsWith('id ')));
  const isSameId = ids[0] !== undefined && ids.every((id) => id === ids[0]);
  return { keep, remove, by: isSameId ? 'id' : 'url' };
}

/** A quote and a property are worth more than their letters: someone made them. Of equals, Omnivore's note is kept. */
function fullness({ length, quotes, properties, isOmnivores }: Candidate): number {
  return length + quotes * 200 + properties * 20 + (isOmnivores ? 1 : 0);
}
