import type { NoteStore } from '../runs/note-store';
import type { PlannerMaker } from '../runs/planned';
import { survey } from '../runs/survey';
import { previewNote, type PreviewNote } from './preview';

/** What a look at notes came to. */
export interface Looked {
  /** Those in which something is to be mended or decided. */
  readonly notes: readonly PreviewNote[];
  readonly articles: number;
  /** How the notes put the day in `25/07/2024`: what a run over some of them must be told, to decide as the look did. */
  readonly dayFirst: boolean | null;
}

/** Looks at notes, changing nothing; `onStep` hears of each. The caller stops it by a store that reads no more. */
export async function look(
  paths: readonly string[],
  store: Pick<NoteStore, 'read'>,
  plannerFor: PlannerMaker,
  onStep: (done: number) => void,
  isStopped: () => boolean,
): Promise<Looked> {
  const notes: PreviewNote[] = [];
  let [done, articles] = [0, 0];
  let dayFirst: boolean | null = null;
  const heard: PlannerMaker = (told) => plannerFor((dayFirst = told));
  for await (const surveyed of survey(paths, store, heard)) {
    if (isStopped()) break;
    onStep(++done);
    if (surveyed.kind === 'saved' || surveyed.kind === 'unwritable') articles++;
    const note = previewNote(surveyed);
    if (note) notes.push(note);
  }
  notes.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { notes, articles, dayFirst };
}
