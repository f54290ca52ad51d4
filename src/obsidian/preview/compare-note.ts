import { plan, type Planner } from '../../core/repairs/plan';
import { noteChanges } from '../../core/report/note-changes';
import { messageOf } from '../../core/runs/error-message';
import type { NoteStore } from '../../core/runs/note-store';
import type { Comparison } from './preview-rows';

/**
 * Reads a note and compares its lines before and after the repair. `dayFirst` is the same as in
 * `PreviewResult`.
 */
export async function compareNote(
  store: NoteStore,
  path: string,
  planner: Planner,
  dayFirst: boolean | null,
): Promise<Comparison> {
  try {
    const { text, kind } = await store.read(path);
    const planned = plan(text, path, planner, dayFirst);
    return { kind: 'ready', repairs: kind === 'text' ? noteChanges(text, planned) : [] };
  } catch (error) {
    return { kind: 'failed', error: messageOf(error) };
  }
}
