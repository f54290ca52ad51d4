import * as fc from 'fast-check';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { diskJournal, journalFolder } from '../src/cli/fs/disk-journal.mts';
import { diskStore } from '../src/cli/fs/disk-store.mts';
import { readRun, stepsOf } from '../src/core/runs/read-journal';
import { openJournal } from '../src/core/runs/journal';
import type { NoteStore } from '../src/core/runs/note-store';
import { repairRun } from '../src/core/runs/repair-run';
import { undoRun } from '../src/core/runs/undo-run';
import { hash } from '../src/core/text/hash';
import { planner, saved } from './core/runs/stores';

/** Every file contains it, also those that are not notes: a repair or an undo that reaches one changes it. */
const ARTICLE = saved();
const BEFORE = `${ARTICLE}Before the run.\n`;

/** The only files that may be written. */
const NOTES = ['a.md', 'Shelf/b.md', 'Shelf/Deep/ü.markdown', 'Shelf/UPPER.MD'];

/** Files in the folder that are not notes, and files outside of it. */
const UNTOUCHABLE = [
  ...['vault/a.txt', 'vault/main.js', 'vault/.md', 'vault/.hidden.md', 'vault/Shelf/.trash/a.md'],
  ...['vault/.obsidian/a.md', 'vault/.obsidian/app.json', 'vault/.git/config', 'vault/.git/a.md'],
  ...['vault/.obsidian/plugins/omnivore-rescue/main.js', 'vault/.omnivore-rescue/a.md'],
  ...['outside/a.md', 'outside/Shelf/b.md', 'outside/hard.md', 'a.md', '.bashrc'],
];

/** A folder of notes, in a folder with files that must not be touched. */
export interface Sandbox {
  readonly outside: string;
  readonly root: string;
  readonly notes: NoteStore;
}

/** Creates a sandbox with files, links and second names everywhere a path might lead. */
export function newSandbox(): Sandbox {
  const outside = realpathSync(mkdtempSync(join(tmpdir(), 'omnivore-rescue-test-')));
  const root = join(outside, 'vault');
  for (const path of [...NOTES.map((note) => `vault/${note}`), ...UNTOUCHABLE]) {
    mkdirSync(dirname(join(outside, path)), { recursive: true });
    writeFileSync(join(outside, path), ARTICLE);
  }
  symlinkSync('../outside', join(root, 'Out'));
  symlinkSync('Shelf', join(root, 'In'));
  symlinkSync('..', join(root, 'Shelf', 'Up'));
  symlinkSync('../outside/a.md', join(root, 'link-out.md'));
  symlinkSync('a.md', join(root, 'link-in.md'));
  symlinkSync('.obsidian/app.json', join(root, 'link-hidden.md'));
  linkSync(join(outside, 'outside/hard.md'), join(root, 'hard.md'));
  const options = { folders: [], excludedFolders: [], keepModified: false };
  return { outside, root, notes: diskStore(root, options) };
}

/** Removes a sandbox. */
export function remove({ outside }: Sandbox): void {
  rmSync(outside, { recursive: true, force: true });
}

/** Everything in a sandbox except the notes and the journals: its bytes, and where links lead. */
export function untouchable({ outside }: Sandbox): Readonly<Record<string, string>> {
  const isFree = new Set(NOTES.map((note) => join('vault', note)));
  // With types, since it would follow links without them.
  const entries = readdirSync(outside, { recursive: true, withFileTypes: true });
  const paths = entries.map(({ parentPath, name }) => relative(outside, join(parentPath, name)));
  return Object.fromEntries(
    paths
      .filter((path) => !isFree.has(path) && !isJournal(path))
      .sort()
      .map((path) => [path, contentOf(join(outside, path))]),
  );
}

function isJournal(path: string): boolean {
  return /^vault\/\.(?:obsidian\/plugins\/omnivore-rescue|omnivore-rescue)\/runs/.test(path);
}

function contentOf(file: string): string {
  const stats = lstatSync(file);
  if (stats.isFile()) return readFileSync(file, 'utf8');
  return stats.isDirectory() ? 'folder' : 'link';
}

/** Restores the notes and removes all runs; returns how many notes had been written. */
export function reset({ root }: Sandbox): number {
  const changed = NOTES.filter((note) => readFileSync(join(root, note), 'utf8') !== ARTICLE);
  for (const note of changed) writeFileSync(join(root, note), ARTICLE);
  rmSync(journalFolder(root), { recursive: true, force: true });
  return changed.length;
}

