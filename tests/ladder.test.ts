import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { LADDER } from './ladder';

const SRC = join(__dirname, '..', 'src');

/** Packages, and the only folders that may import them. */
const PACKAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^obsidian$/, ['obsidian']],
  [/^node:/, ['cli']],
  [/^commander$/, ['cli']],
  [/^fastest-levenshtein$/, ['cli']],
  [/^fast-(?:string-width|wrap-ansi)$/, ['cli']],
  [/^yaml$/, ['cli']],
  [/^gray-matter$/, ['core/markdown']],
  [/^idb$/, ['obsidian']],
  [/^fflate$/, ['core/export']],
  [/^node-html-(?:markdown|parser)$/, ['core/import']],
  [/^ipaddr\.js$/, ['core/images']],
  [/^p-limit$/, ['core/images', 'core/runs']],
  [/^date-fns$|^@date-fns\/tz\//, ['core/dates']],
];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const files = (readdirSync(SRC, { recursive: true }) as string[])
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.m?ts$/.test(name) && statSync(join(SRC, name)).isFile());

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const targets = [...text.matchAll(/\b(?:from|import)(?:\s+|\()'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return targets.map((to) => ({ file, from: folderOf(file), to }));
});

/** `core/text` of `core/text/lines.ts`, `cli` of `cli/fs/read-file.mts`. */
function folderOf(file: string): string {
  const [program = '', folder = ''] = file.split('/');
  return program === 'core' ? `core/${folder}` : program;
}

function rungOf(folder: string): number {
  return LADDER.findIndex((folders) => folders.includes(folder));
}

function isOwn(to: string): boolean {
  return to.startsWith('.') && !to.endsWith('.json');
}

test('every file is in a folder of the ladder', () => {
  expect(files.filter((file) => rungOf(folderOf(file)) < 0)).toEqual([]);
  expect(imports.length).toBeGreaterThan(100);
});

test('no import goes up the ladder, or to another folder on the same step', () => {
  const wrong = imports.filter(({ file, from, to }) => {
    if (!isOwn(to)) return false;
    const folder = folderOf(relative(SRC, resolve(SRC, dirname(file), to)).replaceAll('\\', '/'));
    return folder !== from && rungOf(folder) >= rungOf(from);
  });
  expect(wrong).toEqual([]);
});

test('a package is imported only in its layer', () => {
  const wrong = imports.filter(({ from, to }) => {
    if (to.startsWith('.')) return false;
    const rule = PACKAGES.find(([pattern]) => pattern.test(to));
    return !rule?.[1].includes(from);
  });
  expect(wrong).toEqual([]);
});

test('Node code ends in .mts, all other code in .ts', () => {
  expect(files.filter((file) => file.endsWith('.mts') !== file.startsWith('cli/'))).toEqual([]);
});

test('no file has the same name as the folder next to it', () => {
  const folders = new Set(files.map((file) => dirname(file)));
  const doubled = files.filter((file) =>
    folders.has(`${dirname(file)}/${basename(file).replace(/\.m?ts$/, '')}`),
  );
  expect(doubled).toEqual([]);
});
