import { parseNote } from '../markdown/note';
import type { NoteStore } from '../runs/note-store';
import { failureOf } from '../runs/error-message';
import { composeEdits } from '../text/compose-edits';
import { applyEdits, invertEdits, type Edits } from '../text/edits';
import { readCandidate, type NoteReading } from './candidate';
import type { DuplicateGroup } from './find-duplicates';
import { mergeNotes, type Merged } from './merge-notes';
import { linkIndex, moveLinks, type LinkIndex } from './move-links';

/** A note that a merge changes: a kept note, or a note with links to a removed one. */
export interface ChangedNote {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly edits: Edits;
  readonly undo: Edits;
}

/** The planned merge of one group. */
interface PlannedMerge {
  readonly group: DuplicateGroup;
  /** Null if nothing is added to the kept note. */
  readonly keep: ChangedNote | null;
  readonly carried: Merged['carried'];
  /** The notes to move to the trash, with their text. */
  readonly remove: readonly { readonly path: string; readonly text: string }[];
}

/** The planned changes to a vault. */
export interface MergePlan {
  readonly merges: readonly PlannedMerge[];
  /** Other notes with links to update. */
  readonly links: readonly ChangedNote[];
  readonly failed: readonly { readonly path: string; readonly error: string }[];
}

/**
 * Plans the merges of groups. Changes nothing. `notes` are all notes of the vault, because their
 * links are updated.
 */
export async function planMerges(
  groups: readonly DuplicateGroup[],
  notes: readonly string[],
  store: Pick<NoteStore, 'read'>,
  reading: NoteReading,
): Promise<MergePlan> {
  const index = linkIndex(notes);
  const failed: { path: string; error: string }[] = [];
  const merges: PlannedMerge[] = [];
  for (const group of groups) {
    try {
      merges.push(await planMerge(group, store, reading));
    } catch (error) {
      failed.push({ path: group.keep.path, error: failureOf(error) });
    }
  }
  const moves = merges.flatMap(({ group, remove }) =>
    remove.map(({ path }) => ({ gone: path, kept: group.keep.path })),
  );
  const removed = new Set(moves.map(({ gone }) => gone));
  const kept = new Map(merges.map((merge) => [merge.group.keep.path, merge]));
  const links: ChangedNote[] = [];
  for (const path of notes) {
    if (removed.has(path)) continue;
    try {
      const merge = kept.get(path);
      const read = merge?.keep ? null : await store.read(path);
      if (read?.kind === 'invalid-utf8') continue;
      const text = merge?.keep?.after ?? read?.text ?? '';
      const edits = linkEdits(text, path, moves, index, reading);
      if (edits.length === 0) continue;
      if (merge?.keep) kept.set(path, { ...merge, keep: extended(merge.keep, edits) });
      else links.push(changed(path, text, edits));
    } catch (error) {
      failed.push({ path, error: failureOf(error) });
    }
  }
  return { merges: [...kept.values()], links, failed };
}

async function planMerge(
  group: DuplicateGroup,
  store: Pick<NoteStore, 'read'>,
  reading: NoteReading,
): Promise<PlannedMerge> {
  const { path } = group.keep;
  const before = await textOf(path, store);
  const carried = { properties: 0, tags: 0, quotes: 0, paragraphs: 0 };
  const remove: { path: string; text: string }[] = [];
  let [after, edits]: [string, Edits] = [before, []];
  for (const other of group.remove) {
    const text = await textOf(other.path, store);
    const [ours, theirs] = [
      readCandidate(after, path, reading),
      readCandidate(text, other.path, reading),
    ];
    if (!ours || !theirs) throw new Error('The note has changed meanwhile.');
    const merged = mergeNotes(ours, theirs, nameOf(other.path), reading);
    edits = composeEdits(before, edits, merged.edits);
    after = merged.after;
    for (const key of Object.keys(carried) as (keyof typeof carried)[])
      carried[key] += merged.carried[key];
    remove.push({ path: other.path, text });
  }
  const keep = edits.length === 0 ? null : changed(path, before, edits);
  return { group, keep, carried, remove };
}

async function textOf(path: string, store: Pick<NoteStore, 'read'>): Promise<string> {
  const { kind, text } = await store.read(path);
  if (kind !== 'text') throw new Error('The note is not UTF-8.');
  return text;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}

function changed(path: string, before: string, edits: Edits): ChangedNote {
  return {
    path,
    before,
    after: applyEdits(before, edits),
    edits,
    undo: invertEdits(before, edits),
  };
}

function extended({ path, before, edits }: ChangedNote, more: Edits): ChangedNote {
  return changed(path, before, composeEdits(before, edits, more));
}

/**
 * Returns the edits that update links. Parses only notes that contain the name of a removed note.
 */
function linkEdits(
  text: string,
  path: string,
  moves: readonly { readonly gone: string; readonly kept: string }[],
  index: LinkIndex,
  { parseYaml }: NoteReading,
): Edits {
  const lower = text.normalize('NFC').toLowerCase();
  const named = moves.filter(({ gone }) => {
    const name = nameOf(gone).normalize('NFC').toLowerCase();
    return lower.includes(name) || lower.includes(encodeURI(name).toLowerCase());
  });
  if (named.length === 0) return [];
  const note = parseNote(text, parseYaml);
  return named
    .flatMap(({ gone, kept }) => moveLinks(note, path, gone, kept, index))
    .sort((a, b) => a.from - b.from);
}
