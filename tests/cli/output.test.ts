import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  BUILT,
  article,
  filesIn,
  folderOf,
  manyArticles,
  put,
  removeFolders,
  run,
  runJson,
  runProgram,
  textOf,
  type RepairJson,
  type ScanJson,
} from './command-line';
import { printSkipped } from './ordinary-user';

afterAll(removeFolders);
jest.setTimeout(120_000);

const PROXY = 'https://proxy-prod.omnivore-image-cache.app/0x0,sQm9vdHMgYW5kIGxhZGRlcnM/';
const MINE = `# Mine\n\n![](${PROXY}https://i.example.org/z.png)\n`;

function shell(script: string): { readonly code: number | null; readonly err: string } {
  const { code, err } = runProgram('bash', [
    '-c',
    script.replaceAll('CLI', `'${process.execPath}' '${BUILT}'`),
  ]);
  return { code, err };
}

describe('if the output can’t be written', () => {
  const folder = folderOf(manyArticles(300));

  test.each([
    ['a check whose reader has gone still says that notes need repair', 'repair', '--check', 1],
    ['a scan whose reader has gone is done', 'scan', '', 0],
  ])('%s', (_, command, flag, code) => {
    const script = `CLI ${command} '${folder}' ${flag} | head -1 >/dev/null; exit \${PIPESTATUS[0]}`;
    expect(shell(script)).toEqual({ code, err: '' });
  });

  const full = existsSync('/dev/full') ? test : test.skip;
  full.each(['repair --check', 'scan', 'scan --json', 'repair --dry-run --json'])(
    '%s on a full disk ends with 2',
    (command) => {
      const { code, err } = shell(`CLI ${command} '${folder}' > /dev/full`);
      expect({ code, err }).toEqual({
        code: 2,
        err: 'error: the output could not be written: the disk is full\n',
      });
    },
  );

  full('the command that undoes a run is not lost with its report', () => {
    const notes = folderOf({ 'a.md': article('A') });
    const { code, err } = shell(`CLI repair '${notes}' --json > /dev/full`);
    expect(code).toBe(2);
    const undo = /^Undo: {2}(.*)$/m.exec(err)?.[1] ?? '';
    expect(runProgram('sh', ['-c', undo]).code).toBe(0);
    expect(textOf(notes, 'a.md')).toBe(article('A'));
  });
});

const python = spawnSync('python3', ['-c', 'import pty']).status === 0;
/** Runs a program with a pseudo terminal as stdin, stdout and stderr. */
const ON_TERMINAL = `
import os, pty, sys
def read(fd):
    try: return os.read(fd, 65536)
    except OSError: return b''
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:], read)))`;

