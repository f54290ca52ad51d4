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

describe('a date that could be one of two', () => {
  /** What becomes of `03/04/2024`, first of the notes, beside these dates of others. */
  async function read(others: readonly string[]): Promise<string | null> {
    const dates = ['03/04/2024', ...others];
    const notes = new Map(dates.map((date, i) => [`${i}.md`, saved(date)]));
    for await (const planned of planNotes(notes.keys(), notesInMemory(notes), planner)) {
      if (planned.path !== '0.md') continue;
      const finding = planned.kind === 'planned' ? planned.plan.findings[0] : undefined;
      return finding?.left ?? finding?.after ?? null;
    }
    return null;
  }

  test.each([
    ['alone', [], 'ambiguous-date'],
    ['beside one that puts the day first', ['25/07/2024'], '2024-04-03'],
    ['beside one that puts the month first', ['07/25/2024'], '2024-03-04'],
    ['beside many that agree', ['25/07/2024', '01/02/2024', '31/12/2023'], '2024-04-03'],
    ['beside two that disagree', ['25/07/2024', '07/25/2024'], 'ambiguous-date'],
    ['beside others in ISO', ['2024-07-25', '2024-12-31'], 'ambiguous-date'],
    ['beside one that is no date', ['45/07/2024', '31/02/2024'], 'ambiguous-date'],
    ['beside one that is no less in doubt', ['05/06/2024'], 'ambiguous-date'],
  ])('%s', async (_, others, expected) => {
    expect(await read(others)).toBe(expected);
  });
});
