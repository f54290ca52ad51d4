import type { Candidate } from './candidate';

/** Notes with the same article. */
export interface DuplicateGroup {
  /** The note with the most content, which is kept. */
  readonly keep: Candidate;
  /** The other notes, which are merged into it. */
  readonly remove: readonly Candidate[];
  /** Whether all have the same Omnivore ID, or only the same URL. */
  readonly by: 'id' | 'url';
}

/** From this many notes with equal names on, one folder is a copy of the other. */
const MIN_COPIED_NOTES = 3;

/**
 * Finds notes with the same ID, or with the same normalized URL. At least one of them is from
 * Omnivore. Ignores copies of whole folders, because somebody made them on purpose.
 */
export function findDuplicates(candidates: readonly Candidate[]): readonly DuplicateGroup[] {
  const groups = grouped(candidates);
  const copies = copiedFolders(groups);
  return groups.flatMap((group) => {
    const notes = withoutCopies(group, copies);
    return notes.length > 1 && notes.some(({ isOmnivores }) => isOmnivores) ? [groupOf(notes)] : [];
  });
}

/** Returns groups of candidates that share keys, in the order of their first candidate. */
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

/**
 * Compares two paths from the end. Returns the folders where they start to differ; null if the file
 * names differ.
 */
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
  return new Set(
    [...counts].filter(([, count]) => count >= MIN_COPIED_NOTES).map(([pair]) => pair),
  );
}

/** Returns the notes of a group, except copies of an earlier one. */
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

/**
 * Scores how much content a note has. Quotes and properties count more than plain text, because
 * somebody made them. With equal scores, Omnivore's note wins.
 */
function fullness({ length, quotes, properties, isOmnivores }: Candidate): number {
  return length + quotes * 200 + properties * 20 + (isOmnivores ? 1 : 0);
}
