import { planNotes } from '../../../src/core/runs/plan-notes';
import { notesInMemory, planner, saved } from './stores';

async function planAll(notes: Readonly<Record<string, string | null>>) {
  const all = new Map(Object.entries(notes));
  const found: Record<string, unknown>[] = [];
  for await (const note of planNotes([...all.keys(), 'gone.md'], notesInMemory(all), planner)) {
    found.push({ ...note });
  }
  expect([...all]).toEqual(Object.entries(notes));
  return Object.fromEntries(found.map((note) => [note['path'], note]));
}

test('finds saved articles and what they need, and changes nothing', async () => {
  const found = await planAll({ 'a.md': saved(), 'b.md': 'b', 'c.md': null });
  expect(found['a.md']).toMatchObject({
    kind: 'planned',
    outcome: 'repaired',
    plan: {
      detection: { kind: 'saved' },
      findings: [{ repair: 'dates', before: '2024-03-20 18:15:30', after: '2024-03-20T18:15:30' }],
    },
  });
  expect(found['b.md']).toMatchObject({
    outcome: 'unchanged',
    plan: { detection: { kind: 'other' }, findings: [] },
  });
  expect(found['c.md']).toMatchObject({ kind: 'planned', outcome: 'invalid-utf8' });
  expect(found['gone.md']).toMatchObject({ kind: 'failed', error: 'The file is no longer there.' });
});

test('a note that a store rejects by its bytes is read, and is not a saved article', async () => {
  const notes = notesInMemory(new Map([['a.md', saved()]]));
  const store = {
    ...notes,
    readIfRelated: (path: string) => (path === 'b.md' ? Promise.resolve(null) : notes.read(path)),
  };
  const outcomes: unknown[] = [];
  for await (const note of planNotes(['a.md', 'b.md', 'c.md'], store, planner)) {
    outcomes.push(note.kind === 'planned' ? [note.outcome, note.plan.detection.kind] : note.kind);
  }
  expect(outcomes).toEqual([['repaired', 'saved'], ['unchanged', 'other'], 'failed']);
});

describe('a date that could be one of two', () => {
  /** The result for `03/04/2024` in the first note, next to these dates in others. */
  async function read(others: readonly string[]): Promise<string | null> {
    const dates = ['03/04/2024', ...others];
    const notes = new Map(dates.map((date, i) => [`${i}.md`, saved(date)]));
    for await (const planned of planNotes(notes.keys(), notesInMemory(notes), planner)) {
      if (planned.path !== '0.md') continue;
      const finding = planned.kind === 'planned' ? planned.plan.findings[0] : undefined;
      return finding?.unresolved ?? finding?.after ?? null;
    }
    return null;
  }

  test.each([
    ['alone', [], 'ambiguous-date'],
    ['next to one that puts the day first', ['25/07/2024'], '2024-04-03'],
    ['next to one that puts the month first', ['07/25/2024'], '2024-03-04'],
    ['next to many that agree', ['25/07/2024', '01/02/2024', '31/12/2023'], '2024-04-03'],
    ['next to two that disagree', ['25/07/2024', '07/25/2024'], 'ambiguous-date'],
    ['next to others in ISO', ['2024-07-25', '2024-12-31'], 'ambiguous-date'],
    ['next to one that is not a date', ['45/07/2024', '31/02/2024'], 'ambiguous-date'],
    ['next to one that is just as ambiguous', ['05/06/2024'], 'ambiguous-date'],
  ])('%s', async (_, others, expected) => {
    expect(await read(others)).toBe(expected);
  });
});
