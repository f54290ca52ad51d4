import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { REPAIR_IDS } from '../../src/core/repairs';
import {
  article,
  filesIn,
  folderOf,
  newFolder,
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

const ALL = REPAIR_IDS.join(', ');

describe('wrong use: one line on stderr, nothing on stdout, 2', () => {
  const folder = folderOf({
    'a.md': article('A'),
    'a file': '',
    'torn.json': '{"dates": {',
    'list.json': '[]',
    'wrong.json': '{"dates": {"format": 7, "zone": "Mars"}, "repairs": {"dates": "yes"}}',
    'typo.json': '{"dates": {"zome": "UTC"}}',
    'unknown.json': '{"madeByANewerVersion": 1}',
  });
  const at = (name: string): string => join(folder, name);
  const before = filesIn(folder);

  const cases: readonly (readonly [string, readonly string[], string | RegExp])[] = [
    ['a missing folder', ['scan', at('nowhere')], `error: no such folder: ${at('nowhere')}`],
    ['an empty name of a folder', ['repair', ''], 'error: the folder’s name is empty'],
    ['two folders', ['scan', folder, folder], /^error: too many arguments for 'scan'/],
    ['a file to scan', ['scan', at('a file')], `error: not a folder: ${at('a file')}`],
    ['a file to repair', ['repair', at('a file')], `error: not a folder: ${at('a file')}`],
    ['a file to undo', ['undo', at('a file')], `error: not a folder: ${at('a file')}`],
    ['nothing to undo', ['undo', folder], `error: nothing to undo in ${folder}`],
    [
      'an unknown run',
      ['undo', folder, '--run', '20240101T000000'],
      'error: no such run: 20240101T000000',
    ],
    ['a run that is a path', ['undo', folder, '--run', '../../a'], 'error: no such run: ../../a'],
    ['an unknown run to show', ['show', '../../a', folder], 'error: no such run: ../../a'],
    ['no run to show', ['show'], "error: missing required argument 'run'"],
    ['an unknown command', ['mend', folder], "error: unknown command 'mend'"],
    ['an unknown option', ['repair', folder, '--force'], "error: unknown option '--force'"],
    [
      'an option of another command',
      ['undo', folder, '--zone', 'UTC'],
      "error: unknown option '--zone'",
    ],
    [
      'an unknown repair',
      ['repair', folder, '--only', 'dates,colours'],
      `error: unknown repair “colours”. There are: ${ALL}`,
    ],
    ['no repair', ['repair', folder, '--only', ' , '], `error: --only needs a repair: ${ALL}`],
    [
      'an unknown zone',
      ['repair', folder, '--zone', 'Mars/Olympus'],
      'error: unknown time zone “Mars/Olympus”; use an IANA name (such as Europe/Berlin), keep, system or auto',
    ],
    ['an empty zone', ['scan', folder, '--zone', ''], /^error: unknown time zone “”/],
    [
      'no config',
      ['repair', folder, '--config'],
      "error: option '--config <file>' argument missing",
    ],
    [
      'a missing config',
      ['repair', folder, '--config', at('no.json')],
      `error: no such file: ${at('no.json')}`,
    ],
    [
      'a folder as config',
      ['repair', folder, '--config', folder],
      `error: ${folder} can’t be read: it is a folder`,
    ],
    [
      'a truncated config',
      ['repair', folder, '--config', at('torn.json')],
      `error: ${at('torn.json')} is not valid JSON`,
    ],
    [
      'a note as config',
      ['scan', folder, '--config', at('a.md')],
      `error: ${at('a.md')} is not valid JSON`,
    ],
    [
      'a list as config',
      ['repair', folder, '--config', at('list.json')],
      `error: ${at('list.json')}: invalid settings: (the whole)`,
    ],
    [
      'values of the wrong type in a config',
      ['repair', folder, '--config', at('wrong.json')],
      `error: ${at('wrong.json')}: invalid settings: repairs.dates, dates.format, dates.zone`,
    ],
    [
      'a name in a config that is mistyped',
      ['scan', folder, '--config', at('typo.json')],
      `error: ${at('typo.json')}: unknown setting “dates.zome”. Did you mean “dates.zone”?`,
    ],
    [
      'a name in a config that is unlike any',
      ['scan', folder, '--config', at('unknown.json')],
      `error: ${at('unknown.json')}: unknown setting “madeByANewerVersion”`,
    ],
    [
      'a dry run and a check',
      ['repair', folder, '--dry-run', '--check'],
      "error: option '--dry-run' cannot be used with option '--check'",
    ],
    [
      'all repairs in all notes',
      ['repair', folder, '--all-notes'],
      'error: --all-notes works only with --only proxied-images',
    ],
    [
      'another repair too in all notes',
      ['repair', folder, '--all-notes', '--only', 'proxied-images,dates'],
      'error: --all-notes works only with --only proxied-images',
    ],
  ];

  test.each(cases)('%s', (_, args, message) => {
    const { code, out, err } = run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^[^\n]+\n$/);
    if (typeof message === 'string') expect(err).toBe(`${message}\n`);
    else expect(err.trimEnd()).toMatch(message);
    expect(filesIn(folder)).toEqual(before);
  });

  test('without a command the help is shown', () => {
    const { code, err } = run();
    expect(code).toBe(2);
    expect(err).toMatch(/^Usage: omnivore-rescue /);
  });
});

