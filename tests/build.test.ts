import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

function built(name: string): string {
  const file = join(ROOT, name);
  if (!existsSync(file)) throw new Error(`${name} is not there: run \`npm run build\` first.`);
  return readFileSync(file, 'utf8');
}

test('the command line loads the network code only for saving images', () => {
  const code = built('build/cli.mjs');
  const loaded = code.matchAll(/(.{12})["'](node:(?:https?|net|tls|dgram|dns))["']/g);
  const found = Array.from(loaded, ([, before = '', name]) => [/import\($/.test(before), name]);
  expect(found).toEqual([
    [true, 'node:http'],
    [true, 'node:https'],
    [true, 'node:dns'],
  ]);
  expect(/\brequire\(["'](?:node:)?(?:https?|net|tls|dgram|dns)["']/.exec(code)).toBeNull();
});

describe('the plugin contains no', () => {
  test.each([
    ['eval', /\beval\s*\(/],
    ['Function made of text', /\bFunction\s*\(/],
    ['script made of text', /createEl(?:ement)?\("script"|document\.write/],
    ['module but obsidian', /\brequire\((?!"obsidian"\))/],
    ['module that is loaded later', /\bimport\s*\(/],
    ['fs', /["'](?:node:)?fs["']/],
    ['Buffer', /\bBuffer\b/],
    // The vault has a method of this name too.
    ['process of Node', /(?:^|[^.\w$])process\b/],
    ['directive comment', /\/[/*][#@ \t]*(?:eslint|@ts-|prettier|sourceMappingURL|__PURE__)/],
    // iOS below 16.4 would not load the plugin at all.
    ['look-behind', /\(\?<[=!]/],
    ['HTML from text', /\b(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment/],
    ['network call', /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b/],
    // The fetcher of images has a method of this name.
    ['call of fetch', /(?:^|[^.\w$])fetch\((?![^)]*\)\s*\{)|(?:window|self|globalThis)\.fetch\b/],
  ])('%s', (_, forbidden) => {
    expect(forbidden.exec(built('main.js'))?.[0]).toBeUndefined();
  });
});

test('the plugin asks the network in one place, for images', () => {
  expect(built('main.js').match(/\brequestUrl\b/g)).toHaveLength(1);
});

test.each([
  ['main.js', ['@date-fns/tz', 'date-fns', 'gray-matter', 'idb', 'ipaddr.js', 'p-limit']],
  ['build/cli.mjs', ['commander', 'date-fns', 'gray-matter', 'yaml']],
])('%s names the authors of all bundled packages, and their terms', (file, packages) => {
  const [code = '', notices = ''] = built(file).split('This file contains code of other authors:');
  expect(code).not.toBe('');
  for (const name of packages) {
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: Copyright`, 'm'));
  }
  expect(notices).toContain('Permission is hereby granted, free of charge');
  expect(notices).toMatch(/Permission to use, copy, modify,|THE SOFTWARE IS PROVIDED/);
});

describe('the manifest is as the directory asks', () => {
  const read = (name: string): Readonly<Record<string, unknown>> =>
    JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as Readonly<Record<string, unknown>>;
  const manifest = read('manifest.json');
  const { id, name, description, version, minAppVersion } = manifest as Record<string, string>;

  test('it has the required fields, and no unknown ones', () => {
    expect(manifest).toEqual({
      id: expect.stringMatching(/^[a-z]+(?:-[a-z]+)*$/),
      name: expect.any(String),
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      minAppVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      description: expect.stringMatching(/^[^\n]{10,249}\.$/),
      author: expect.any(String),
      isDesktopOnly: false,
    });
  });

  test('the words that are accepted are not printed', () => {
    expect([id, name, description].join(' ')).not.toMatch(/obsidian|plugin/i);
  });

  test('package.json and versions.json are in step with it', () => {
    expect(read('package.json').version).toBe(version);
    expect(Object.values(read('versions.json'))).toContain(minAppVersion);
  });
});

test('two folders build the same bytes', () => {
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'omnivore-rescue-build-')));
  try {
    const [one, other] = folders.map((folder, i) => build(join(folder, 'deeper'.repeat(i))));
    expect(other).toEqual(one);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
});

/** What is built of a copy of the source in a folder. */
function build(folder: string): Readonly<Record<string, string>> {
  mkdirSync(folder, { recursive: true });
  const sources = ['src', 'package.json', 'manifest.json', 'styles.css', 'tsconfig.json'];
  for (const name of [...sources, 'LICENSE', 'esbuild.config.mjs', 'scripts']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: folder });
  const files = ['main.js', 'manifest.json', 'styles.css', 'build/cli.mjs'];
  return Object.fromEntries(
    files.map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}
