import { readFileSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { countFindings } from '../../src/core/repairs/counts';
import {
  article,
  filesIn,
  folderOf,
  put,
  removeFolders,
  repairedArticle,
  run,
  runUndecided,
  runJson,
  runProgram,
  sampleCopy,
  textOf,
  timesIn,
  type ArticleJson,
  type Counts,
  type RepairJson,
  type ScanJson,
  type UndoJson,
} from './command-line';

interface ExpectedNote {
  readonly kind: 'saved' | 'other';
  readonly articles: readonly Pick<
    ArticleJson,
    'title' | 'author' | 'source' | 'tags' | 'saved' | 'published' | 'draft'
  >[];
  readonly repairs: Counts;
}

const EXPECTED = Object.entries(
  JSON.parse(
    readFileSync(join(__dirname, '..', 'fixtures', 'sample-vault.expected.json'), 'utf8'),
  ) as Record<string, ExpectedNote>,
).map(([path, note]): [string, ExpectedNote] => {
  return [path, { ...note, repairs: { ...countFindings([]), ...note.repairs } }];
});
const SAVED = EXPECTED.filter(([, { kind }]) => kind === 'saved');
/** A saved date as ISO 8601. */
const iso = (value: string | null): string | null =>
  value === null ? null : value.replace(/^\[\[|\]\]$/g, '').replace(' ', 'T');
const sum = (all: readonly Counts[], id: string): number =>
  all.reduce((total, counts) => total + (counts[id] ?? 0), 0);

afterAll(removeFolders);
jest.setTimeout(60_000);

describe('scan', () => {
  const scanned = runJson<ScanJson>('scan', sampleCopy());

  test('says how many notes there are and how many are not saved articles', () => {
    expect(Object.keys(scanned)).toEqual([
      ...['schema', 'folder', 'notes', 'articles', 'others', 'failed', 'ownNotes'],
    ]);
    expect(scanned).toMatchObject({
      schema: 1,
      notes: EXPECTED.length,
      others: EXPECTED.length - SAVED.length,
    });
  });

  test('does not list a note that only mentions Omnivore', () => {
    const paths = new Set(scanned.articles.map(({ path }) => path));
    expect([...paths].sort()).toEqual(SAVED.map(([path]) => path).sort());
  });

  test.each(SAVED)('%s: its articles and what is to repair', (path, { articles, repairs }) => {
    const rows = scanned.articles.filter((row) => row.path === path);
    expect(rows).toMatchObject(
      articles.map(({ saved, published, ...rest }) => ({
        ...rest,
        ...(saved === null ? {} : { saved: iso(saved) }),
        published: iso(published),
      })),
    );
    expect(rows.map(({ findings }) => findings)).toEqual(
      rows.map((_, i) => (i === 0 ? repairs : expect.not.objectContaining({ dates: 1 }))),
    );
  });

  test('a note with several articles counts its repairs once', () => {
    const rows = scanned.articles.filter(({ path }) => path === 'Omnivore/Saved in August.md');
    expect(rows.map(({ findings }) => sum([findings], 'proxied-images'))).toEqual([2, 0, 0]);
  });

  test('an article that does not say when it was saved is dated by the timestamp in its URL', () => {
    const folder = folderOf({ 'a.md': article('A', { saved: '' }) });
    const { articles } = runJson<ScanJson>('scan', folder, '--zone', 'Asia/Shanghai');
    expect(articles[0]?.saved).toBe('2024-03-20T18:15:44');
  });

  test('prints a readable list without --json', () => {
    const { code, out, err } = run('scan', sampleCopy());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(
      [
        'The Man Who Mapped Echoes  (longwave.example.net · 2024-04-02 · draft)',
        '    Omnivore/2024-04-02/The Man Who Mapped Echoes.md',
        '    needs repair: 1 draft flag, 4 dates, 1 image',
      ].join('\n'),
    );
    const counted = (id: string): number =>
      sum(
        EXPECTED.map(([, { repairs }]) => repairs),
        id,
      );
    expect(out).toContain(
      [
        ...['', '', '21 saved articles in 18 notes (22 read).'],
        `14 notes need repair: ${counted('draft-flag')} draft flags, ${counted('dates')} dates, ${counted('proxied-images')} images, 1 escaped text.`,
        ...['', 'See the changes:  '],
      ].join('\n'),
    );
    expect(out).toMatch(/ {2}node \S+ repair \S+ --publish-with hugo --dry-run\n$/);
  });

  test('an empty folder has no articles', () => {
    const folder = folderOf({});
    expect(run('scan', folder)).toMatchObject({
      code: 0,
      out: '0 saved articles in 0 notes (0 read).\n',
    });
    expect(runJson<ScanJson>('scan', folder)).toEqual({
      ...{ schema: 1, folder, notes: 0, articles: [], others: 0 },
      ...{ failed: [], ownNotes: [] },
    });
  });
});

describe('repair', () => {
  const total = (id: string): number =>
    sum(
      EXPECTED.map(([, { repairs }]) => repairs),
      id,
    );

  test('repairs what scan listed, and no other note', () => {
    const folder = sampleCopy();
    const report = runJson<RepairJson>('repair', folder);
    expect(Object.keys(report)).toEqual(['schema', 'run', 'repaired', 'left', 'failed']);
    expect(report.schema).toBe(1);
    expect(report.run).toMatch(/^\d{8}T\d{6,9}-[0-9a-f]{4}$/);
    const toRepair = SAVED.filter(([, { repairs }]) => Object.values(repairs).some((n) => n > 0));
    expect(
      Object.fromEntries(report.repaired.map(({ path, findings }) => [path, findings])),
    ).toEqual(Object.fromEntries(toRepair.map(([path, { repairs }]) => [path, repairs])));
    expect(report.left).toEqual([]);
    expect(report.failed).toEqual([]);
  });

  test('prints what it did and how to undo it', () => {
    const { code, out, err } = run('repair', sampleCopy());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Repaired 14 notes.');
    expect(out).toMatch(new RegExp(`Draft flag +${total('draft-flag')}\n`));
    expect(out).toMatch(new RegExp(`Dates +${total('dates')}\n`));
    expect(out).toMatch(new RegExp(`Images +${total('proxied-images')}\n`));
    expect(out).toMatch(new RegExp(`Escaped text +${total('escaped-text')}\n`));
    expect(out).not.toContain('your attention');
    expect(out).toMatch(/\n\nUndo: {2}node \S+ undo \S+ --run \d{8}T\d+-[0-9a-f]{4}\n$/);
  });

  test('repairs a note as a person would', () => {
    const folder = folderOf({ 'A lamp.md': article('A lamp') });
    run('repair', folder);
    expect(textOf(folder, 'A lamp.md')).toBe(repairedArticle('A lamp'));
  });

  test('does not change other notes or files', () => {
    const folder = sampleCopy();
    const before = filesIn(folder);
    const touched = new Set(runJson<RepairJson>('repair', folder).repaired.map(({ path }) => path));
    const after = filesIn(folder);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed.sort()).toEqual([...touched].sort());
  });

  test('does nothing the second time, and records no run', () => {
    const folder = sampleCopy();
    const first = runJson<RepairJson>('repair', folder);
    const [files, times] = [filesIn(folder), timesIn(folder)];
    const second = runJson<RepairJson>('repair', folder);
    expect(second).toMatchObject({ run: null, repaired: [], failed: [] });
    expect(filesIn(folder)).toEqual(files);
    expect(timesIn(folder)).toEqual(times);
    expect(runJson<UndoJson>('undo', folder).run).toBe(first.run);
  });

  test.each([
    ['dates', 'date_saved: 2024-03-20T18:15:30\ndraft: true', 1],
    ['draft-flag', 'date_saved: 2024-03-20 18:15:30\ndraft: false', 1],
    ['draft-flag,dates', 'date_saved: 2024-03-20T18:15:30\ndraft: false', 2],
    [' dates , draft-flag', 'date_saved: 2024-03-20T18:15:30\ndraft: false', 2],
    ['escaped-text', 'date_saved: 2024-03-20 18:15:30\ndraft: true', 0],
  ])('--only %s', (only, lines, findings) => {
    const folder = folderOf({ 'a.md': article('A') });
    const { repaired } = runJson<RepairJson>('repair', folder, '--only', only);
    expect(textOf(folder, 'a.md')).toContain(lines);
    expect(textOf(folder, 'a.md')).toContain('omnivore-image-cache.app');
    const counts = repaired.flatMap((note) => Object.values(note.findings));
    expect(counts.reduce((a, b) => a + b, 0)).toBe(findings);
  });

  test('--only turns on a repair that is off by default', () => {
    const folder = folderOf({ 'a.md': article('A') });
    run('repair', folder, '--only', 'dead-links');
    expect(textOf(folder, 'a.md')).not.toContain('omnivore.app/me/');
  });
});

