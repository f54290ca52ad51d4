import { chmodSync, cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { allFixtures } from '../../read-fixtures';
import { article, filesIn, folderOf, removeFolders, run, type Ended } from '../command-line';

/** `OMNIVORE_CORPUS` names a folder of real notes. */
const CORPUS = process.env['OMNIVORE_CORPUS'] ?? '';

afterAll(removeFolders);
jest.setTimeout(600_000);

/** Every fixture, and notes that need the others: which number is the day shows only in all of them together. */
function manyKinds(): Readonly<Record<string, string | Buffer>> {
  const files: Record<string, string | Buffer> = {};
  for (const [i, { before }] of allFixtures().entries()) files[`Fixtures/${i}.md`] = before;
  for (let i = 0; i < 300; i++) {
    const saved = i % 5 === 0 ? '03/04/2024' : '25/07/2024';
    files[`Days ${i % 3}/${i}.md`] = article(`Lamp ${i}`, { saved, slug: 'x' });
  }
  for (let i = 0; i < 100; i++) files[`Own/${i}.md`] = `# Diary ${i}\n\nNo article.\n`;
  files['Days 1/not-utf8.md'] = Buffer.concat([Buffer.from(article('Ä')), Buffer.from([0xff])]);
  files['Days 2/large.md'] = article('Large', { extra: 'All in all.\n'.repeat(200_000) });
  return files;
}

/** What a command printed, without what differs in every run. */
function normalized({ code, out, err }: Ended, folder: string): Ended {
  const same = (text: string): string =>
    text.replaceAll(folder, 'FOLDER').replace(/\d{8}T\d{9}-[0-9a-f]{4}/g, 'RUN');
  return { code, out: same(out), err: same(err) };
}

/** The journals' lines, without when the run began. */
function journalOf(folder: string): readonly string[] {
  const runs = ['.omnivore-rescue/runs', '.obsidian/plugins/omnivore-rescue/runs']
    .map((path) => join(folder, path))
    .filter((path) => existsSync(path));
  return runs.flatMap((path) =>
    readdirSync(path)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(path, name), 'utf8').split('\n').slice(1)),
  );
}

/** The output of a command, its lines in the journal, and the files of a fresh copy of the notes after it. */
function doneWith(jobs: number, command: readonly string[], source: string): unknown {
  const folder = folderOf({});
  cpSync(source, folder, { recursive: true });
  // A corpus may be read-only.
  for (const path of Object.keys(filesIn(folder))) chmodSync(join(folder, path), 0o644);
  const [name = '', ...flags] = command;
  const ended = run(name, folder, ...flags, '--jobs', String(jobs));
  return { printed: normalized(ended, folder), files: filesIn(folder), journal: journalOf(folder) };
}

const COMMANDS = [
  ['scan'],
  ['scan', '--json'],
  ['repair', '--dry-run'],
  ['repair', '--check'],
  ['repair', '--dry-run', '--json'],
  ['repair'],
  ['repair', '--json', '--zone', 'auto'],
];

describe('with 1, 2 and 8 jobs the results are the same', () => {
  const source = folderOf(manyKinds());

  test.each(COMMANDS)('%s %s %s', (...command) => {
    const words = command.filter((word) => word !== undefined);
    const one = doneWith(1, words, source);
    expect(doneWith(2, words, source)).toEqual(one);
    expect(doneWith(8, words, source)).toEqual(one);
  });

  test('notes with an ambiguous date are repaired after all others', () => {
    const { journal } = doneWith(2, ['repair'], source) as { journal: readonly string[] };
    const isDoubtful = journal.map((line) => /^\{"step":\["Days \d\/\d*[05]\.md"/.test(line));
    expect(isDoubtful.filter(Boolean)).toHaveLength(60);
    expect(isDoubtful.indexOf(true)).toBe(journal.length - 1 - 60);
  });
});

const given = CORPUS === '' ? describe.skip : describe;
given(`in a corpus (${CORPUS || 'OMNIVORE_CORPUS names none'})`, () => {
  test.each(COMMANDS)('%s %s %s', (...command) => {
    const words = command.filter((word) => word !== undefined);
    const one = doneWith(1, words, CORPUS);
    expect(doneWith(2, words, CORPUS)).toEqual(one);
    expect(doneWith(8, words, CORPUS)).toEqual(one);
  });
});
