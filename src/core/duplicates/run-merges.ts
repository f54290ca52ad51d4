import type { FileStore } from '../runs/file-store';
import type { OpenJournal } from '../runs/journal';
import type { NoteStore } from '../runs/note-store';
import { failureOf } from '../runs/error-message';
import type { RemovedNote } from '../runs/journal-format';
import { NOTES_AT_ONCE, writeNotes } from '../runs/write-notes';
import type { MergeChange, NotMergedReason, MergePlan } from './plan-merges';

/** What a merge did with a note. */
export type MergeOutcome =
  /** A kept note that got the missing content. */
  | { readonly kind: 'merged'; readonly path: string }
  /** A note whose links were updated. */
  | { readonly kind: 'relinked'; readonly path: string }
  /** A note that was moved to the trash. */
  | { readonly kind: 'removed'; readonly path: string }
  | { readonly kind: 'skipped'; readonly path: string; readonly reason: NotMergedReason }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/**
 * Runs the planned merges. First it adds the missing content to the kept notes, then it updates
 * links, then it moves the other notes to the trash. A duplicate stays if its kept note could not be
 * written, or if a note with links to it could not. Every change is in the journal before it happens.
 */
export async function* runMerges(
  { merges, links }: MergePlan,
  store: NoteStore,
  files: FileStore,
  journal: OpenJournal,
): AsyncGenerator<MergeOutcome> {
  const kept = merges.flatMap(({ keep }) => keep ?? []);
  const written = new Set<MergeChange>();
  yield* writeMerged(kept, 'merged', store, journal, written);
  const unmerged = merges.filter(({ keep }) => keep !== null && !written.has(keep));
  const staying = new Set(unmerged.flatMap(({ remove }) => remove.map(({ path }) => path)));
  // Where a duplicate stays, its links stay too.
  const relink = links.filter(({ unlinks }) => !unlinks.some((path) => staying.has(path)));
  yield* writeMerged(relink, 'relinked', store, journal, written);
  const linked = new Set<string>();
  for (const note of [...kept, ...links]) {
    if (!written.has(note)) for (const path of note.unlinks) linked.add(path);
  }
  const remove: RemovedNote[] = [];
  for (const note of merges.flatMap((merge) => merge.remove)) {
    if (staying.has(note.path)) continue;
    if (linked.has(note.path)) yield { kind: 'skipped', path: note.path, reason: 'still-linked' };
    else remove.push(note);
  }
  yield* trashMerged(remove, store, files, journal);
}

/** Returns how many outcomes the run of a plan has, if all goes well. */
export function outcomeCount({ merges, links }: MergePlan): number {
  return merges.reduce(
    (sum, { keep, remove }) => sum + remove.length + (keep ? 1 : 0),
    links.length,
  );
}

async function* writeMerged(
  notes: readonly MergeChange[],
  done: 'merged' | 'relinked',
  store: NoteStore,
  journal: OpenJournal,
  written: Set<MergeChange>,
): AsyncGenerator<MergeOutcome> {
  for (let at = 0; at < notes.length; at += NOTES_AT_ONCE) {
    const batch = notes.slice(at, at + NOTES_AT_ONCE);
    for await (const [note, result] of writeNotes(batch, store, journal)) {
      const { path } = note;
      if (result === 'replaced') {
        written.add(note);
        yield { kind: done, path };
      } else if (typeof result === 'string') yield { kind: 'skipped', path, reason: result };
      else yield { kind: 'failed', path, error: result.error };
    }
  }
}

async function* trashMerged(
  notes: readonly RemovedNote[],
  store: Pick<NoteStore, 'read'>,
  files: FileStore,
  journal: OpenJournal,
): AsyncGenerator<MergeOutcome> {
  if (notes.length === 0) return;
  await journal.writeFiles({ removed: notes });
  try {
    for (const { path, text } of notes) {
      try {
        const now = await store.read(path);
        if (now.kind !== 'text' || now.text !== text) {
          yield { kind: 'skipped', path, reason: 'changed-meanwhile' };
          continue;
        }
        await files.trash(path);
        yield { kind: 'removed', path };
      } catch (error) {
        yield { kind: 'failed', path, error: failureOf(error) };
      }
    }
  } finally {
    await files.flush?.();
  }
}
