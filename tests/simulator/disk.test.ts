/** @jest-environment jsdom */
import { byteLength, decodeUtf8, encodeUtf8 } from './bytes';
import { DataAdapter } from './data-adapter';
import { Disk } from './disk';

function diskWith(files: Record<string, string>): { disk: Disk; adapter: DataAdapter } {
  const disk = new Disk();
  for (const [path, text] of Object.entries(files)) disk.seed(path, text);
  return { disk, adapter: new DataAdapter(disk, 'test') };
}

test.each([
  ['plain', 5],
  ['é', 2],
  ['漢', 3],
  ['🦉', 4],
  ['\ud800', 3],
])('the size of %j is %d bytes', (text, bytes) => {
  expect(byteLength(text)).toBe(bytes);
  expect(encodeUtf8(text)).toHaveLength(bytes);
});

test('bytes and text are turned into each other', () => {
  expect(decodeUtf8(encodeUtf8('aé漢🦉'))).toBe('aé漢🦉');
  expect(decodeUtf8(Uint8Array.from([0x61, 0xff, 0xc3, 0x62]))).toBe('a\ufffd\ufffdb');
});

test('a file is written, added to, moved and removed, in the hidden folder too', async () => {
  const { adapter } = diskWith({ '.obsidian/app.json': '{}' });
  await adapter.mkdir('.obsidian/plugins/tiny/journal');
  const path = '.obsidian/plugins/tiny/journal/1.jsonl';
  await adapter.write(path, 'one\n');
  await adapter.append(path, 'two\n');
  await adapter.rename(path, '.obsidian/plugins/tiny/journal/2.jsonl');
  expect(await adapter.list('.obsidian/plugins/tiny')).toEqual({
    files: [],
    folders: ['.obsidian/plugins/tiny/journal'],
  });
  expect(await adapter.read('.obsidian/plugins/tiny/journal/2.jsonl')).toBe('one\ntwo\n');
  await adapter.remove('.obsidian/plugins/tiny/journal/2.jsonl');
  expect(await adapter.exists('.obsidian/plugins/tiny/journal/2.jsonl')).toBe(false);
  expect(await adapter.stat('.obsidian/plugins/tiny/journal/2.jsonl')).toBeNull();
});

test.each([
  ['reading', (adapter: DataAdapter) => adapter.read('none.md')],
  ['removing', (adapter: DataAdapter) => adapter.remove('none.md')],
  ['listing', (adapter: DataAdapter) => adapter.list('none')],
  ['writing into a folder', (adapter: DataAdapter) => adapter.write('none/a.md', '')],
])('%s what is not there is ENOENT', async (_what, act) => {
  const { adapter } = diskWith({});
  await expect(act(adapter)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('nothing is moved onto another file', async () => {
  const { adapter } = diskWith({ 'a.md': 'a', 'b.md': 'b' });
  await expect(adapter.rename('a.md', 'b.md')).rejects.toThrow('Destination file already exists!');
  expect(await adapter.read('b.md')).toBe('b');
});

test('a disk can be slow', async () => {
  const { disk, adapter } = diskWith({ 'a.md': 'a' });
  disk.faults.readDelay = 30;
  const start = performance.now();
  await adapter.read('a.md');
  expect(performance.now() - start).toBeGreaterThanOrEqual(28);
});

test('a path can refuse, until it is cleared', async () => {
  const { disk, adapter } = diskWith({ 'a.md': 'a' });
  disk.faults.failWrites('a.md');
  await expect(adapter.write('a.md', 'b')).rejects.toMatchObject({ code: 'EACCES' });
  expect(disk.peek('a.md')).toBe('a');
  disk.faults.clear('a.md');
  await adapter.write('a.md', 'b');
  expect(disk.peek('a.md')).toBe('b');
});

test('a disk can be full', async () => {
  const { disk, adapter } = diskWith({ 'a.md': '1234567890' });
  disk.faults.capacity = 12;
  await adapter.write('b.md', '12');
  await expect(adapter.write('c.md', '1')).rejects.toMatchObject({ code: 'ENOSPC' });
  await adapter.write('a.md', '12345');
  await adapter.write('c.md', '1');
  expect([...disk.files.keys()]).toEqual(['a.md', 'b.md', 'c.md']);
});

test('after the machine went off nothing more is read or kept', async () => {
  const { disk, adapter } = diskWith({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' });
  disk.faults.quitAfter(1);
  await adapter.write('a.md', 'A');
  await expect(adapter.write('b.md', 'B')).rejects.toMatchObject({ code: 'EQUIT' });
  await expect(adapter.write('c.md', 'C')).rejects.toMatchObject({ code: 'EQUIT' });
  await expect(adapter.read('a.md')).rejects.toMatchObject({ code: 'EQUIT' });
  expect([disk.peek('a.md'), disk.peek('b.md'), disk.peek('c.md')]).toEqual(['A', 'b', 'c']);
});

test('the last line of what is added can be torn', async () => {
  const { disk, adapter } = diskWith({ log: 'one\n' });
  disk.faults.quitAfter(1, { torn: true });
  await adapter.append('log', 'two\n');
  await expect(adapter.append('log', 'three!')).rejects.toMatchObject({ code: 'EQUIT' });
  expect(disk.peek('log')).toBe('one\ntwo\nthr');
});

test('reads and changes are counted by path', async () => {
  const { disk, adapter } = diskWith({ 'a.md': 'a', 'b.md': 'b' });
  await adapter.read('a.md');
  await adapter.process('a.md', (text) => `${text}!`);
  await adapter.process('b.md', (text) => text);
  expect(Object.fromEntries(disk.reads)).toEqual({ 'a.md': 2, 'b.md': 1 });
  expect(Object.fromEntries(disk.writes)).toEqual({ 'a.md': 1 });
});

test('what a process reads and writes nobody else of the app comes between', async () => {
  const { disk, adapter } = diskWith({ 'a.md': '0' });
  disk.faults.readDelay = disk.faults.writeDelay = 1;
  const add = (text: string): string => String(Number(text) + 1);
  const turns = Array.from({ length: 10 }, () => adapter.process('a.md', add));
  expect(await Promise.all(turns)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
});

test('a process that throws leaves the file and holds nobody up', async () => {
  const { disk, adapter } = diskWith({ 'a.md': 'a' });
  const thrown = adapter.process('a.md', () => {
    throw new Error('no');
  });
  const next = adapter.process('a.md', (text) => `${text}!`);
  await expect(thrown).rejects.toThrow('no');
  await next;
  expect(disk.peek('a.md')).toBe('a!');
});
