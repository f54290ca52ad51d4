import {
  article,
  filesIn,
  folderOf,
  put,
  removeFolders,
  repairedArticle,
  run,
  runJson,
  textOf,
  timesIn,
  type RepairJson,
  type ScanJson,
  type UndoJson,
} from './command-line';

afterAll(removeFolders);
jest.setTimeout(60_000);

const ELSEWHERE = ['.trash/a.md', '.obsidian/snippets/a.md', '.git/a.md', 'Shelf/.draft/a.md'];

test('the trash and folders that begin with a dot are not read or repaired', () => {
  const folder = folderOf({
    ...Object.fromEntries(ELSEWHERE.map((path) => [path, article('A')])),
    'Shelf/b.md': article('B'),
  });
  const times = timesIn(folder);
  expect(runJson<ScanJson>('scan', folder)).toMatchObject({
    ...{ notes: 1, articles: [{ path: 'Shelf/b.md' }], others: 0 },
  });
  run('repair', folder);
  for (const path of ELSEWHERE) {
    expect(textOf(folder, path)).toBe(article('A'));
    expect(timesIn(folder)[path]).toBe(times[path]);
  }
  expect(textOf(folder, 'Shelf/b.md')).toBe(repairedArticle('B'));
});

test.each([
  ['a folder', '.omnivore-rescue/runs/', {}],
  ['a vault', '.obsidian/plugins/omnivore-rescue/runs/', { '.obsidian/app.json': '{}' }],
])('the journal of %s is in its folder, and is not a note', (_, place, files) => {
  const folder = folderOf({ 'a.md': article('A'), ...files });
  const { run: id } = runJson<RepairJson>('repair', folder);
  expect(textOf(folder, `${place}${id}.jsonl`)).toContain('"step":["a.md",');
  put(folder, `${place}b.md`, article('B'));
  expect(runJson<ScanJson>('scan', folder).notes).toBe(1);
});

test('each of the last twenty runs can be undone, in any order; older ones are removed', () => {
  const folder = folderOf({});
  const runs: string[] = [];
  for (let i = 0; i < 22; i++) {
    put(folder, `${i}.md`, article(`Lamp ${i}`));
    runs.push(runJson<RepairJson>('repair', folder).run ?? '');
  }
  expect(runs).toEqual([...runs].sort());
  for (const old of runs.slice(0, 2)) {
    expect(run('undo', folder, '--run', old)).toMatchObject({ code: 2, out: '' });
  }
  const [oldest, middle] = [2, 11];
  for (const i of [middle, oldest]) {
    expect(runJson<UndoJson>('undo', folder, '--run', runs[i] ?? '')).toEqual({
      ...{ schema: 1, run: runs[i], restored: [`${i}.md`], left: [] },
    });
  }
  expect(runJson<UndoJson>('undo', folder).restored).toEqual(['21.md']);
  const restored = Object.entries(filesIn(folder)).filter(([, text]) =>
    text.includes('draft: true'),
  );
  expect(restored.map(([path]) => path).sort()).toEqual(['11.md', '2.md', '21.md']);
});

test('what is printed into a pipe is plain: no bar, no colours, nothing overwritten', () => {
  const folder = folderOf({ 'a.md': article('A') });
  for (const args of [
    ['scan'],
    ['repair', '--dry-run'],
    ['repair', '--check'],
    ['repair'],
    ['undo'],
  ]) {
    const [command = '', ...flags] = args;
    const { out, err } = run(command, folder, ...flags);
    expect(`${out}${err}`).not.toMatch(/[\u001b\r\b]/);
    expect(err).toBe('');
  }
});