describe('odd notes', () => {
  test('bytes that are not UTF-8 are left alone, with the reason', () => {
    const broken = Buffer.from(article('A').replace('The lamp', 'The l\u0000mp'), 'latin1');
    broken[broken.indexOf(0)] = 0xe4;
    const folder = folderOf({ 'a.md': broken, 'b.md': article('B') });
    const [files, times] = [filesIn(folder), timesIn(folder)];
    const report = runJson<RepairJson>('repair', folder);
    const left = [{ path: 'a.md', repair: null, reason: 'invalid-utf8', was: '' }];
    expect(report).toMatchObject({ repaired: [{ path: 'b.md' }], left, failed: [] });
    expect(filesIn(folder)['a.md']).toBe(files['a.md']);
    expect(timesIn(folder)['a.md']).toBe(times['a.md']);
    expect(run('repair', folder).out).toContain('  a.md: not valid UTF-8\n');
    expect(run('repair', folder, '--check').code).toBe(0);
    const { articles } = runJson<ScanJson>('scan', folder);
    expect(articles.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
  });

  test('a note of 10 MB is repaired, and restored to the byte', () => {
    const image =
      '![](https://proxy-prod.omnivore-image-cache.app/0x0,sQm9vdHMgYW5kIGxhZGRlcnM/https://i.example.org/z.png)\n';
    const extra = `${'A quiet harbour, a lamp, a ladder. '.repeat(30)}\n${image}`.repeat(8700);
    const folder = folderOf({ 'a.md': article('A', { extra }) });
    const before = filesIn(folder);
    expect(before['a.md']?.length).toBeGreaterThan(10_000_000);
    const { repaired } = runJson<RepairJson>('repair', folder);
    expect(repaired[0]?.findings['proxied-images']).toBe(8701);
    expect(textOf(folder, 'a.md')).not.toContain('omnivore-image-cache.app');
    run('undo', folder);
    expect(filesIn(folder)['a.md'] === before['a.md']).toBe(true);
  });

  test.each([
    ['an empty note', ''],
    ['a note of a byte order mark', '\ufeff'],
    ['front matter that never ends', '---\ndraft: true\n'],
    ['a note of zeros', '\0'.repeat(5000)],
    ['deep nesting', `---\na: ${'['.repeat(100_000)}\n---\n${'>'.repeat(100_000)}\n`],
    ['front matter that would run', '---js\nprocess.exit(7)\n---\n'],
    [
      'an alias bomb',
      `---\na: &a [x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, i) => `${'bcdefghijklm'[i]}: &${'bcdefghijklm'[i]} [${`*${'abcdefghijkl'[i]},`.repeat(8)}]`).join('\n')}\n---\n`,
    ],
  ])('%s is not an article, and does not affect the others', (_, text) => {
    const folder = folderOf({ 'a.md': text, 'b.md': article('B') });
    const before = filesIn(folder)['a.md'];
    expect(runJson<ScanJson>('scan', folder)).toMatchObject({ notes: 2, others: 1 });
    const { repaired, failed } = runJson<RepairJson>('repair', folder);
    expect({ repaired: repaired.map(({ path }) => path), failed }).toEqual({
      repaired: ['b.md'],
      failed: [],
    });
    expect(filesIn(folder)['a.md']).toBe(before);
  });

  test('a read-only note is skipped and listed; the others are repaired', () => {
    const folder = folderOf({ 'a.md': article('A'), 'b.md': article('B') });
    chmodSync(join(folder, 'a.md'), 0o444);
    const { code, out, err } = run('repair', folder);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'error: 1 note or folder could not be read or written\n',
    });
    expect(out).toContain('Repaired 1 note.');
    expect(out).toContain('Failed: 1\n  a.md: The note is read-only.\n');
    expect(textOf(folder, 'a.md')).toBe(article('A'));
    expect(textOf(folder, 'b.md')).toBe(repairedArticle('B'));
  });

  test('a check fails if a note that needs repair is read-only, and does not count it as repaired', () => {
    const folder = folderOf({ 'a.md': article('A'), 'b.md': article('B') });
    chmodSync(join(folder, 'a.md'), 0o444);
    const { out, code } = run('repair', folder, '--check');
    expect(out).toContain('b.md\n');
    expect(out).toContain('Would repair 1 note.');
    expect(out).toContain('Failed: 1\n  a.md: The note is read-only.\n');
    expect(code).toBe(2);
  });

  test('a note that has become read-only stays repaired, and can be restored later', () => {
    const folder = folderOf({ 'a.md': article('A'), 'b.md': article('B') });
    run('repair', folder);
    chmodSync(join(folder, 'a.md'), 0o444);
    const first = run('undo', folder, '--json');
    expect(first).toMatchObject({ code: 2, err: 'error: 1 note could not be read or written\n' });
    expect(JSON.parse(first.out)).toMatchObject({
      restored: ['b.md'],
      left: [{ path: 'a.md', reason: 'The note is read-only.' }],
    });
    chmodSync(join(folder, 'a.md'), 0o644);
    expect(runJson<UndoJson>('undo', folder).restored).toEqual(['a.md']);
    expect(textOf(folder, 'a.md')).toBe(article('A'));
  });

  test('undo lists a note that no longer exists, and restores the others', () => {
    const folder = folderOf({ 'a.md': article('A'), 'b.md': article('B') });
    run('repair', folder);
    put(folder, 'a.md', 'Something else.\n');
    expect(run('undo', folder).out).toContain('Skipped: 1\n  a.md: changed since the repair\n');
    expect(textOf(folder, 'a.md')).toBe('Something else.\n');
    expect(textOf(folder, 'b.md')).toBe(article('B'));
  });
});

