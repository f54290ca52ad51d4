/** @jest-environment jsdom */
import './obsidian';
import { Disk } from './disk';
import type { App } from './app';
import { FileManager } from './file-manager';
import { TFile, TFolder } from './files';
import { MetadataCache } from './metadata-cache';
import { settle } from './user';
import { Vault } from './vault';

interface Opened {
  readonly vault: Vault;
  readonly cache: MetadataCache;
  readonly log: string[];
  readonly file: (path: string) => TFile;
}

function open(files: Record<string, string>): Opened {
  const disk = new Disk();
  disk.now = () => 1_700_000_000_000;
  for (const [path, text] of Object.entries(files)) disk.seed(path, text);
  const vault = new Vault(disk);
  const cache = new MetadataCache(vault);
  vault.load();
  cache.start();
  const log: string[] = [];
  for (const name of ['create', 'modify', 'delete'] as const) {
    vault.on(name, (file: TFile) => log.push(`${name} ${file.path}`));
  }
  vault.on('rename', (file: TFile, from: string) => log.push(`rename ${from} ${file.path}`));
  cache.on('changed', (file: TFile, data: string) => log.push(`changed ${file.path} ${data}`));
  cache.on('deleted', (file: TFile) => log.push(`deleted ${file.path}`));
  const file = (path: string): TFile => {
    const found = vault.getFileByPath(path);
    if (!found) throw new Error(`no ${path}`);
    return found;
  };
  return { vault, cache, log, file };
}

test('the tree shows what is visible', () => {
  const { vault } = open({ 'a.md': '', 'F/G/b.MD': '', '.obsidian/x.json': '', 'F/c.png': '' });
  expect(vault.getFiles().map((file) => file.path)).toEqual(['a.md', 'F/G/b.MD', 'F/c.png']);
  expect(vault.getMarkdownFiles().map((file) => file.basename)).toEqual(['a', 'b']);
  expect(vault.getAllFolders().map((folder) => folder.path)).toEqual(['F', 'F/G']);
  expect(vault.getAllFolders(true)).toHaveLength(3);
  expect(vault.getRoot().children.map((child) => child.path)).toEqual(['F', 'a.md']);
  expect(vault.getAbstractFileByPath('F/G')).toBeInstanceOf(TFolder);
  expect(vault.getFileByPath('F/G')).toBeNull();
  const seen: string[] = [];
  Vault.recurseChildren(vault.getRoot(), (found) => seen.push(found.path));
  expect(seen).toEqual(['/', 'F', 'F/G', 'F/G/b.MD', 'F/c.png', 'a.md']);
});

test('the size is in bytes, and the times are the clock’s or those asked for', async () => {
  const { vault, file } = open({ 'a.md': 'é' });
  expect(file('a.md').stat).toEqual({
    ctime: 1_700_000_000_000,
    mtime: 1_700_000_000_000,
    size: 2,
  });
  await vault.modify(file('a.md'), '漢漢');
  expect(file('a.md').stat).toEqual({
    ctime: 1_700_000_000_000,
    mtime: 1_700_000_000_001,
    size: 6,
  });
  await vault.process(file('a.md'), (text) => `${text}.`, { ctime: 5, mtime: 7 });
  expect(file('a.md').stat).toEqual({ ctime: 5, mtime: 7, size: 7 });
});

test('the event comes while the change is under way, not within the call', async () => {
  const { vault, log, file } = open({ 'a.md': 'a' });
  const change = vault.modify(file('a.md'), 'b');
  expect(log).toEqual([]);
  await change;
  expect(log).toEqual(['modify a.md']);
  await settle();
  expect(log).toEqual(['modify a.md', 'changed a.md b']);
});

test('changes wait for each other in the whole vault, also after one that failed', async () => {
  const { vault, log, file } = open({ 'a.md': 'a', 'b.md': 'b' });
  vault.faults.writeDelay = 5;
  vault.faults.failWrites('a.md');
  const first = vault.modify(file('a.md'), 'A').catch(() => log.push('failed a.md'));
  const second = vault.process(file('b.md'), (text) => {
    log.push('process b.md');
    return `${text}!`;
  });
  await Promise.all([first, second]);
  expect(log.slice(0, 3)).toEqual(['failed a.md', 'process b.md', 'modify b.md']);
});

test('a process that changes nothing writes nothing and fires no event', async () => {
  const { vault, log, file } = open({ 'a.md': 'a' });
  const before = file('a.md').stat;
  expect(await vault.process(file('a.md'), (text) => text, { mtime: 1 })).toBe('a');
  await settle();
  expect(log).toEqual([]);
  expect(vault.disk.writes.size).toBe(0);
  expect(file('a.md').stat).toEqual(before);
});

test('a file can change between a read and the process after it', async () => {
  const { vault, log, file } = open({ 'a.md': 'a' });
  vault.faults.changeAfterRead('a.md', 'from another device');
  const seen = await vault.read(file('a.md'));
  const after = await vault.process(file('a.md'), (now) => (now === seen ? 'mine' : now));
  expect([seen, after]).toEqual(['a', 'from another device']);
  await settle();
  expect(log).toEqual(['modify a.md', 'changed a.md from another device']);
});

