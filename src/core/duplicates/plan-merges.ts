import type { FileStore } from '../runs/file-store';
import type { SkipReason } from '../runs/note-result';
import type { NoteStore } from '../runs/note-store';
import { failureOf } from '../runs/error-message';
import { composeEdits } from '../text/compose-edits';
import { applyEdits, invertEdits, type Edits } from '../text/edits';
import { notesOnCanvases } from './canvas';
import { readCandidate, type NoteReading } from './candidate';
import type { DuplicateGroup } from './find-duplicates';
import { mergeNotes, type Merged } from './merge-notes';
import { linkIndex, type LinkIndex } from './link-index';
import { moveLinks } from './move-links';
import { rebaseLinks } from './rebase-links';
import { noteName } from '../text/paths';

/** A note that a merge changes: a kept note, or a note with links to a removed one. */
export interface MergeChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly edits: Edits;
  readonly undo: Edits;
  /** The notes to remove to which it had links. Without this change, the links would be dead. */
  readonly unlinks: readonly string[];
}

/** Why a duplicate stays. */
export type NotMergedReason =
  | SkipReason /** A canvas shows it or links to it. Canvases are not changed. */
  | 'on-canvas' /** A note links to it whose links could not be updated. */
  | 'still-linked' /** A note could not be read, which may link to it. */
  | 'may-be-linked';

/** A duplicate that stays, and why. */
export interface NotMerged {
  readonly path: string;
  readonly reason: NotMergedReason;
}

/** The planned merge of one group. */
interface PlannedMerge {
  readonly group: DuplicateGroup;
  /** The text of the kept note. */
  readonly before: string;
  /** Null if nothing is added to the kept note. */
  readonly keep: MergeChange | null;
  readonly carried: Merged['carried'];
  /** The notes to move to the trash, with their text. */
  readonly remove: readonly { readonly path: string; readonly text: string }[];
}

/** The planned changes to a vault. */
export interface MergePlan {
  readonly merges: readonly PlannedMerge[];
  /** Other notes with links to update. */
  readonly links: readonly MergeChange[];
  /** Duplicates that stay in the vault. */
  readonly skipped: readonly NotMerged[];
  readonly failed: readonly { readonly path: string; readonly error: string }[];
}

/** The vault in which notes are merged. */
export interface MergeVault {
  /** All notes, because links name them. */
  readonly notes: readonly string[];
  /** The notes whose links are updated, if not all are needed; see `readLinkingNotes`. */
  readonly linking?: readonly string[];
  readonly store: Pick<NoteStore, 'read'>;
  readonly files: Pick<FileStore, 'list' | 'read'>;
}

/**
 * Plans the merges of groups. Changes nothing. Calls `progress` for each note of the vault. If links to a duplicate
 * can't be updated, it stays, so nothing of it is merged either.
 */
export async function planMerges(
  groups: readonly DuplicateGroup[],
  vault: MergeVault,
  reading: NoteReading,
  progress: () => void = () => undefined,
): Promise<MergePlan> {
  const plan = await planGroups(groups, vault, reading, progress);
  const linked = plan.skipped.filter(({ reason }) => reason !== 'on-canvas');
  if (linked.length === 0) return plan;
  const paths = new Set(linked.map(({ path }) => path));
  const others = groups.flatMap((group) => withoutNotes(group, paths));
  const rest = await planMerges(others, vault, reading);
  return { ...rest, skipped: [...linked, ...rest.skipped] };
}

