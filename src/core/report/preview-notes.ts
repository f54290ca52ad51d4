import { hashInSteps } from '../runs/in-steps';
import type { NoteStore } from '../runs/note-store';
import type { Planner } from '../repairs/plan';
import { isSaved } from '../runs/note-result';
import { planNotes } from '../runs/plan-notes';
import { VaultOrder } from '../runs/vault-date-order';
import { previewNote, type PreviewNote } from './preview';

/** The findings to show before a run. */
export interface PreviewResult {
  /** Notes that need repair or a decision. */
  readonly notes: readonly PreviewNote[];
  /** How many notes contain saved articles. */
  readonly articles: number;
  /**
   * Whether the day comes first, as the notes prove. A run over some of them must use the same order, to do
   * what was shown.
   */
  readonly dayFirst: boolean | null;
  /** Hashes of the texts that were read, by path; a run skips a note that has changed since. */
  readonly seen: ReadonlyMap<string, string>;
}

/**
 * Plans the repair of notes without writing. Calls `onStep` after each. Ends at the next note once
 * `isStopped`, or at once if a store throws a `StoppedError`. With `ownNotes`, skips saved
 * articles.
 */
export async function previewNotes(
  paths: readonly string[],
  store: Pick<NoteStore, 'read' | 'yieldToEventLoop'>,
  planner: Planner,
  onStep: (done: number) => void,
  isStopped: () => boolean,
  ownNotes = false,
): Promise<PreviewResult> {
  const notes: PreviewNote[] = [];
  const seen = new Map<string, string>();
  const order = new VaultOrder();
  let [done, articles] = [0, 0];
  for await (const result of planNotes(paths, store, planner, order)) {
    if (isStopped()) break;
    onStep(++done);
    if (result.kind === 'planned' && isSaved(result)) {
      articles++;
      if (ownNotes) continue;
    }
    await store.yieldToEventLoop?.();
    const note = previewNote(result);
    if (!note) continue;
    notes.push(note);
    if (result.kind === 'planned' && result.outcome !== 'invalid-utf8') {
      seen.set(note.path, await hashInSteps(store, result.text));
    }
  }
  notes.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { notes, articles, dayFirst: order.dayFirst, seen };
}
