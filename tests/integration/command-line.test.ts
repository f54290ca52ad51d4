/** @jest-environment jsdom */
import { countFindings } from '../../src/core/repairs/counts';
import type { Simulation } from '../simulator/load-plugin';
import { allNotes, article, mended, start } from './start';

let simulation: Simulation;

const AILING = { images: 1, date: '2024-03-14 08:21:56', draft: true };
const NOTES = {
  'Omnivore/Tides.md': article(AILING),
  'Omnivore/Open.md': article({ date: '03/04/2024' }),
  'Notes/Mine.md': '# Mine\n',
};
const NONE = countFindings([]);
const FOUND = { ...NONE, 'draft-flag': 1, dates: 1, 'proxied-images': 1 };
const LEFT = { repair: 'dates', reason: 'ambiguous-date', was: '03/04/2024' };

async function cli(command: string, flags: Record<string, string> = {}): Promise<unknown> {
  return JSON.parse(await simulation.app.cli.run(`omnivore-rescue:${command}`, flags)) as unknown;
}

beforeEach(async () => {
  simulation = await start(NOTES, { vaultName: 'My vault' });
});

afterEach(() => simulation.close());

test('scan lists the articles and what is to repair', async () => {
  const common = {
    title: 'Tide clocks',
    author: null,
    url: 'https://harbourpress.example.org/tide-clocks',
    source: 'harbourpress.example.org',
    tags: [],
    published: null,
    dialect: 'page',
    mark: 'read-label',
  };
  expect(await cli('scan')).toEqual({
    schema: 1,
    folder: '/vaults/My vault',
    notes: 3,
    articles: [
      {
        ...common,
        path: 'Omnivore/Tides.md',
        saved: '2024-03-14T08:21:56',
        draft: true,
        findings: FOUND,
        left: [],
      },
      {
        ...common,
        path: 'Omnivore/Open.md',
        saved: expect.any(String) as string,
        draft: null,
        findings: NONE,
        left: [LEFT],
      },
    ],
    others: 1,
    failed: [],
    ownNotes: [],
  });
});

test('repair says what it did, and undo takes it back', async () => {
  const report = await cli('repair');
  const run = expect.stringMatching(/^\d{8}T\d{9}-[0-9a-f]{4}$/) as string;
  const left = [{ path: 'Omnivore/Open.md', ...LEFT }];
  const repaired = [{ path: 'Omnivore/Tides.md', findings: FOUND }];
  expect(report).toEqual({ schema: 1, run, repaired, left, failed: [] });
  expect(allNotes(simulation)['Omnivore/Tides.md']).toBe(mended(AILING));
  const { run: id } = report as { run: string };
  const undone = { schema: 1, run: id, restored: ['Omnivore/Tides.md'], left: [] };
  expect(await cli('undo', { run: id })).toEqual(undone);
  expect(allNotes(simulation)).toEqual(NOTES);
});

test('a dry run writes nothing', async () => {
  const report = await cli('repair', { 'dry-run': 'true', only: 'dates' });
  const findings = { ...NONE, dates: 1 };
  expect(report).toMatchObject({ run: null, repaired: [{ path: 'Omnivore/Tides.md', findings }] });
  expect(allNotes(simulation)).toEqual(NOTES);
  expect(simulation.disk.writes.size).toBe(0);
});

test('a folder limits where it looks', async () => {
  expect(await cli('scan', { folder: 'Notes/' })).toMatchObject({ notes: 1, articles: [] });
  expect(await cli('repair', { folder: 'Notes' })).toMatchObject({ run: null, repaired: [] });
  expect(allNotes(simulation)).toEqual(NOTES);
});

test.each([
  ['scan', { folder: 'Nowhere' }, 'No such folder in this vault: Nowhere.'],
  ['repair', { only: 'dates,wings' }, 'Unknown repair: wings. Available: draft-flag, dates,'],
  ['undo', {}, 'No repair to undo.'],
  ['undo', { run: '../x' }, 'No such run: ../x.'],
])('%s %j is refused with a reason', async (command, flags: Record<string, string>, reason) => {
  await expect(cli(command, flags)).rejects.toThrow(reason);
  expect(allNotes(simulation)).toEqual(NOTES);
});