describe('--dry-run', () => {
  test('changes no byte and no time, and leaves no journal', () => {
    const folder = sampleCopy();
    const [files, times] = [filesIn(folder), timesIn(folder)];
    expect(run('repair', folder, '--dry-run').code).toBe(0);
    expect(filesIn(folder)).toEqual(files);
    expect(timesIn(folder)).toEqual(times);
    expect(readdirSync(join(folder, '.obsidian', 'plugins'))).toEqual(['obsidian-omnivore']);
  });

  test('shows the lines before and after, with their numbers', () => {
    const { out } = run('repair', folderOf({ 'a.md': article('A') }), '--dry-run');
    expect(out).toContain(
      [
        'a.md',
        '      3 - date_saved: 2024-03-20 18:15:30',
        '        + date_saved: 2024-03-20T18:15:30',
        '      4 - draft: true',
        '        + draft: false',
      ].join('\n'),
    );
    expect(out).toContain('     14 - ![The lamp](https://proxy-prod.omnivore-image-cache.app/');
    expect(out).toContain('        + ![The lamp](https://img.example.org/lighthouse.png)');
    expect(out).toContain('Would repair 1 note.');
    expect(out).not.toContain('Undo:');
  });

  test('--json prints the same as a run, except for the run’s ID', () => {
    const folder = sampleCopy();
    const dry = runJson<RepairJson>('repair', folder, '--dry-run');
    const real = runJson<RepairJson>('repair', folder);
    expect(dry.run).toBeNull();
    const byPath = (report: RepairJson): unknown => ({
      ...report,
      run: null,
      repaired: [...report.repaired].sort((a, b) => (a.path < b.path ? -1 : 1)),
    });
    expect(byPath(dry)).toEqual(byPath(real));
  });

  test('control characters of a note do not reach the terminal', () => {
    const folder = folderOf({ 'a.md': article('A', { draft: 'true # \u001b[31mred\u0007' }) });
    expect(run('repair', folder, '--dry-run').out).not.toMatch(/[\u0007\u001b]/);
  });

  test('a long line shows only the part that changes', () => {
    const long = 'word '.repeat(200);
    const image =
      '![](https://proxy-prod.omnivore-image-cache.app/0x0,sQm9vdHMgYW5kIGxhZGRlcnM/https://i.example.org/z.png)';
    const folder = folderOf({ 'a.md': article('A', { extra: `\n${long}${image} ${long}\n` }) });
    const { out } = run('repair', folder, '--dry-run');
    expect(out).toMatch(/\+ ….{0,60}https:\/\/i\.example\.org\/z\.png.*…\n/);
  });
});

