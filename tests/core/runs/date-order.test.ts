import { openJournal } from '../../../src/core/runs/journal';
import { planAlone, planNotes } from '../../../src/core/runs/plan-notes';
import { plan } from '../../../src/core/repairs/plan';
import { repairRun } from '../../../src/core/runs/repair-run';
import { VaultOrder } from '../../../src/core/runs/vault-date-order';
import type { NoteStore } from '../../../src/core/runs/note-store';
import { atOnce } from '../../../src/core/text/steps';
import { parse as parseYaml } from 'yaml';
import { readSettings, detectOptionsFrom, repairsFrom } from '../../../src/core/settings/settings';
import { journalInMemory, notesInMemory, planner, saved } from './stores';

/** The dates after each of several runs, if these notes can't be read or written. */
async function repaired(
  dates: Readonly<Record<string, string>>,
  ...runs: readonly {
    readonly unreadable?: string;
    readonly readOnly?: string;
    readonly stop?: number;
  }[]
): Promise<Readonly<Record<string, string>>> {
  const notes = new Map<string, string | null>(
    Object.entries(dates).map(([path, date]) => [path, saved(date)]),
  );
  for (const { unreadable, readOnly, stop = Infinity } of runs) {
    const store = notesInMemory(notes);
    const faulty: NoteStore = {
      ...store,
      read: (path) => (path === unreadable ? Promise.reject(new Error('No.')) : store.read(path)),
      replace: (path, before, after) =>
        path === readOnly ? Promise.reject(new Error('No.')) : store.replace(path, before, after),
    };
    const journal = openJournal(journalInMemory(), new Date(0), 'aa');
    let done = 0;
    const run = repairRun([...notes.keys()], faulty, planner, journal);
    while (done++ < stop && !(await run.next()).done);
    await run.return(undefined);
  }
  const dateOf = (text: string | null): string => /date_saved: (.*)/.exec(text ?? '')?.[1] ?? '';
  return Object.fromEntries([...notes].map(([path, text]) => [path, dateOf(text)]));
}

const LEFT = { 'c.md': '03/04/2024' };
const AGREEING = { 'a.md': '25/07/2024', 'b.md': '31/12/2023', ...LEFT };
const CONTRADICTING = { 'a.md': '25/07/2024', 'b.md': '07/25/2024', ...LEFT };

test('notes that agree decide', async () => {
  expect(await repaired(AGREEING, {})).toEqual({
    ...{ 'a.md': '2024-07-25', 'b.md': '2023-12-31', 'c.md': '2024-04-03' },
  });
});

describe('a date that one run skips is skipped by the next, even if its contradiction is gone', () => {
  test.each<[string, ...Parameters<typeof repaired>]>([
    ['two notes contradict', CONTRADICTING, {}, {}],
    ['one of them can’t be written', CONTRADICTING, { readOnly: 'a.md' }, {}],
    [
      'one of them can’t be written, ever',
      CONTRADICTING,
      { readOnly: 'a.md' },
      { readOnly: 'a.md' },
    ],
    ['the other can’t be written', CONTRADICTING, { readOnly: 'b.md' }, {}],
    ['one of them can’t be read', CONTRADICTING, { unreadable: 'a.md' }, {}],
    ['any note can’t be read', { ...AGREEING, 'd.md': 'x' }, { unreadable: 'd.md' }, {}],
    ['the first run was stopped after one of them', CONTRADICTING, { stop: 1 }, {}],
    ['the first run was stopped before it', AGREEING, { stop: 2 }, {}],
    [
      'one note was written with the year first from the start',
      { ...AGREEING, 'd.md': '2024-03-14' },
      {},
      {},
    ],
  ])('%s', async (_, dates, ...runs) => {
    expect(await repaired(dates, ...runs)).toMatchObject(LEFT);
  });
});

