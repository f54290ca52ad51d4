import type { FileStore } from '../runs/file-store';
import type { OpenJournal } from '../runs/journal';
import type { NoteStore } from '../runs/note-store';
import { failureOf } from '../runs/error-message';
import type { SkipReason } from '../runs/note-result';
import { NOTES_AT_ONCE, writeNotes } from '../runs/write-notes';
import type { ChangedNote, MergePlan } from './plan-merges';

/** What a merge did with a note. */
export type MergeOutcome =
  /** A kept note that got the missing content. */
  | { readonly kind: 'merged'; readonly path: string }
  /** A note whose links were updated. */
  | { readonly kind: 'relinked'; readonly path: string }
  /** A note that was moved to the trash. */
  | { readonly kind: 'removed'; readonly path: string }
  | { readonly kind: 'left'; readonly path: string; readonly reason: SkipReason }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/**
 * Runs the planned merges. First it adds the missing content to the kept notes, then it updates
 * links, then it moves the other notes to the trash. If a kept note could not be written, its
 * duplicates stay. Every change is in the journal before it happens.
 */
export async function* runMerges(
  { merges, links }: MergePlan,
  store: NoteStore,
  files: FileStore,
  journal: OpenJournal,
): AsyncGenerator<MergeOutcome> {
  const written = new Set<string>();
  const kept = merges.flatMap(({ keep }) => (keep ? [keep] : []));
  for await (const outcome of write(kept, 'merged', store, journal)) {
    if (outcome.kind === 'merged') written.add(outcome.path);
    yield outcome;
  }
  yield* write(links, 'relinked', store, journal);
  const remove = merges
    .filter(({ keep }) => keep === null || written.has(keep.path))
    .flatMap((merge) => merge.remove);
  yield* trash(remove, store, files, journal);
}

async function* write(
  notes: readonly ChangedNote[],
  done: 'merged' | 'relinked',
  store: NoteStore,
  journal: OpenJournal,
): AsyncGenerator<MergeOutcome> {
  for (let at = 0; at < notes.length; at += NOTES_AT_ONCE) {
    const batch = notes.slice(at, at + NOTES_AT_ONCE);
    for await (const [{ path }, result] of writeNotes(batch, store, journal)) {
      if (result === 'replaced') yield { kind: done, path };
      else if (typeof result === 'string') yield { kind: 'left', path, reason: result };
      else yield { kind: 'failed', path, error: result.error };
    }
  }
}

async function* trash(
  notes: readonly { readonly path: string; readonly text: string }[],
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
          yield { kind: 'left', path, reason: 'changed-meanwhile' };
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