async function planGroups(
  groups: readonly DuplicateGroup[],
  { notes, linking = notes, store, files }: MergeVault,
  reading: NoteReading,
  progress: () => void,
): Promise<MergePlan> {
  const index = linkIndex(notes);
  const failed: { path: string; error: string }[] = [];
  const merges: PlannedMerge[] = [];
  const removable = groups.flatMap((group) => group.remove.map(({ path }) => path));
  const shown = await notesOnCanvases(removable, index, files);
  const skipped: NotMerged[] = [...shown].map((path) => ({ path, reason: 'on-canvas' }));
  for (const group of groups.flatMap((each) => withoutNotes(each, shown))) {
    try {
      merges.push(await planMerge(group, store, reading));
    } catch (error) {
      failed.push({ path: group.keep.path, error: failureOf(error) });
    }
  }
  const moves = new Map(
    merges.flatMap(({ group, remove }) =>
      remove.map(({ path }) => [path, group.keep.path] as const),
    ),
  );
  const kept = new Map(merges.map((merge) => [merge.group.keep.path, merge]));
  const links: MergeChange[] = [];
  const unsure = new Set<string>();
  for (const path of linking) {
    progress();
    if (moves.has(path)) continue;
    try {
      const merge = kept.get(path);
      const read = merge?.keep ? null : await store.read(path);
      const text = merge?.keep?.after ?? read?.text ?? '';
      const { edits, unlinks } = linkEdits(text, path, moves, index, reading);
      if (edits.length === 0) continue;
      if (read?.kind === 'invalid-utf8') {
        for (const gone of unlinks) skipped.push({ path: gone, reason: 'still-linked' });
        skipped.push({ path, reason: 'invalid-utf8' });
      } else if (merge?.keep) {
        kept.set(path, { ...merge, keep: extended(merge.keep, edits, unlinks) });
      } else links.push(changed(path, text, edits, unlinks));
    } catch (error) {
      failed.push({ path, error: failureOf(error) });
      for (const gone of moves.keys()) unsure.add(gone);
    }
  }
  for (const path of unsure) skipped.push({ path, reason: 'may-be-linked' });
  return { merges: [...kept.values()], links, skipped, failed };
}

/** Returns the group without these notes; nothing if only one note is left. */
function withoutNotes(
  group: DuplicateGroup,
  paths: ReadonlySet<string>,
): readonly DuplicateGroup[] {
  const remove = group.remove.filter(({ path }) => !paths.has(path));
  return remove.length === 0 ? [] : [{ ...group, remove }];
}

async function planMerge(
  group: DuplicateGroup,
  store: Pick<NoteStore, 'read'>,
  reading: NoteReading,
): Promise<PlannedMerge> {
  const { path } = group.keep;
  const before = await readNoteText(path, store);
  const carried = { properties: 0, tags: 0, quotes: 0, paragraphs: 0 };
  const remove: { path: string; text: string }[] = [];
  let [after, edits]: [string, Edits] = [before, []];
  for (const other of group.remove) {
    const text = await readNoteText(other.path, store);
    const [ours, theirs] = [
      readCandidate(after, path, reading),
      readCandidate(rebaseLinks(text, other.path, path, reading.parseYaml), other.path, reading),
    ];
    if (!ours || !theirs) throw new Error('The note has changed meanwhile.');
    const merged = mergeNotes(ours, theirs, noteName(other.path), reading);
    edits = composeEdits(before, edits, merged.edits);
    after = merged.after;
    for (const key of Object.keys(carried) as (keyof typeof carried)[])
      carried[key] += merged.carried[key];
    remove.push({ path: other.path, text });
  }
  const keep = edits.length === 0 ? null : changed(path, before, edits, []);
  return { group, before, keep, carried, remove };
}

async function readNoteText(path: string, store: Pick<NoteStore, 'read'>): Promise<string> {
  const { kind, text } = await store.read(path);
  if (kind !== 'text') throw new Error('The note is not UTF-8.');
  return text;
}

function changed(
  path: string,
  before: string,
  edits: Edits,
  unlinks: readonly string[],
): MergeChange {
  const [after, undo] = [applyEdits(before, edits), invertEdits(before, edits)];
  return { path, before, after, edits, undo, unlinks };
}

function extended(
  { path, before, edits }: MergeChange,
  more: Edits,
  unlinks: readonly string[],
): MergeChange {
  return changed(path, before, composeEdits(before, edits, more), unlinks);
}

interface LinkEdits {
  readonly edits: Edits;
  readonly unlinks: readonly string[];
}

/** Returns the edits that update links, and the removed notes that they led to. */
function linkEdits(
  text: string,
  path: string,
  moves: ReadonlyMap<string, string>,
  index: LinkIndex,
  { parseYaml }: NoteReading,
): LinkEdits {
  const moved = moveLinks(text, path, moves, index, parseYaml);
  return {
    edits: moved.map(({ from, to, insert }) => ({ from, to, insert })),
    unlinks: [...new Set(moved.map(({ gone }) => gone))],
  };
}