if (!python) printSkipped('a terminal', 'there is no Python to make one');
else {
  test.each(['scan', 'repair --dry-run', 'repair --check', 'repair'])(
    'on a terminal, the results of %s are the same as in a file, without a progress bar in them',
    (command) => {
      const [name = '', ...flags] = command.split(' ');
      const once = (): string => folderOf({ ...manyArticles(120), 'mine.md': MINE });
      const [onTerminal, toFile] = [once(), once()];
      // As wide as lines are cut to in a file, so that both are the same.
      const wide = ['sh', '-c', 'stty cols 170; exec "$@"', 'sh'];
      const program = [process.execPath, BUILT, name, onTerminal, ...flags];
      const { out } = runProgram('python3', ['-c', ON_TERMINAL, ...wide, ...program]);
      expect(out).not.toMatch(/\u001b\[(?![0-9]*[mK])|\u001b[^[]/);
      const lines = out.split('\n').map((line) => {
        const shown = line.replace(/\r$/, '').split('\r').at(-1) ?? '';
        return shown.replace(/\u001b\[[0-9]*[mK]/g, '');
      });
      const plain = runProgram(process.execPath, [BUILT, name, toFile, ...flags]).out;
      const named = (text: string, folder: string): string =>
        text.replaceAll(folder, 'FOLDER').replace(/\d{8}T\d{9}-[0-9a-f]{4}/, 'RUN');
      expect(named(lines.join('\n'), onTerminal)).toBe(named(plain, toFile));
    },
  );
}

describe('images in other notes', () => {
  const files = { 'a.md': article('A'), 'mine.md': MINE, 'yours.markdown': MINE };

  test('are counted by scan, which says how to unproxy them', () => {
    const folder = folderOf(files);
    const { out } = run('scan', folder);
    expect(out).toContain('Also 2 dead images in 2 notes of your own.\n');
    expect(out).toMatch(/repair \S+ .*--only proxied-images --all-notes --dry-run\n$/);
    expect(runJson<ScanJson>('scan', folder)).toMatchObject({
      others: 2,
      ownNotes: ['mine.md', 'yours.markdown'].map((path) => ({ path, images: 1 })),
    });
  });

  test('are unproxied only when asked, and restored by undo', () => {
    const folder = folderOf(files);
    const before = filesIn(folder);
    run('repair', folder, '--only', 'proxied-images');
    expect(textOf(folder, 'mine.md')).toBe(MINE);
    const { repaired } = runJson<RepairJson>(
      'repair',
      folder,
      '--only',
      'proxied-images',
      '--all-notes',
    );
    expect(repaired.map(({ path }) => path)).toEqual(['mine.md', 'yours.markdown']);
    expect(textOf(folder, 'mine.md')).toBe(MINE.replace(PROXY, ''));
    run('undo', folder);
    run('undo', folder);
    expect(filesIn(folder)).toEqual(before);
  });
});

describe('history and show', () => {
  test('list runs, latest first, and show what each changed', () => {
    const folder = folderOf({ 'a.md': article('A'), 'b.md': article('B') });
    const [first, second] = ['dates', 'draft-flag'].map(
      (only) => runJson<RepairJson>('repair', folder, '--only', only).run ?? '',
    ) as [string, string];
    put(folder, 'b.md', 'Something else.\n');
    run('undo', folder, '--run', first);
    const { out } = run('history', folder);
    expect(
      out
        .split('\n')
        .slice(0, 2)
        .map((line) => line.replace(/ {2}\d{4}-.* UTC/, '')),
    ).toEqual([
      `${second}  2 notes  Draft flag`,
      `${first}  2 notes  Dates  undone, except 2 notes`,
    ]);
    const shown = run('show', second, folder);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('a.md\n      4 - draft: true\n        + draft: false\n');
    expect(shown.out).toContain('b.md: changed since the repair\n');
    expect(shown.out).toMatch(/\n\nUndo: {2}node \S+ undo \S+ --run \S+\n$/);
    expect(runJson('show', second, folder)).toMatchObject({
      ...{ schema: 1, run: second, notes: 2, undone: false },
      paths: [
        { path: 'b.md', state: 'changed-since' },
        { path: 'a.md', state: 'repaired' },
      ],
    });
    expect(runJson('history', folder)).toMatchObject({
      runs: [{ run: second }, { run: first, kept: 2 }],
    });
  });

  test('a folder without runs', () => {
    expect(run('history', folderOf({}))).toMatchObject({
      code: 0,
      out: 'There are no runs here.\n',
    });
  });
});

test('without a folder, the command uses the current one', () => {
  const folder = folderOf({ 'a.md': article('A') });
  const { status, stdout } = spawnSync(process.execPath, [BUILT, 'scan', '--json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ folder, notes: 1 });
});

test('names, titles and errors can’t control a terminal or a CI log', () => {
  const wild = 'a\u001b]0;OWNED\u0007\u202e\n::error title=x::y\n.md';
  const title = 'abc \u202e exe ##[error]x';
  const folder = folderOf({
    [wild]: article('A').replace('# A', `# ${title}`),
    'Shelf/::warning::b.md': article('B'),
    '::notice::c.md': article('C'),
  });
  for (const args of [
    ['scan'],
    ['repair', '--dry-run'],
    ['repair', '--check'],
    ['scan', '--json'],
    ['repair', '--check', '--json'],
  ]) {
    const [command = '', ...flags] = args;
    const { out, err } = run(command, folder, ...flags);
    expect(out.split('\n').filter((line) => /[\p{Cc}\u202e]|^\s*::|##\[/u.test(line))).toEqual([]);
    expect(err).toBe('');
  }
  const missing = join(folder, '::error::\u001b[31m');
  expect(run('scan', missing).err).not.toMatch(/\u001b|^::/);
});

test('a dry run finishes a note with 200,000 lines to change, and the notes after it', () => {
  const link = '[Read on Omnivore](https://omnivore.app/me/x-18e5b5c135d)\n\n';
  const folder = folderOf({
    'a.md': article('A', { extra: link.repeat(200_000) }),
    'b.md': article('B'),
  });
  const { code, out } = run('repair', folder, '--dry-run', '--only', 'dead-links');
  expect(code).toBe(0);
  expect(out).toContain('\nb.md\n');
  expect(out).toContain('Would repair 2 notes.');
});
