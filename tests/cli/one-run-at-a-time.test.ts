import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderLock } from '../../src/cli/fs/folder-lock.mts';
import { article, filesIn, folderOf, put, removeFolders, run, runJson } from './command-line';
import type { RepairJson, ScanJson, UndoJson } from './command-line';

afterAll(removeFolders);
jest.setTimeout(60_000);

const SAID =
  /^error: another run is going on in this folder: omnivore-rescue, process \d+ on .+\n$/;

test('during a run, undo and a second repair are refused in one line; reading is not', () => {
  const folder = folderOf({ 'a.md': article('A') });
  const runs = join(folder, '.omnivore-rescue', 'runs');
  mkdirSync(runs, { recursive: true });
  // This test is the active run.
  const lock = folderLock(runs);
  lock.take();
  put(folder, '.0a1b.omnivore-rescue.tmp', 'the run needs it');
  const before = filesIn(folder);
  for (const command of ['repair', 'undo']) {
    const { code, out, err } = run(command, folder);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(SAID);
  }
  expect(runJson<ScanJson>('scan', folder).articles).toHaveLength(1);
  expect(run('repair', folder, '--check').code).toBe(1);
  expect(filesIn(folder)).toEqual(before);
  lock.release();
  const { run: id, repaired } = runJson<RepairJson>('repair', folder);
  expect(repaired).toHaveLength(1);
  expect(Object.keys(filesIn(folder))).toEqual(['a.md']);
  expect(runJson<UndoJson>('undo', folder)).toMatchObject({ run: id, restored: ['a.md'] });
});

test('a repair with nothing to do creates no folder, and needs none', () => {
  const folder = folderOf({ 'a.md': 'A thought.' });
  expect(run('repair', folder).code).toBe(0);
  expect(Object.keys(filesIn(folder))).toEqual(['a.md']);
  expect(run('undo', folder)).toMatchObject({
    ...{ code: 2, err: `error: nothing to undo in ${folder}\n` },
  });
});

test('with a journal from somebody else, undo writes only notes in the folder', () => {
  const outside = folderOf({ '.bashrc': 'export PATH\n', 'b.md': 'b' });
  const folder = folderOf({ 'a.md': article('A') });
  const { run: id } = runJson<RepairJson>('repair', folder);
  const step = (path: string): string =>
    `${JSON.stringify({ step: [path, '1-a', '2-b', [[0, 0, 'x']]] })}\n`;
  const paths = [`../${outside.split('/').at(-1)}/b.md`, '../.bashrc', '.git/config', '/etc/a.md'];
  const hostile = join(folder, '.omnivore-rescue/runs/29991231T235959999-ffff.jsonl');
  writeFileSync(hostile, paths.map(step).join(''));
  const report = runJson<UndoJson>('undo', folder);
  expect(report.left.map(({ reason }) => reason)).toEqual(paths.map(() => 'not-a-note'));
  expect(filesIn(outside)).toEqual({ '.bashrc': 'export PATH\n', 'b.md': 'b' });
  // The next is the run before.
  expect(runJson<UndoJson>('undo', folder)).toMatchObject({ run: id, restored: ['a.md'] });
});
