import { dryRun } from '../../../src/core/runs/repair-run';
import type { NoteStore } from '../../../src/core/runs/note-store';
import { notesInMemory, planner, saved } from './stores';

async function outcomes(more: Partial<NoteStore> = {}) {
  const notes = new Map<string, string | null>([
    ['due.md', saved()],
    ['locked.md', saved()],
    ['locked-fine.md', saved('2024-03-20T18:15:30')],
  ]);
  const byPath: Record<string, string> = {};
  const store = { ...notesInMemory(notes), ...more };
  for await (const note of dryRun([...notes.keys(), 'gone.md'], store, planner)) {
    byPath[note.path] = note.kind === 'failed' ? note.error : note.outcome;
  }
  expect(notes.get('due.md')).toBe(saved());
  return byPath;
}

const OTHERS = { 'locked-fine.md': 'unchanged', 'gone.md': 'The file is no longer there.' };

test('a note that needs repair and can’t be written is listed before the run; others are not', async () => {
  const writeProblem = (path: string) =>
    path.startsWith('locked') ? 'The file is read-only.' : null;
  expect(await outcomes({ writeProblem })).toEqual({
    ...{ 'due.md': 'repaired', 'locked.md': 'The file is read-only.' },
    ...OTHERS,
  });
});

test('if the store can’t know, all notes to repair count as repaired', async () => {
  expect(await outcomes()).toEqual({ 'due.md': 'repaired', 'locked.md': 'repaired', ...OTHERS });
});