describe('--check', () => {
  test('ends with 1 and names the notes that need repair, and changes nothing', () => {
    const folder = folderOf({ 'a.md': article('A'), 'b.md': repairedArticle('B'), 'c.md': 'c\n' });
    const [files, times] = [filesIn(folder), timesIn(folder)];
    const { code, out, err } = run('repair', folder, '--check');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('a.md\n');
    expect(out).not.toMatch(/[bc]\.md/);
    expect(filesIn(folder)).toEqual(files);
    expect(timesIn(folder)).toEqual(times);
  });

  test('ends with 0 if no note needs repair, even if one needs attention', () => {
    const folder = sampleCopy();
    run('repair', folder);
    expect(run('repair', folder, '--check').code).toBe(0);
  });

  test('with --json ends with 1 and prints the report', () => {
    const { code, out } = run('repair', folderOf({ 'a.md': article('A') }), '--check', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ run: null, repaired: [{ path: 'a.md' }] });
  });
});

describe('undo', () => {
  test('restores every byte', () => {
    const folder = sampleCopy();
    const before = filesIn(folder);
    const repaired = runJson<RepairJson>('repair', folder);
    const undone = runJson<UndoJson>('undo', folder);
    expect(Object.keys(undone)).toEqual(['schema', 'run', 'restored', 'left']);
    expect(undone).toMatchObject({ schema: 1, run: repaired.run, left: [] });
    expect([...undone.restored].sort()).toEqual(repaired.repaired.map(({ path }) => path).sort());
    expect(filesIn(folder)).toEqual(before);
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['mixed line ends', (text: string) => text.replace('\n\n', '\r\n\n')],
    ['no line end at the end', (text: string) => text.trimEnd()],
    ['characters beyond the first plane', (text: string) => text.replaceAll('lamp', '🏮𠮷')],
  ])('restores a note with %s', (_, made) => {
    const folder = folderOf({ 'a.md': made(article('A lamp')) });
    const before = filesIn(folder);
    expect(runJson<RepairJson>('repair', folder).repaired).toHaveLength(1);
    expect(runJson<UndoJson>('undo', folder).restored).toEqual(['a.md']);
    expect(filesIn(folder)).toEqual(before);
  });

  test('prints what it did', () => {
    const folder = folderOf({ 'a.md': article('A') });
    const { run: id } = runJson<RepairJson>('repair', folder);
    expect(run('undo', folder)).toEqual({
      ...{ code: 0, err: '', out: `Undid run ${id}: 1 note restored.\n` },
    });
  });

  test('undoes the later of two runs, and then the earlier', () => {
    const folder = sampleCopy();
    const start = filesIn(folder);
    runJson<RepairJson>('repair', folder, '--only', 'dates');
    const between = filesIn(folder);
    runJson<RepairJson>('repair', folder);
    runJson<UndoJson>('undo', folder);
    expect(filesIn(folder)).toEqual(between);
    runJson<UndoJson>('undo', folder);
    expect(filesIn(folder)).toEqual(start);
  });

  test('detects which run is the later one, however close they are', () => {
    const results = Array.from({ length: 6 }, () => {
      const folder = folderOf({ 'a.md': article('A') });
      runJson<RepairJson>('repair', folder, '--only', 'dates');
      const { run: later } = runJson<RepairJson>('repair', folder, '--only', 'draft-flag');
      return runJson<UndoJson>('undo', folder).run === later;
    });
    expect(results).toEqual(results.map(() => true));
  });

  test('--run undoes an earlier run in notes that no later run changed', () => {
    const folder = folderOf({ 'a.md': article('A'), 'b.md': article('B') });
    const earlier = runJson<RepairJson>('repair', folder, '--only', 'dates');
    put(folder, 'c.md', article('C'));
    put(folder, 'a.md', `${textOf(folder, 'a.md')}\nA thought of mine.\n`);
    const later = runJson<RepairJson>('repair', folder, '--only', 'dates');
    expect(later.repaired.map(({ path }) => path)).toEqual(['c.md']);
    expect(runJson<UndoJson>('undo', folder, '--run', earlier.run ?? '')).toEqual({
      schema: 1,
      run: earlier.run,
      restored: ['b.md'],
      left: [{ path: 'a.md', reason: 'changed-since' }],
    });
    expect(textOf(folder, 'b.md')).toBe(article('B'));
    expect(textOf(folder, 'a.md')).toContain('A thought of mine.');
    expect(textOf(folder, 'c.md')).toContain('2024-03-20T18:15:30');
  });

  test('a second time there is nothing to undo', () => {
    const folder = folderOf({ 'a.md': article('A') });
    run('repair', folder);
    run('undo', folder);
    expect(run('undo', folder)).toEqual({
      ...{ code: 2, out: '', err: `error: nothing to undo in ${folder}\n` },
    });
    expect(textOf(folder, 'a.md')).toBe(article('A'));
  });

  test('a second time with --run changes nothing', () => {
    const folder = folderOf({ 'a.md': article('A') });
    const { run: id } = runJson<RepairJson>('repair', folder);
    runJson<UndoJson>('undo', folder, '--run', id ?? '');
    const again = runJson<UndoJson>('undo', folder, '--run', id ?? '');
    expect(again).toEqual({ schema: 1, run: id, restored: [], left: [] });
    expect(textOf(folder, 'a.md')).toBe(article('A'));
  });

  test('notes can be repaired again after undo', () => {
    const folder = folderOf({ 'a.md': article('A') });
    run('repair', folder);
    run('undo', folder);
    expect(runJson<RepairJson>('repair', folder).repaired).toHaveLength(1);
    expect(textOf(folder, 'a.md')).toBe(repairedArticle('A'));
  });

  test('no such run', () => {
    const folder = folderOf({ 'a.md': article('A') });
    run('repair', folder);
    const { code, err } = run('undo', folder, '--run', '../../a');
    expect({ code, err }).toEqual({ code: 2, err: 'error: no such run: ../../a\n' });
  });

  test('a run is still found after the folder has become a vault', () => {
    const folder = folderOf({ 'a.md': article('A') });
    run('repair', folder);
    put(folder, '.obsidian/app.json', '{}');
    expect(run('undo', folder).code).toBe(0);
    expect(textOf(folder, 'a.md')).toBe(article('A'));
  });

  test('the command that a run prints does what it says, in a folder with a space and a quote', () => {
    const folder = `${folderOf({ "It's mine/a.md": article('A') })}/It's mine`;
    const { out } = run('repair', folder);
    const command = /Undo: {2}(.*)\n/.exec(out)?.[1] ?? '';
    const shell = runProgram('sh', ['-c', command]);
    expect(shell.err).toBe('');
    expect(textOf(folder, 'a.md')).toBe(article('A'));
  });
});

