import { chmodSync, mkdirSync, readFileSync, statSync, unlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { diskStore } from '../../../src/cli/fs/disk-store.mts';
import { hash } from '../../../src/core/text/hash';
import { filesIn, folderOf, put, removeFolders } from '../command-line';

afterAll(removeFolders);

const OPTIONS = { folders: [], excludedFolders: [], keepModified: false };

test('lists the notes that the options ask for', async () => {
  const folder = folderOf({ 'a.md': '', 'b/c.md': '', 'b/d.txt': '' });
  expect(await diskStore(folder, { ...OPTIONS, excludedFolders: ['a.md'] }).list()).toEqual([
    'b/c.md',
  ]);
});

describe('reading only what may be a saved article', () => {
  const related = '#Omnivore\n拉面之旅\n';

  test('an ordinary note is not decoded', async () => {
    const store = diskStore(folderOf({ 'a.md': 'a walk', 'b.md': related }), OPTIONS);
    expect(await store.readIfRelated?.('a.md')).toBeNull();
    expect(await store.readIfRelated?.('b.md')).toEqual({ kind: 'text', text: related });
    await expect(store.readIfRelated?.('c.md')).rejects.toThrow('no longer there');
  });

  test('a note’s text stays the same while others are read', async () => {
    const folder = folderOf({
      'a.md': related,
      'b.md': `${related}b`,
      'c.md': 'x'.repeat(300_000),
    });
    const store = diskStore(folder, OPTIONS);
    const a = await store.readIfRelated?.('a.md');
    for (const path of ['b.md', 'c.md']) await store.readIfRelated?.(path);
    expect(a).toEqual({ kind: 'text', text: related });
    expect(store.hash?.('a.md', related)).toBe(hash(related));
    expect(await store.replace('a.md', related, 'new')).toBe('replaced');
  });
});

describe('reading', () => {
  test.each([
    ['plain', 'a\r\nb\n'],
    ['with a byte order mark', '\ufeffa\n'],
    ['beyond the first plane', '🏮𠮷\n'],
    ['with zeros', 'a\0b'],
    ['empty', ''],
  ])('a text %s is the text', async (_, text) => {
    const folder = folderOf({ 'a.md': text });
    expect(await diskStore(folder, OPTIONS).read('a.md')).toEqual({ kind: 'text', text });
  });

  test.each([
    ['Latin-1', Buffer.from('Caf\u00e9', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffCafé', 'utf16le')],
    ['a surrogate', Buffer.from([0xed, 0xa0, 0x80])],
    ['a character that is cut off', Buffer.from('é').subarray(0, 1)],
    ['an overlong encoding', Buffer.from([0xc0, 0xaf])],
  ])('%s is reported as not UTF-8', async (_, bytes) => {
    const folder = folderOf({ 'a.md': bytes });
    expect(await diskStore(folder, OPTIONS).read('a.md')).toMatchObject({ kind: 'invalid-utf8' });
  });

  test('a missing file and a folder are each reported in a sentence', async () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'x.md'));
    const store = diskStore(folder, OPTIONS);
    await expect(store.read('a.md')).rejects.toThrow('The file is no longer there.');
    await expect(store.read('x.md')).rejects.toThrow('It is a folder.');
  });
});

describe('replacing', () => {
  test.each([
    ['plain', 'one\n', 'two, longer\n'],
    ['by a shorter one', 'a long text\n', ''],
    ['with all there is', '\ufeffé🏮\r\n', '\ufeff🏮é\n\r\n\0'],
  ])('a text %s', async (_, before, after) => {
    const folder = folderOf({ 'Shelf/a.md': before });
    const store = diskStore(folder, OPTIONS);
    expect(await store.replace('Shelf/a.md', before, after)).toBe('replaced');
    expect(filesIn(folder)).toEqual({ 'Shelf/a.md': Buffer.from(after).toString('latin1') });
  });

  test.each([0o644, 0o600, 0o664, 0o755, 0o200 | 0o400, 0o666])(
    'keeps the mode %o',
    async (mode) => {
      const folder = folderOf({ 'a.md': 'one' });
      chmodSync(join(folder, 'a.md'), mode);
      await diskStore(folder, OPTIONS).replace('a.md', 'one', 'two');
      expect(statSync(join(folder, 'a.md')).mode & 0o7777).toBe(mode);
    },
  );

  test.each([
    [true, '2024-04-01T12:00:00.000Z'],
    [false, 'another'],
  ])('with keepModified %s the time of the last change is %s', async (keepModified, expected) => {
    const folder = folderOf({ 'a.md': 'one' });
    const then = new Date('2024-04-01T12:00:00Z');
    utimesSync(join(folder, 'a.md'), then, then);
    await diskStore(folder, { ...OPTIONS, keepModified }).replace('a.md', 'one', 'two');
    const now = statSync(join(folder, 'a.md')).mtime.toISOString();
    expect(now === then.toISOString() ? now : 'another').toBe(expected);
  });

  test.each([
    ['other text', 'one more'],
    ['text of the same length', 'eno'],
    ['nothing', ''],
    ['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0xfd])],
  ])('does not if the note now contains %s', async (_, now) => {
    const folder = folderOf({ 'a.md': 'one' });
    const store = diskStore(folder, OPTIONS);
    await store.read('a.md');
    put(folder, 'a.md', now);
    expect(await store.replace('a.md', 'one', 'two')).toBe('changed-meanwhile');
    expect(readFileSync(join(folder, 'a.md')).equals(Buffer.from(now))).toBe(true);
    expect(Object.keys(filesIn(folder))).toEqual(['a.md']);
  });

  test('does not restore a deleted note', async () => {
    const folder = folderOf({ 'a.md': 'one' });
    const store = diskStore(folder, OPTIONS);
    await store.read('a.md');
    unlinkSync(join(folder, 'a.md'));
    expect(await store.replace('a.md', 'one', 'two')).toBe('changed-meanwhile');
    expect(filesIn(folder)).toEqual({});
  });

  test('does not if the note is read-only', async () => {
    const folder = folderOf({ 'a.md': 'one' });
    chmodSync(join(folder, 'a.md'), 0o444);
    await expect(diskStore(folder, OPTIONS).replace('a.md', 'one', 'two')).rejects.toThrow(
      'The note is read-only.',
    );
    expect(filesIn(folder)).toEqual({ 'a.md': 'one' });
  });
});

test('hashes are the same as in other stores, also for texts not read here', async () => {
  const folder = folderOf({ 'a.md': 'é🏮' });
  const store = diskStore(folder, OPTIONS);
  await store.read('a.md');
  for (const text of ['é🏮', 'another', '\ufeff', '']) {
    expect(store.hash?.('a.md', text)).toBe(hash(text));
  }
});
