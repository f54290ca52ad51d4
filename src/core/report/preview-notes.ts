import type { NoteStore } from '../runs/note-store';
import { plannedNotes, type PlannerMaker } from '../runs/plan-notes';
import { surveyed } from '../runs/scan-notes';
import { hash } from '../text/hash';
import { previewNote, type PreviewNote } from './preview';

/** What a look at notes came to. */
export interface Looked {
  /** Those in which something is to be mended or decided. */
  readonly notes: readonly PreviewNote[];
  readonly articles: number;
  /** How the notes put the day in `25/07/2024`: what a run over some of them must be told, to decide as the look did. */
  readonly dayFirst: boolean | null;
  /** By path, hashes of the texts that were looked at: what a run must find there, to do what was shown. */
  readonly seen: ReadonlyMap<string, string>;
}

/** Looks at notes, changing nothing; `onStep` hears of each. Once `isStopped` it ends with the next note: a store that reads no more brings that at once. With `ownNotes`, saved articles are skipped. */
export async function look(
  paths: readonly string[],
  store: Pick<NoteStore, 'read'>,
  plannerFor: PlannerMaker,
  onStep: (done: number) => void,
  isStopped: () => boolean,
  ownNotes = false,
): Promise<Looked> {
  const notes: PreviewNote[] = [];
  const seen = new Map<string, string>();
  let [done, articles] = [0, 0];
  let dayFirst: boolean | null = null;
  const heard: PlannerMaker = (told) => plannerFor((dayFirst = told));
  for await (const planned of plannedNotes(paths, store, heard)) {
    if (isStopped()) break;
    onStep(++done);
    const looked = surveyed(planned);
    const isSaved = looked.kind === 'saved' || looked.kind === 'unwritable';
    if (isSaved) articles++;
    if (isSaved && ownNotes) continue;
    const note = previewNote(looked);
    if (!note) continue;
    notes.push(note);
    if (planned.kind === 'planned') seen.set(note.path, hash(planned.text));
  }
  notes.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { notes, articles, dayFirst, seen };
}