describe('--zone', () => {
  const dated = (saved: string): string => folderOf({ 'a.md': article('A', { saved }) });
  const written = (folder: string): string =>
    /date_saved: (.*)/.exec(textOf(folder, 'a.md'))?.[1] ?? '';

  test.each([
    ['Asia/Shanghai', '2024-03-21T02:15:30'],
    ['America/New_York', '2024-03-20T14:15:30'],
    ['UTC', '2024-03-20T18:15:30'],
    ['system', '2024-03-20T18:15:30'],
  ])('a date with a zone is shown as in %s', (zone, expected) => {
    const folder = dated('2024-03-20T18:15:30.000Z');
    run('repair', folder, '--zone', zone);
    expect(written(folder)).toBe(expected);
  });

  test('a date without a zone stays a local time', () => {
    const folder = dated('2024-03-20 18:15:30');
    run('repair', folder, '--zone', 'Asia/Shanghai');
    expect(written(folder)).toBe('2024-03-20T18:15:30');
  });

  test('auto detects the zone from saved dates and timestamps, uses it, and says so', () => {
    const folder = sampleCopy();
    put(folder, 'Omnivore/Zoned.md', article('Zoned', { saved: '2024-03-20T18:15:30Z' }));
    const { out, err } = run('repair', folder, '--zone', 'auto', '--json');
    expect(err).toMatch(/^Zone: Asia\/Shanghai \(\d+ of \d+ saved dates agree\)\n$/);
    expect(JSON.parse(out)).toMatchObject({ schema: 1 });
    expect(textOf(folder, 'Omnivore/Zoned.md')).toContain('date_saved: 2024-03-21T02:15:30');
  });

  test('auto keeps each date’s zone if the notes don’t show one, and says so', () => {
    const { code, err } = run('scan', folderOf({ 'a.md': 'Nothing.\n' }), '--zone', 'auto');
    expect({ code, err }).toEqual({
      ...{ code: 0, err: 'Zone: not detected; dates keep the zone that they name\n' },
    });
  });
});

