import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TEMPLATES } from '../src/core/omnivore/templates';
import { LADDER } from './ladder';

const ROOT = join(__dirname, '..');
const DOCS = [
  ...['README.md', 'README.zh.md', 'CONTRIBUTING.md'],
  ...(readdirSync(join(ROOT, 'docs'), { recursive: true }) as string[])
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];
const SCRIPTS = Object.keys(
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }).scripts,
);
/** Scripts that npm runs without `run`. */
const SHORT = ['start', 'test'];

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Paths that begin with a folder of the repository and are written as code, except for example names. */
function pathsIn(text: string): readonly string[] {
  const named = [...text.matchAll(/`((?:src|tests|scripts|docs)(?:\/[\w.-]+)+)`/g)];
  const run = [...text.matchAll(/\bjest ((?:tests)(?:\/[\w.-]+)+)/g)];
  return [...named, ...run]
    .map(([, path = '']) => path)
    .filter((path) => !path.includes('your-repair'));
}

/** The targets of links and pictures, relative to the page. URLs are not checked. */
function linksIn(text: string): readonly string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

function anchorsOf(page: string): readonly string[] {
  const headings = [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** A test may be named by the start of its path, as jest allows. */
function isThere(path: string): boolean {
  return existsSync(join(ROOT, path)) || existsSync(join(ROOT, `${path}.test.ts`));
}

test.each(DOCS)('every path that %s names is there', (page) => {
  expect(pathsIn(read(page)).filter((path) => !isThere(path))).toEqual([]);
});

test.each(DOCS)('every link in %s has a target', (page) => {
  const lost = linksIn(read(page)).filter((target) => {
    const [path = '', anchor] = target.split('#');
    const to = path === '' ? page : join(dirname(page), path);
    return !existsSync(join(ROOT, to)) || (anchor !== undefined && !anchorsOf(to).includes(anchor));
  });
  expect(lost).toEqual([]);
});

test.each(DOCS)('every npm script that %s names is there', (page) => {
  const named = [...read(page).matchAll(/\bnpm (run )?([a-z][\w:-]*)/g)];
  const lost = named.filter(([, run, name = '']) => {
    if (run) return !SCRIPTS.includes(name);
    return SHORT.includes(name) ? !SCRIPTS.includes(name) : name !== 'ci';
  });
  expect(lost.map(([text]) => text)).toEqual([]);
});

test('the pages name enough for this to be worth the trouble', () => {
  const all = DOCS.map(read).join('\n');
  expect(pathsIn(all).length).toBeGreaterThan(80);
  expect(linksIn(all).length).toBeGreaterThan(8);
});

test('the picture of the ladder shows its steps, from the programs down', () => {
  const picture = /```mermaid\n([\s\S]*?)```/.exec(read('docs/architecture.md'))?.[1] ?? '';
  const steps = [...picture.matchAll(/\["([^"]+)"\]/g)].map(([, rooms = '']) => rooms.split(' · '));
  expect(steps.reverse()).toEqual(LADDER);
  const arrows = [...picture.matchAll(/(\w+)(?:\["[^"]*"\])? --> (\w+)/g)];
  const ways = arrows.map(([, from, to]) => [from, to]);
  expect(ways).toHaveLength(LADDER.length - 1);
  expect(ways.slice(1).map(([from]) => from)).toEqual(ways.slice(0, -1).map(([, to]) => to));
});

test('every folder is described', () => {
  const text = read('docs/architecture.md');
  const rooms = LADDER.flat().filter(
    (room) => !text.includes(`\`${room}\``) && !text.includes(`\`${room}.ts\``),
  );
  expect(rooms).toEqual([]);
});

test('every template is in the table of docs/templates.md', () => {
  const templates = read('docs/templates.md');
  const ids = TEMPLATES.map(({ id }) => id);
  expect(ids.filter((id) => !templates.includes(`\n| \`${id}\` |`))).toEqual([]);
});

/** The sections of docs/safety.md in which each item of a list and each row of a table is a promise. */
test.each([
  'What undo promises',
  'What a repair leaves alone',
  'Settings',
  "What a hostile note can't do",
])('under “%s”, every promise names its test', (heading) => {
  const [, section = ''] = read('docs/safety.md').split(`\n## ${heading}\n`);
  const promises = (section.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('- ') || line.startsWith('| '))
    .filter((line) => !line.startsWith('| what |'));
  expect(promises.length).toBeGreaterThan(2);
  const unproved = promises.filter((line) => !/`tests\/|#the-laws\)/.test(line));
  expect(unproved).toEqual([]);
});
