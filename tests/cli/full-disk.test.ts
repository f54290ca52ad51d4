import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BUILT,
  filesIn,
  folderOf,
  manyArticles,
  newFolder,
  removeFolders,
  HUGO,
  repairedArticle,
  runProgram,
  type RepairJson,
} from './command-line';
import { printSkipped } from './ordinary-user';

afterAll(removeFolders);
jest.setTimeout(60_000);

/** A separate namespace, in which a small disk can be mounted; it ends with the program in it. */
const UNSHARE = ['-rm', 'sh', '-c'];
const canMount = runProgram('unshare', [...UNSHARE, 'mount -t tmpfs none /mnt']).code === 0;

const NOTES = manyArticles(40);

interface Tried {
  readonly code: number;
  readonly report: RepairJson;
  readonly err: string;
  readonly after: Readonly<Record<string, string>>;
  readonly undone: Readonly<Record<string, string>>;
}

/** Repairs a copy of the notes on a disk with so many pages left free; undoes it when there is room again. */
function repairWithRoomFor(pages: number, jobs: number): Tried {
  const source = folderOf(NOTES);
  const results = newFolder();
  const script = `
    set -e
    mount -t tmpfs -o size=4m none /mnt
    mkdir /mnt/notes && cp -r ${source}/. /mnt/notes
    dd if=/dev/zero of=/mnt/filler bs=4096 2>/dev/null || true
    truncate -s -${pages * 4096} /mnt/filler
    set +e
    ${process.execPath} ${BUILT} repair /mnt/notes ${HUGO.join(' ')} --jobs ${jobs} --json > ${results}/out 2> ${results}/err
    echo $? > ${results}/code
    cp -r /mnt/notes ${results}/after
    rm /mnt/filler
    ${process.execPath} ${BUILT} undo /mnt/notes > ${results}/undo 2>&1
    cp -r /mnt/notes ${results}/undone`;
  const { err } = runProgram('unshare', [...UNSHARE, script]);
  expect(err).toBe('');
  const read = (name: string): string => readFileSync(join(results, name), 'utf8');
  return {
    code: Number(read('code')),
    report: JSON.parse(read('out')) as RepairJson,
    err: read('err'),
    after: filesIn(join(results, 'after')),
    undone: filesIn(join(results, 'undone')),
  };
}

if (!canMount) printSkipped('a full disk', 'no small disk can be mounted here');
else {
  describe.each([1, 4])('a full disk, with %d jobs', (jobs) => {
    const titleOf = (path: string): string => `Lamp ${/Article (\d+)/.exec(path)?.[1]}`;
    const tried = [0, 1, 2, 3, 5, 8, 12].map(
      (pages) => [pages, repairWithRoomFor(pages, jobs)] as const,
    );

    test.each(tried)('with room for %d pages: one line, and 2', (_, { code, err }) => {
      expect(code).toBe(2);
      expect(err).toMatch(
        /^error: (?:the journal can't be written in \/mnt\/notes\/\S+: The disk is full|\d+ notes? or folders? could not be read or written)\n$/,
      );
    });

    test.each(tried)('with room for %d pages: every note is whole, and listed', (_, tried) => {
      const { after, report } = tried;
      const repaired = report.repaired.map(({ path }) => [path, repairedArticle(titleOf(path))]);
      expect(after).toEqual({ ...NOTES, ...Object.fromEntries(repaired) });
      expect(report.run === null).toBe(repaired.length === 0);
      for (const { error } of report.failed) expect(error).toBe('The disk is full.');
    });

    test.each(tried)(
      'with room for %d pages: when there is room, undo restores',
      (_, { undone }) => {
        expect(undone).toEqual(NOTES);
      },
    );

    test('some runs did nothing, some did a part', () => {
      const counts = tried.map(([, { report }]) => report.repaired.length);
      expect(counts.some((count) => count === 0)).toBe(true);
      expect(counts.some((count) => count > 0 && count < 40)).toBe(true);
    });
  });
}