describe('draft flags', () => {
  test('stay until a publisher is chosen, and the output says how to choose', () => {
    const folder = folderOf({ 'a.md': article('A'), 'b.md': article('B') });
    const { code, out } = runUndecided('repair', folder);
    expect(code).toBe(0);
    expect(textOf(folder, 'a.md')).toContain('draft: true\n');
    expect(out).toContain('2 drafts are not changed');
    expect(out).toContain('--publish-with hugo');
    expect(out).not.toContain('your attention');
    const scan = runUndecided('scan', folder, '--json');
    expect(scan.out).toContain('"reason":"no-publisher"');
  });

  test.each([
    ['quartz', 'draft: false\n'],
    ['remove', '18:15:30\n---'],
    ['jekyll', 'draft: true\n'],
  ])('with --publish-with %s', (publisher, expected) => {
    const folder = folderOf({ 'a.md': article('A') });
    const only = ['--only', 'draft-flag'];
    expect(runUndecided('repair', folder, ...only, '--publish-with', publisher).code).toBe(0);
    expect(textOf(folder, 'a.md')).toContain(expected);
  });

  test('with other repairs named, --publish-with adds them', () => {
    const folder = folderOf({ 'a.md': article('A') });
    runUndecided('repair', folder, '--only', 'dates', '--publish-with', 'hugo');
    expect(textOf(folder, 'a.md')).toContain('2024-03-20T18:15:30\ndraft: false\n');
  });

  test('with an unknown publisher, lists the known ones', () => {
    const { code, err } = runUndecided('repair', folderOf({}), '--publish-with', 'constructor');
    expect(code).toBe(2);
    expect(err).toContain(
      'There are: hugo, quartz, quartz-explicit, jekyll, hexo, astro, eleventy,',
    );
  });
});

