import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import {
  article,
  filesIn,
  folderOf,
  put,
  removeFolders,
  repairedArticle,
  textOf,
  timesIn,
  HUGO,
} from './command-line';
import { printSkipped, ordinaryUser } from './ordinary-user';

afterAll(removeFolders);
jest.setTimeout(60_000);

const runAsOrdinary = ordinaryUser();

/** A folder in which everybody may write. */
function openFolder(files: Readonly<Record<string, string>>): string {
  const folder = folderOf(files);
  chmodSync(folder, 0o777);
  for (const path of Object.keys(files)) chmodSync(join(folder, path), 0o666);
  return folder;
}

if (runAsOrdinary === null) printSkipped('permissions', 'no user here is bound by them');
else {
  describe('without permission', () => {
    test.each(['scan', 'repair', 'undo'])(
      'to read the folder: %s says so in one line',
      (command) => {
        const folder = openFolder({ 'a.md': article('A') });
        chmodSync(folder, 0o000);
        const ended = runAsOrdinary(command, folder);
        chmodSync(folder, 0o755);
        expect(ended).toEqual({
          code: 2,
          out: '',
          err: `error: can’t read ${folder}: no permission\n`,
        });
      },
    );

    test('to read a config', () => {
      const folder = openFolder({ 'config.json': '{}' });
      chmodSync(join(folder, 'config.json'), 0o000);
      const ended = runAsOrdinary('scan', folder, '--config', join(folder, 'config.json'));
      const err = `error: ${join(folder, 'config.json')} can’t be read: no permission\n`;
      expect(ended).toEqual({ code: 2, out: '', err });
    });

    test('to read a note: it is listed, and the others are repaired', () => {
      const folder = openFolder({ 'a.md': article('A'), 'b.md': article('B') });
      chmodSync(join(folder, 'a.md'), 0o000);
      expect(runAsOrdinary('scan', folder)).toMatchObject({
        ...{ code: 2, err: 'error: 1 note or folder could not be read\n' },
        out: expect.stringMatching(
          /^1 saved article in 1 note \(1 read\)\.$[^]*^ {2}a\.md: No permission\.$/m,
        ),
      });
      const { code, out, err } = runAsOrdinary('repair', folder, ...HUGO);
      expect({ code, err }).toEqual({
        code: 2,
        err: 'error: 1 note or folder could not be read or written\n',
      });
      expect(out).toContain('Failed: 1\n  a.md: No permission.\n');
      expect(textOf(folder, 'b.md')).toBe(repairedArticle('B'));
    });

    test('to list a folder inside: it is listed, and the others are repaired', () => {
      const folder = openFolder({ 'b.md': article('B') });
      put(folder, 'Closed/a.md', article('A'));
      chmodSync(join(folder, 'Closed'), 0o000);
      for (const args of [['scan'], ['repair', '--check'], ['repair']]) {
        const { code, out } = runAsOrdinary(args[0] ?? '', folder, ...args.slice(1), ...HUGO);
        expect(code).toBe(2);
        expect(out).toContain('Failed: 1\n  Closed: No permission.\n');
      }
      chmodSync(join(folder, 'Closed'), 0o755);
      expect(textOf(folder, 'b.md')).toBe(repairedArticle('B'));
      expect(textOf(folder, 'Closed/a.md')).toBe(article('A'));
    });

    test('to write into a folder inside: its notes stay, without a trace', () => {
      const folder = openFolder({ 'b.md': article('B') });
      put(folder, 'Closed/a.md', article('A'));
      chmodSync(join(folder, 'Closed/a.md'), 0o666);
      chmodSync(join(folder, 'Closed'), 0o555);
      const { code, out } = runAsOrdinary('repair', folder, ...HUGO);
      chmodSync(join(folder, 'Closed'), 0o755);
      expect(code).toBe(2);
      expect(out).toContain('  Closed/a.md: No permission.\n');
      expect(filesIn(folder)).toEqual({
        'Closed/a.md': article('A'),
        'b.md': repairedArticle('B'),
      });
    });

    test('to write a journal: nothing is changed', () => {
      const folder = openFolder({ 'a.md': article('A') });
      chmodSync(folder, 0o555);
      const times = timesIn(folder);
      const { code, err } = runAsOrdinary('repair', folder, ...HUGO);
      chmodSync(folder, 0o755);
      expect(code).toBe(2);
      expect(err).toMatch(/^error: the journal can't be written in .*: No permission\n$/);
      expect(timesIn(folder)).toEqual(times);
    });
  });
}