/** Repairs these paths, as a run over them would. */
export async function repairPaths({ root, notes }: Sandbox, paths: readonly string[]) {
  const journals = diskJournal(root, journalFolder(root));
  const journal = openJournal(journals, new Date(0), '0000');
  try {
    for await (const outcome of repairRun(paths, notes, planner, journal)) void outcome;
  } finally {
    await journals.unlock();
  }
}

const RUN = '20241115T000000000-0000';

/** Undoes a run with this journal. */
export async function undoJournal({ root, notes }: Sandbox, lines: readonly string[]) {
  const folder = journalFolder(root);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${RUN}.jsonl`), lines.map((line) => `${line}\n`).join(''));
  const journals = diskJournal(root, folder);
  const run = await readRun(journals, RUN);
  if (!run) throw new Error('The journal was not read.');
  for await (const outcome of undoRun(stepsOf(journals, run), notes)) void outcome;
}

const SEGMENT = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('..', '.', '', 'Shelf', 'Deep', 'Out', 'In', 'Up') },
  fc.constantFrom('.obsidian', '.git', '.trash', '.omnivore-rescue', 'plugins', 'outside', 'vault'),
  fc.constantFrom(
    '~',
    'C:',
    '%2e%2e',
    '..\\..',
    '\0',
    ' ',
    '․․',
    '．．',
    'CON',
    'hard.md',
    'link-out.md',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const NAME = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a.md', 'b.md', 'ü.markdown', 'UPPER.MD', 'hard.md') },
  fc.constantFrom('link-out.md', 'link-in.md', 'link-hidden.md', '.md', '.hidden.md', '.bashrc'),
  fc.constantFrom('a.txt', 'main.js', 'app.json', 'config', 'a.md\0.txt', 'a.txt\0.md', 'a.md/'),
  fc.constantFrom('a.md:stream', '..\\a.md', '..\\outside\\a.md', 'a.md.', '..md', 'new.md'),
);
const DETOUR = fc
  .tuple(fc.array(SEGMENT, { maxLength: 5 }), NAME, fc.constantFrom('/', '/', '/', '\\', '//'))
  .map(([folders, name, separator]) => [...folders, name].join(separator));
const LONG = fc
  .tuple(
    fc.constantFrom('a', '../', './', 'Shelf/../', 'ü'),
    fc.integer({ min: 200, max: 6000 }),
    NAME,
  )
  .map(([piece, count, name]) => piece.repeat(count) + name);

/** A path that a journal from somebody else might contain; absolute ones lead into the sandbox, so that nothing else is harmed. */
export function hostilePath({ outside, root }: Sandbox): fc.Arbitrary<string> {
  const absolute = fc.tuple(fc.constantFrom(outside, root), DETOUR).map((parts) => parts.join('/'));
  const target = fc.constantFrom(
    ...UNTOUCHABLE.flatMap((path) => [`../${path}`, join(outside, path)]),
  );
  const inside = fc.constantFrom(...UNTOUCHABLE.map((path) => path.replace(/^vault\//, '')));
  const note = fc.constantFrom(...NOTES);
  return fc.oneof(note, { weight: 3, arbitrary: DETOUR }, LONG, absolute, target, inside);
}

const EDIT = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constant([ARTICLE.length, ARTICLE.length, BEFORE.slice(ARTICLE.length)]),
  },
  fc.tuple(fc.integer(), fc.integer(), fc.string()),
);
const PRINT = fc.constantFrom(hash(ARTICLE), hash(BEFORE), '');

/** A line of a journal: mostly a step that would be taken, were its path a note's. */
export function journalLine(sandbox: Sandbox): fc.Arbitrary<string> {
  const path = hostilePath(sandbox);
  const likely = path.map((to) => [
    ...[to, hash(BEFORE), hash(ARTICLE)],
    [[ARTICLE.length, ARTICLE.length, BEFORE.slice(ARTICLE.length)]],
  ]);
  const step = fc.oneof(
    { weight: 5, arbitrary: likely },
    fc.tuple(path, PRINT, PRINT, fc.array(EDIT, { maxLength: 3 })),
  );
  return fc.oneof(
    { weight: 5, arbitrary: step.map((of) => JSON.stringify({ step: of })) },
    fc.json(),
  );
}