describe('--config', () => {
  const withConfig = (config: object, text = article('A')): string => {
    const settings = { draftFlag: { preset: 'hugo' }, ...config };
    const folder = folderOf({ 'config.json': JSON.stringify(settings), 'a.md': text });
    const { code, err } = run('repair', folder, '--config', join(folder, 'config.json'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return textOf(folder, 'a.md');
  };

  test.each([
    ['a date format', { dates: { format: 'date' } }, 'date_saved: 2024-03-20\n'],
    [
      'a pattern',
      { dates: { format: 'custom', pattern: 'dd.MM.yyyy' } },
      'date_saved: 20.03.2024\n',
    ],
    ['a preset', { draftFlag: { preset: 'remove' } }, '18:15:30\n---'],
    ['nothing about publishing', { draftFlag: {} }, 'draft: true\n'],
    ['a repair that is off', { repairs: { 'draft-flag': false } }, 'draft: true\n'],
    ['an excluded folder', { excludedFolders: ['a.md'] }, 'draft: true\n'],
    ['an included folder', { folders: ['Elsewhere'] }, 'draft: true\n'],
    ['the whole vault as a folder', { folders: ['/'] }, 'draft: false\n'],
    ['nothing', {}, 'draft: false\n'],
  ])('%s', (_, config, expected) => {
    expect(withConfig(config)).toContain(expected);
  });

  test('custom property names are dates', () => {
    const text = article('A').replace('date_saved', 'gemerkt');
    expect(withConfig({ dateProperties: ['gemerkt'] }, text)).toContain(
      'gemerkt: 2024-03-20T18:15:30',
    );
  });

  test('keeps the time of a note’s last change if asked', () => {
    const folder = folderOf({
      'config.json': '{"keepModified":true,"draftFlag":{"preset":"hugo"}}',
      'a.md': article('A'),
    });
    const then = new Date('2024-04-01T12:00:00Z');
    utimesSync(join(folder, 'a.md'), then, then);
    const { 'a.md': before } = timesIn(folder);
    run('repair', folder, '--config', join(folder, 'config.json'));
    expect(textOf(folder, 'a.md')).toBe(repairedArticle('A'));
    expect(timesIn(folder)['a.md']).toBe(before);
  });

  test('flags override it', () => {
    const folder = folderOf({
      'config.json': '{"dates":{"zone":"Asia/Tokyo"},"repairs":{"dates":false}}',
      'a.md': article('A', { saved: '2024-03-20T18:15:30Z' }),
    });
    const config = ['--config', join(folder, 'config.json')];
    run('repair', folder, ...config, '--zone', 'Europe/Paris', '--only', 'dates');
    expect(textOf(folder, 'a.md')).toContain('date_saved: 2024-03-20T19:15:30\ndraft: true');
  });
});

test('--help and --version end with 0 and print their text', () => {
  const help = run('--help');
  expect(help).toMatchObject({ code: 0, err: '' });
  for (const command of ['scan', 'repair', 'undo', 'history', 'show'])
    expect(help.out).toContain(command);
  expect(run('repair', '--help').out).toContain('--dry-run');
  expect(run('--version')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});

test('the original plugin’s settings are not read', () => {
  const folder = folderOf({
    '.obsidian/plugins/obsidian-omnivore/data.json': JSON.stringify({
      apiKey: 'never-show-this',
      folder: 'Saved/{{{date}}}',
      frontMatterVariables: ['date_saved::gemerkt'],
    }),
    'Saved/a.md': article('A').replace('date_saved', 'gemerkt'),
  });
  const { out, err } = run('repair', folder);
  expect(textOf(folder, 'Saved/a.md')).toContain('gemerkt: 2024-03-20 18:15:30');
  expect(out + err).not.toContain('never-show-this');
});