test('new files and links follow the settings of the user', () => {
  const { vault, file } = open({ 'F/a b.md': '', 'F/G/c.md': '', 'a b.md': '' });
  const manager = new FileManager({ vault, metadataCache: new MetadataCache(vault) } as App);
  const parent = (): string => manager.getNewFileParent('F/G/c.md', 'New.md').path;
  const link = (): string => manager.generateMarkdownLink(file('F/a b.md'), 'F/G/c.md', '', 'A');
  expect([parent(), link()]).toEqual(['/', '[[F/a b|A]]']);
  vault.setConfig('newFileLocation', 'current');
  vault.setConfig('newLinkFormat', 'relative');
  expect([parent(), link()]).toEqual(['F/G', '[[../a b|A]]']);
  vault.setConfig('newFileLocation', 'folder');
  vault.setConfig('newFileFolderPath', 'F');
  vault.setConfig('useMarkdownLinks', true);
  expect([parent(), link()]).toEqual(['F', '[A](../a%20b.md)']);
});

test('creating needs its folder and a free name', async () => {
  const { vault, log } = open({ 'a.md': 'a' });
  await expect(vault.create('a.md', '')).rejects.toThrow('File already exists.');
  await expect(vault.create('F/b.md', '')).rejects.toMatchObject({ code: 'ENOENT' });
  await vault.createFolder('F/G');
  await expect(vault.createFolder('F')).rejects.toThrow('Folder already exists.');
  const file = await vault.create('F/G/b.md', 'b');
  expect(file.parent?.path).toBe('F/G');
  expect(log).toEqual(['create F', 'create F/G', 'create F/G/b.md']);
});

test('a folder is moved with its files, which stay the same objects', async () => {
  const { vault, log, file } = open({ 'F/a.md': 'a', 'F/G/b.md': 'b', 'c.md': 'c' });
  const b = file('F/G/b.md');
  const folder = vault.getFolderByPath('F');
  await vault.rename(folder ?? vault.getRoot(), 'H');
  expect([b.path, b.name, b.parent?.path]).toEqual(['H/G/b.md', 'b.md', 'H/G']);
  expect(vault.getAbstractFileByPath('F')).toBeNull();
  expect(log.sort()).toEqual([
    'rename F H',
    'rename F/G H/G',
    'rename F/G/b.md H/G/b.md',
    'rename F/a.md H/a.md',
  ]);
  expect(await vault.read(b)).toBe('b');
});

test('a rename keeps what the cache knows and is no change', async () => {
  const { vault, cache, log, file } = open({ 'a.md': '---\nx: 1\n---\n' });
  await vault.rename(file('a.md'), 'b.md');
  await settle();
  expect(log).toEqual(['rename a.md b.md']);
  expect(cache.getCache('a.md')).toBeNull();
  expect(cache.getCache('b.md')?.frontmatter).toEqual({ x: 1 });
});

test('deleting fires events of the vault and the cache', async () => {
  const { vault, log, file } = open({ 'a.md': 'a', 'b.md': 'b' });
  const a = file('a.md');
  await vault.delete(a);
  await vault.trash(file('b.md'), false);
  expect(a.deleted).toBe(true);
  expect(vault.disk.peek('.trash/b.md')).toBe('b');
  expect(log).toEqual(['deleted a.md', 'delete a.md', 'deleted b.md', 'delete b.md']);
});

test('the cache answers as before until it fires its event', async () => {
  const { vault, cache, file } = open({ 'a.md': '---\nx: 1\n---\n' });
  const a = file('a.md');
  await vault.modify(a, '---\nx: 2\n---\n');
  expect(cache.getFileCache(a)?.frontmatter).toEqual({ x: 1 });
  await settle();
  expect(cache.getFileCache(a)?.frontmatter).toEqual({ x: 2 });
});

test('changes by other programs fire events', async () => {
  const { vault, log } = open({ 'a.md': 'a' });
  await vault.disk.writeFromOutside('a.md', 'A');
  await vault.disk.writeFromOutside('N/b.md', 'b');
  await vault.disk.removeFromOutside('a.md');
  await vault.disk.writeFromOutside('.obsidian/app.json', '{}');
  expect(log).toEqual(['modify a.md', 'create N', 'create N/b.md', 'deleted a.md', 'delete a.md']);
});

test('a cached read goes to the disk only after a change', async () => {
  const { vault, file } = open({ 'a.md': 'a' });
  await vault.cachedRead(file('a.md'));
  await vault.cachedRead(file('a.md'));
  expect(vault.disk.reads.get('a.md')).toBe(1);
  await vault.modify(file('a.md'), 'b');
  expect(await vault.cachedRead(file('a.md'))).toBe('b');
  expect(vault.disk.reads.get('a.md')).toBe(2);
});