describe('odd places', () => {
  test('a folder named x.md contains notes like any other', () => {
    const folder = folderOf({ 'x.md/a.md': article('A') });
    mkdirSync(join(folder, 'empty.md'));
    expect(runJson<ScanJson>('scan', folder)).toMatchObject({
      notes: 1,
      articles: [{ path: 'x.md/a.md' }],
    });
    expect(runJson<RepairJson>('repair', folder)).toMatchObject({
      repaired: [{ path: 'x.md/a.md' }],
      failed: [],
    });
  });

  test('a note that is a link out of the folder is not followed, and is listed', () => {
    const outside = folderOf({ 'a.md': article('A') });
    const folder = folderOf({ 'b.md': 'Nothing.\n' });
    symlinkSync(join(outside, 'a.md'), join(folder, 'a.md'));
    symlinkSync(outside, join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'gone.md'), join(folder, 'broken.md'));
    symlinkSync(join(folder, 'b.md'), join(folder, 'inside.md'));
    const report = runJson<RepairJson>('repair', folder);
    expect(report).toEqual({
      ...{ schema: 1, run: null, repaired: [], failed: [] },
      left: ['a.md', 'elsewhere'].map((path) => {
        return { path, repair: null, reason: 'link-outside', was: '' };
      }),
    });
    expect(run('repair', folder).out).toContain('  a.md: a link to a place outside the folder\n');
    expect(textOf(outside, 'a.md')).toBe(article('A'));
  });

  test('a link to a vault is a vault', () => {
    const vault = folderOf({ 'a.md': article('A') });
    const link = join(newFolder(), 'link');
    symlinkSync(vault, link);
    expect(runJson<RepairJson>('repair', link)).toMatchObject({
      repaired: [{ path: 'a.md' }],
      left: [],
    });
  });

  test('paths that are special to shells, terminals or JSON are only names', () => {
    const paths = [
      'It\'s 100% "so".md',
      '-rf.md',
      '__proto__.md',
      '$(touch x).md',
      '读后感 🏮.md',
      'a\nb.md',
    ];
    const folder = folderOf(Object.fromEntries(paths.map((path) => [path, article('A')])));
    const before = filesIn(folder);
    const { repaired } = runJson<RepairJson>('repair', folder);
    expect(repaired.map(({ path }) => path).sort()).toEqual([...paths].sort());
    expect(run('scan', folder).out).toContain('6 saved articles in 6 notes (6 read).');
    run('undo', folder);
    expect(filesIn(folder)).toEqual(before);
  });

  test('a file at the journal’s path: nothing is changed', () => {
    const folder = folderOf({ 'a.md': article('A'), '.omnivore-rescue': 'mine' });
    const { code, out, err } = run('repair', folder);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^error: the journal can't be written in .*: There is a file where a folder should be\n$/,
    );
    expect(out).toBe('Repaired 0 notes.\n');
    expect(textOf(folder, 'a.md')).toBe(article('A'));
  });

  test('an invalid file among the journals is not a run', () => {
    const folder = folderOf({ 'a.md': article('A') });
    run('repair', folder);
    put(
      folder,
      '.omnivore-rescue/runs/99999999T999999999-ffff.jsonl',
      '\0\0{"step":[1,2]}\n[]\nnull\n',
    );
    put(folder, '.omnivore-rescue/runs/notes.txt', 'mine');
    expect(run('undo', folder).code).toBe(0);
    expect(textOf(folder, 'a.md')).toBe(article('A'));
  });
});
