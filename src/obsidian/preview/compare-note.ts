import { planSteps, type Planner } from '../../core/repairs/plan';
import { noteChanges } from '../../core/report/note-changes';
import { previewNote, type PreviewNote } from '../../core/report/preview';
import { messageOf } from '../../core/runs/error-message';
import { hashInSteps, inSteps } from '../../core/runs/in-steps';
import type { NoteStore } from '../../core/runs/note-store';
import type { Comparison } from './preview-rows';

/** A note as it is now, and how the repair would change it. */
export interface ComparedNote {
  readonly comparison: Comparison;
  /** Null if nothing in it needs repair or attention any more. */
  readonly note: PreviewNote | null;
  /** The hash of its text; null if it could not be read as text. */
  readonly hash: string | null;
}

/** How to plan the repair of a note: with all repairs, and with those that the user has chosen. */
export interface Planners {
  readonly all: Planner;
  readonly chosen: Planner;
  /** As in `PreviewResult`. */
  readonly dayFirst: boolean | null;
  /** Tells which choices these planners make. */
  readonly version: string;
}

/** Reads a note, and compares its lines before and after the repair. */
export async function compareNote(
  store: NoteStore,
  path: string,
  { all, chosen, dayFirst, version }: Planners,
): Promise<ComparedNote> {
  try {
    const { text, kind } = await store.read(path);
    const planned = await inSteps(store, planSteps(text, path, all, dayFirst));
    const outcome = kind === 'text' ? 'repaired' : kind;
    const note = previewNote({ kind: 'planned', path, text, plan: planned, outcome });
    const isText = kind === 'text';
    const wanted = isText && (await inSteps(store, planSteps(text, path, chosen, dayFirst)));
    await store.yieldToEventLoop?.();
    const repairs = wanted ? await inSteps(store, noteChanges(text, wanted)) : [];
    await store.yieldToEventLoop?.();
    return {
      comparison: { kind: 'ready', version, repairs },
      note,
      hash: isText ? await hashInSteps(store, text) : null,
    };
  } catch (thrown) {
    const error = messageOf(thrown);
    const note = previewNote({ kind: 'failed', path, error });
    return { comparison: { kind: 'failed', error }, note, hash: null };
  }
}
