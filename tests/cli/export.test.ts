import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import {
  article,
  BUILT,
  folderOf,
  manyArticles,
  newFolder,
  put,
  removeFolders,
  runProgram,
  runUndecided,
} from './command-line';

afterAll(removeFolders);

const VAULT = () =>
  folderOf({
    'A.md': article('A lamp'),
    'B.md': article('B, "quoted"').replace('5d1b3c1a', '6d1b3c1a').replace('/lamp', '/b'),
    'Own.md': 'my own note',
  });

test('prints a reading list of all saved articles', () => {
  const { code, out, err } = runUndecided('export', VAULT(), '--to', 'csv');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const rows: unknown = parseCsv(out, { columns: true });
  expect(rows).toMatchObject([
    { Title: 'A lamp', URL: 'https://keepers.example.org/lamp', Location: 'new' },
    { Title: 'B, "quoted"', URL: 'https://keepers.example.org/b' },
  ]);
});

test('writes a new file, and never over an existing one', () => {
  const vault = VAULT();
  const file = join(newFolder(), 'list.html');
  const { code, out, err } = runUndecided('export', vault, '--to', 'bookmarks', '--output', file);
  expect({ code, out, err }).toEqual({ code: 0, out: '', err: `2 articles written to ${file}.\n` });
  expect(readFileSync(file, 'utf8')).toContain('>A lamp</A>');
  writeFileSync(file, 'mine');
  const again = runUndecided('export', vault, '--to', 'bookmarks', '--output', file);
  expect(again).toEqual({ code: 2, out: '', err: `error: there is a file already: ${file}\n` });
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('an export as Omnivore’s metadata can be imported again: each article is found', () => {
  const vault = VAULT();
  const folder = newFolder();
  const file = join(folder, 'reading-list.json');
  runUndecided('export', vault, '--to', 'omnivore', '--output', file);
  const known = runUndecided('import', file, vault, '--only', 'create', '--json');
  expect(JSON.parse(known.out)).toMatchObject({ created: [], left: [], failed: [] });
  mkdirSync(join(folder, 'new'));
  put(folder, 'new/x.md', 'my own note');
  const made = runUndecided('import', file, join(folder, 'new'), '--json');
  expect(JSON.parse(made.out)).toMatchObject({
    created: [expect.stringMatching(/\/A lamp\.md$/), expect.stringMatching(/\/B, -quoted-\.md$/)],
  });
  const again = runUndecided('export', join(folder, 'new'), '--to', 'omnivore');
  const titles = (text: string): unknown =>
    (JSON.parse(text) as { title: string; url: string; id: string; savedAt: string }[])
      .map(({ title, url, id, savedAt }) => ({ title, url, id, savedAt: savedAt.slice(0, 19) }))
      .sort((a, b) => (a.title < b.title ? -1 : 1));
  expect(titles(again.out)).toEqual(titles(readFileSync(file, 'utf8')));
});

test('a list into a folder that does not exist is refused', () => {
  const file = join(newFolder(), 'none', 'list.csv');
  const { code, err } = runUndecided('export', VAULT(), '--to', 'csv', '--output', file);
  expect({ code, err }).toEqual({
    code: 2,
    err: `error: can’t write ${file}: its folder does not exist\n`,
  });
});

test('if the disk is full, no part of a list stays', () => {
  const link = join(newFolder(), 'list.csv');
  const script = `mount -t tmpfs -o size=64k none /mnt && dd if=/dev/zero of=/mnt/filler bs=4096 count=15 2>/dev/null;
    "$0" "$1" export "$2" --to csv --output /mnt/list.csv; echo $? > "$3"; ls /mnt >> "$3"`;
  const folder = folderOf(manyArticles(200));
  const args = [process.execPath, BUILT, folder, link];
  const { code } = runProgram('unshare', ['-rm', 'sh', '-c', script, ...args]);
  // Without permission to mount, there is nothing to see.
  if (code === 0) expect(readFileSync(link, 'utf8')).toBe('2\nfiller\n');
});

test('an unknown format is reported', () => {
  const { code, err } = runUndecided('export', VAULT(), '--to', 'opml');
  expect(code).toBe(2);
  expect(err).toContain('omnivore, bookmarks, csv, markdown');
});