describe('other evidence in the notes', () => {
  async function answer(front: readonly string[], settings: unknown = {}): Promise<string | null> {
    const read = readSettings(settings).settings;
    const notes = new Map([
      ['c.md', saved('03/04/2024')],
      ...front.map((lines, i): [string, string] => [
        `${i}.md`,
        saved().replace('date_saved: 2024-03-20 18:15:30', lines),
      ]),
    ]);
    const planner = {
      parseYaml: (source: string) => parseYaml(source) as unknown,
      detect: detectOptionsFrom(read),
      repairs: repairsFrom(read),
    };
    for await (const planned of planNotes([...notes.keys()], notesInMemory(notes), planner)) {
      if (planned.path !== 'c.md' || planned.kind !== 'planned') continue;
      return planned.plan.findings[0]?.after ?? null;
    }
    return null;
  }

  test.each<[string, readonly string[], unknown, string]>([
    ['links to days', ['date_read: "[[25/07/2024]]"'], {}, '2024-04-03'],
    [
      'dates of other programs don’t count',
      ['date_saved: 25/07/2024\ndate: 2024-07-25'],
      {},
      '2024-04-03',
    ],
    [
      'nor the archived date',
      ['date_saved: 25/07/2024\ndate_archived: 2024-07-25T10:00:00Z'],
      {},
      '2024-04-03',
    ],
    [
      'nor empty values, lists',
      ['date_saved: 25/07/2024\ndate_read:\ndate_published: [2024]'],
      {},
      '2024-04-03',
    ],
    [
      'one’s own names count',
      ['gespeichert: 25/07/2024'],
      { properties: { saved: ['gespeichert'] } },
      '2024-04-03',
    ],
    [
      'what a clock proves counts',
      ['date_saved: 05/02/2024\nomnivore_url: https://omnivore.app/me/a-18d74a7ac00'],
      {},
      '2024-04-03',
    ],
    [
      'another year-first date in the same note',
      ['date_saved: 25/07/2024\ndate_read: 2024-07-25'],
      {},
      '03/04/2024',
    ],
    [
      'the setting comes before them',
      ['date_saved: 25/07/2024'],
      { dates: { order: 'month-first' } },
      '2024-03-04',
    ],
  ])('%s', async (_, front, settings, expected) => {
    expect(await answer(front, settings)).toBe(expected);
  });
});

test('a note alone decides by its own articles', () => {
  const item = (n: number, date: string): string =>
    `- id: 5d1b3c1a-9c1e-4f43-9d0b-00000000000${n}\n  date_saved: ${date}\n`;
  const body = (n: number): string => {
    const id = `5d1b3c1a-9c1e-4f43-9d0b-00000000000${n}`;
    return `%%${id}_start%%\n# A\n[Read on Omnivore](https://omnivore.app/me/a)\n%%${id}_end%%\n`;
  };
  const text = `---\n${item(1, '03/04/2024')}${item(2, '25/07/2024')}---\n\n${body(1)}${body(2)}`;
  expect(atOnce(planAlone(text, 'a.md', planner)).after).toContain('2024-04-03');
  const alone = saved('03/04/2024');
  expect(atOnce(planAlone(alone, 'a.md', planner)).after).toBe(alone);
  expect(atOnce(planAlone('Nothing.', 'a.md', planner)).after).toBe('Nothing.');
});

describe('votes that other threads have counted', () => {
  const tallyOf = (...dates: readonly string[]) => {
    const order = new VaultOrder();
    for (const date of dates) {
      const { detection } = plan(saved(date), 'a.md', planner);
      if (detection.kind === 'saved') order.add(detection.articles);
    }
    return order.tally;
  };
  const DAY_FIRST = tallyOf('25/07/2024');
  const MONTH_FIRST = tallyOf('07/25/2024');
  const SAME = tallyOf('05/05/2024');
  const MIXED = tallyOf('2024-07-25');

  test.each<[string, ReturnType<typeof tallyOf>[], boolean | null]>([
    ['of none', [], null],
    ['that agree', [DAY_FIRST, SAME, DAY_FIRST], true],
    ['that agree on the month', [SAME, MONTH_FIRST], false],
    ['that contradict', [DAY_FIRST, MONTH_FIRST], null],
    ['of which one proves nothing', [DAY_FIRST, MIXED], null],
  ])('%s', (_, tallies, expected) => {
    for (const some of [tallies, [...tallies].reverse()]) {
      const order = new VaultOrder();
      for (const tally of some) order.addAll(tally);
      expect(order.dayFirst).toBe(expected);
    }
  });
});
