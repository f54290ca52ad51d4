/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countFindings } from '../../src/core/repairs/counts';
import type { Simulation } from '../simulator/load-plugin';
import { allNotes, article, afterRepair, start } from './start';

let simulation: Simulation;

const DAMAGE = { images: 1, date: '2024-03-14 08:21:56', draft: true };
const NOTES = {
  'Omnivore/Tides.md': article(DAMAGE),
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

test('without an action it prints what a scan finds, and the next commands', async () => {
  const printed = await simulation.app.cli.run('omnivore-rescue');
  expect(printed.split('\n')).toEqual([
    '2 saved articles in 3 notes.',
    '1 note needs repair.',
    '1 finding needs your attention.',
    '',
    'obsidian omnivore-rescue:scan [folder=<folder>]',
    '    List saved articles and what needs repair, as JSON',
    'obsidian omnivore-rescue:repair [folder=<folder>] [only=<repairs>] [dry-run]',
    '    Repair saved articles; prints JSON',
    'obsidian omnivore-rescue:undo [run=<id>]',
    '    Undo a repair; prints JSON',
  ]);
  expect(await simulation.app.cli.run('omnivore-rescue', { folder: 'Notes' })).toMatch(
    /^0 saved articles in 1 note\.\n\n/,
  );
  await cli('repair');
  expect(await simulation.app.cli.run('omnivore-rescue')).toContain('\nNothing to repair.\n');
});

test.each(['docs/commands.md', 'docs/zh/commands.md'])('%s lists these commands', (page) => {
  const text = readFileSync(join(__dirname, '..', '..', page), 'utf8');
  const calls = text.matchAll(/`(?:obsidian )?(omnivore-rescue(?::\w+)?)`\s?[(（]([^)）]*)[)）]/g);
  const documented = [...calls].map(([, command, flags = '']) => [
    command,
    Array.from(flags.matchAll(/`([\w-]+)=?`/g), ([, flag]) => flag),
  ]);
  const registered = [...simulation.app.cli.commands.values()].map(({ command, flags }) => [
    command,
    Object.keys(flags ?? {}),
  ]);
  expect(documented).toEqual(registered);
});

test('repair reports what it did, and undo restores it', async () => {
  const report = await cli('repair');
  const run = expect.stringMatching(/^\d{8}T\d{9}-[0-9a-f]{4}$/) as string;
  const left = [{ path: 'Omnivore/Open.md', ...LEFT }];
  const repaired = [{ path: 'Omnivore/Tides.md', findings: FOUND }];
  expect(report).toEqual({ schema: 1, run, repaired, left, failed: [] });
  expect(allNotes(simulation)['Omnivore/Tides.md']).toBe(afterRepair(DAMAGE));
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

test('a folder limits the scan', async () => {
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
  const printed = await simulation.app.cli.run(`omnivore-rescue:${command}`, flags);
  expect(printed).toMatch(/^Error: /);
  expect(printed).toContain(reason);
  expect(allNotes(simulation)).toEqual(NOTES);
});
