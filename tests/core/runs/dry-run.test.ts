import { dryRun } from '../../../src/core/runs/repair-run';
import type { NoteStore } from '../../../src/core/runs/note-store';
import { notesInMemory, planner, saved } from './stores';

async function outcomes(more: Partial<NoteStore> = {}) {
  const notes = new Map<string, string | null>([
    ['due.md', saved()],
    ['locked.md', saved()],
    ['locked-fine.md', saved('2024-03-20T18:15:30')],
  ]);
  const told: Record<string, string> = {};
  const store = { ...notesInMemory(notes), ...more };
  for await (const note of dryRun([...notes.keys(), 'gone.md'], store, planner)) {
    told[note.path] = note.kind === 'failed' ? note.error : note.outcome;
  }
  expect(notes.get('due.md')).toBe(saved());
  return told;
}

const OTHERS = { 'locked-fine.md': 'unchanged', 'gone.md': 'The file is no longer there.' };

test('a note to repair that can’t be written is told before the run; others are not', async () => {
  const writeProblem = (path: string) =>
    path.startsWith('locked') ? 'The file is read-only.' : null;
  expect(await outcomes({ writeProblem })).toEqual({
    ...{ 'due.md': 'repaired', 'locked.md': 'The file is read-only.' },
    ...OTHERS,
  });
});

test('where the store can’t know, all notes to repair count as repaired', async () => {
  expect(await outcomes()).toEqual({ 'due.md': 'repaired', 'locked.md': 'repaired', ...OTHERS });
});
