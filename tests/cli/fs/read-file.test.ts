import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { hasContent, openRegular, readRegular } from '../../../src/cli/fs/read-file.mts';
import { readJson } from '../../../src/cli/fs/read-json.mts';
import { folderOf, removeFolders, runProgram } from '../command-line';
import { actualFs, mockFs, mockReset } from './mock-fs';

jest.mock('node:fs', () => jest.requireActual<typeof import('./mock-fs')>('./mock-fs').mockedFs());

afterEach(mockReset);
afterAll(removeFolders);

const here = process.platform === 'win32' ? test.skip : test;

test('a regular file is read up to a size', () => {
  const file = join(folderOf({ a: 'é\0🏮' }), 'a');
  expect(readRegular(file, 7).toString()).toBe('é\0🏮');
  expect(() => readRegular(file, 6)).toThrow('It is larger than');
});

test.each([
  ['is read whole', 20, 'one, and more'],
  ['is not read beyond the size', 5, null],
])('a file that grows while it is read %s', (_, limit, text) => {
  const fs = actualFs();
  const file = join(folderOf({ a: 'one' }), 'a');
  mockFs.fstatSync = (handle: number): unknown => {
    const stats = fs.fstatSync(handle);
    fs.writeFileSync(file, 'one, and more');
    return stats;
  };
  const read = (): string => readRegular(file, limit).toString();
  if (text === null) expect(read).toThrow('It is larger than');
  else expect(read()).toBe(text);
});

describe('a file that is not regular is not read, and does not block', () => {
  here.each([
    ['a pipe', (at: string) => runProgram('mkfifo', [at]), 'It is not a regular file.'],
    ['a link to a device', (at: string) => symlinkSync('/dev/zero', at), 'ELOOP'],
    ['a link to a file', (at: string) => symlinkSync('b', at), 'ELOOP'],
    ['a device', null, 'It is not a regular file.'],
    ['a folder', (at: string) => mkdirSync(at), 'It is a folder.'],
    ['nothing', () => undefined, 'ENOENT'],
  ])('%s', (_, make, reason) => {
    const folder = folderOf({ b: 'b' });
    const file = make === null ? '/dev/null' : join(folder, 'a');
    make?.(file);
    expect(() => readRegular(file, 100)).toThrow(reason);
  });

  here.each([
    ['a pipe', (at: string) => runProgram('mkfifo', [at])],
    ['a link to a device', (at: string) => symlinkSync('/dev/zero', at)],
  ])('as settings: %s', (_, make) => {
    const file = join(folderOf({}), 'data.json');
    make(file);
    expect(() => readJson(file)).toThrow('can’t be read: it is not a regular file');
  });
});

test('settings are read if they are a file, also through a link', () => {
  const folder = folderOf({ 'data.json': '\ufeff{"folders":["Read"]}', 'torn.json': '{' });
  symlinkSync('data.json', join(folder, 'link.json'));
  for (const name of ['data.json', 'link.json']) {
    expect(readJson(join(folder, name))).toEqual({ folders: ['Read'] });
  }
  expect(readJson(join(folder, 'none.json'))).toBeUndefined();
  expect(() => readJson(join(folder, 'torn.json'))).toThrow('is not valid JSON');
});

test.each([0, 1, 65535, 65536, 65537, 200_000])(
  'a file of %d bytes is compared in pieces',
  (size) => {
    const fs = actualFs();
    const text = Buffer.alloc(size, 'abc');
    const file = join(folderOf({ a: text }), 'a');
    const handle = openRegular(file);
    expect(hasContent(handle, text)).toBe(true);
    expect(hasContent(handle, Buffer.concat([text, Buffer.from('d')]))).toBe(false);
    if (size > 0) {
      expect(hasContent(handle, text.subarray(1))).toBe(false);
      expect(hasContent(handle, text.subarray(0, -1))).toBe(false);
      const other = Buffer.from(text);
      other[size - 1] = 0;
      expect(hasContent(handle, other)).toBe(false);
    }
    fs.closeSync(handle);
  },
);
