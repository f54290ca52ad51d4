import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { LADDER } from './ladder';

const SRC = join(__dirname, '..', 'src');

/** What comes from outside, and the only rooms that may know it. */
const OUTSIDE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^obsidian$/, ['vault', 'ui', 'main']],
  [/^node:/, ['disk', 'terminal', 'command-line', 'cli']],
  [/^commander$/, ['cli']],
  [/^fastest-levenshtein$/, ['command-line']],
  [/^fast-(?:string-width|wrap-ansi)$/, ['terminal']],
  [/^yaml$/, ['command-line']],
  [/^gray-matter$/, ['note']],
  [/^idb$/, ['vault']],
  [/^date-fns$|^@date-fns\/tz\//, ['dates']],
];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const files = (readdirSync(SRC, { recursive: true }) as string[])
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && statSync(join(SRC, name)).isFile());

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const targets = [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return targets.map((to) => ({ file, from: roomOf(file), to }));
});

function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '');
}

function stepOf(room: string): number {
  return LADDER.findIndex((rooms) => rooms.includes(room));
}

function isOwn(to: string): boolean {
  return to.startsWith('.') && !to.endsWith('.json');
}

test('every file stands on a step of the ladder', () => {
  expect(files.filter((file) => stepOf(roomOf(file)) < 0)).toEqual([]);
  expect(imports.length).toBeGreaterThan(100);
});

test('no import leads up the ladder, or to a room on the same step', () => {
  const wrong = imports.filter(({ file, from, to }) => {
    if (!isOwn(to)) return false;
    const room = roomOf(relative(SRC, resolve(SRC, dirname(file), to)).replaceAll('\\', '/'));
    return room !== from && stepOf(room) >= stepOf(from);
  });
  expect(wrong).toEqual([]);
});

test('what comes from outside is known only where it belongs', () => {
  const wrong = imports.filter(({ from, to }) => {
    if (to.startsWith('.')) return false;
    const rule = OUTSIDE.find(([pattern]) => pattern.test(to));
    return !rule?.[1].includes(from);
  });
  expect(wrong).toEqual([]);
});
