import type { DuplicateGroup } from '../../core/duplicates/find-duplicates';
import type { MergePlan } from '../../core/duplicates/plan-merges';
import { changedLines } from '../../core/report/changed-lines';
import { compareNotes } from '../../core/report/compare-notes';
import type { GroupDetails } from './draw-group';

/** Returns the group with another note to keep. Null keeps the fullest one. */
export function keepNote(group: DuplicateGroup, path: string | undefined): DuplicateGroup {
  const keep = group.remove.find((note) => note.path === path);
  if (!keep) return group;
  const remove = [group.keep, ...group.remove].filter((note) => note !== keep);
  return { ...group, keep, remove };
}

/** Returns whether a plan merges the notes of a group. */
export function canMerge({ merges }: MergePlan, { keep }: DuplicateGroup): boolean {
  return merges.some(({ group }) => group.keep.path === keep.path);
}

/** Returns what an expanded group shows; null if it can't be merged. */
export function detailsOf(
  { merges, links }: MergePlan,
  group: DuplicateGroup,
): GroupDetails | null {
  const merge = merges.find((each) => each.group.keep.path === group.keep.path);
  if (!merge) return null;
  const { keep, before, remove } = merge;
  const all = [{ path: group.keep.path, text: before }, ...remove];
  const texts = compareNotes(all.map(({ text }) => text));
  const gone = new Set(remove.map(({ path }) => path));
  const changes = keep ? changedLines(keep.before, keep.edits) : [];
  return {
    texts: new Map(all.flatMap(({ path }, i) => (texts[i] ? [[path, texts[i]]] : []))),
    added: changes.flatMap(({ before: old, after }) => after.filter((line) => !old.includes(line))),
    relinked: links
      .filter(({ unlinks }) => unlinks.some((path) => gone.has(path)))
      .map(({ path }) => path),
  };
}

/** Returns whether a plan merges the same texts as the one that was shown, which may have more groups. */
export function isSamePlan(plan: MergePlan, shown: MergePlan): boolean {
  const seen = new Map<string, string>();
  for (const { path, text } of textsOfPlan(shown)) seen.set(path, text);
  return textsOfPlan(plan).every(({ path, text }) => seen.get(path) === text);
}

function textsOfPlan({ merges, links }: MergePlan): readonly { path: string; text: string }[] {
  return [
    ...merges.flatMap(({ group, before, remove }) => [
      { path: group.keep.path, text: before },
      ...remove,
    ]),
    ...links.map(({ path, before }) => ({ path, text: before })),
  ];
}
