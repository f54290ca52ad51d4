/** @jest-environment jsdom */
import { filesIn, removeFolders, runJson, sampleCopy, type RepairJson } from '../cli/command-line';
import { readVault } from '../playground/read-vault';
import type { Simulation } from '../simulator/load-plugin';
import { start } from './start';

let simulation: Simulation;
let folder: string;

beforeEach(async () => {
  folder = sampleCopy();
  simulation = await start(readVault(folder));
});

afterEach(() => {
  simulation.close();
  removeFolders();
});

/** What a command of the app's own command line prints. */
async function inApp(command: string, flags: Record<string, string> = {}): Promise<unknown> {
  return JSON.parse(await simulation.app.cli.run(`omnivore-rescue:${command}`, flags)) as unknown;
}

function anyRun(report: unknown): unknown {
  const { run } = report as RepairJson;
  return { ...(report as RepairJson), run: run === null ? null : 'some run' };
}

test('scan prints the same in the app as without it', async () => {
  const own = runJson<Record<string, unknown>>('scan', folder);
  expect(await inApp('scan')).toEqual({
    ...own,
    folder: simulation.app.vault.adapter.getBasePath(),
  });
});

test.each<[string, Record<string, string>, readonly string[]]>([
  ['a dry run', { 'dry-run': 'true' }, ['--dry-run']],
  [
    'some of the repairs',
    { 'dry-run': 'true', only: 'dates, dead-links' },
    ['--dry-run', '--only', 'dates,dead-links'],
  ],
])('%s prints the same', async (_, flags, args) => {
  const report = await inApp('repair', flags);
  expect(report).toEqual(runJson('repair', folder, ...args));
  expect((report as RepairJson).repaired.length).toBeGreaterThan(3);
});

test('repair and undo print the same, and do the same', async () => {
  const own = runJson('repair', folder);
  expect(anyRun(await inApp('repair'))).toEqual(anyRun(own));
  const onDisk = Object.fromEntries(Object.entries(readVault(folder)));
  const inVault = Object.keys(onDisk).map((path) => [path, simulation.disk.peek(path)] as const);
  expect(Object.fromEntries(inVault)).toEqual(onDisk);
  expect(anyRun(await inApp('undo'))).toEqual(anyRun(runJson('undo', folder)));
  expect(Object.keys(filesIn(folder)).length).toBeGreaterThan(10);
});
