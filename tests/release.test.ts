import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const ROOT = join(__dirname, '..');
const FILES = ['package.json', 'package-lock.json', 'manifest.json', 'versions.json', '.npmrc'];
const CHANGELOG = '# Changes\n\n## Unreleased\n\n- A new thing.\n\n## 0.1.0\n\n- All of it.\n';

let folder: string;

/** A copy of what a release changes, with a git that only records its arguments. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omnivore-rescue-release-'));
  for (const name of [...FILES, 'scripts']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  for (const file of FILES.slice(0, 3)) change(file, (old) => ({ ...old, version: '0.1.0' }));
  writeFileSync(join(folder, 'versions.json'), '{ "0.1.0": "1.13.1" }\n');
  change('manifest.json', (old) => ({ ...old, minAppVersion: '1.13.1' }));
  writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
  mkdirSync(join(folder, '.git'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'git'), '#!/bin/sh\necho "$@" >> git.log\n');
  chmodSync(join(folder, 'bin', 'git'), 0o755);
});

afterEach(() => rmSync(folder, { recursive: true }));

type Json = Readonly<Record<string, unknown>>;

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function change(file: string, how: (old: Json) => Json): void {
  const path = join(folder, file);
  writeFileSync(path, JSON.stringify(how(JSON.parse(readFileSync(path, 'utf8')) as Json)));
}

function bump(to: string): { status: number | null; output: string } {
  const args = ['version', to, '--no-git-tag-version', '--offline', '--no-update-notifier'];
  return runIn('npm', args);
}

function checkTag(tag: string): { status: number | null; output: string } {
  return runIn(process.execPath, ['scripts/check-tag.mjs', tag]);
}

function runIn(
  command: string,
  args: readonly string[],
): { status: number | null; output: string } {
  const PATH = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH },
  });
  return { status, output: stdout + stderr };
}

const versions = (): unknown =>
  FILES.slice(0, 3).map((file) => (JSON.parse(read(file)) as Json).version);

test('a version bump updates all files, dates the changes and stages what it wrote', () => {
  expect(bump('minor')).toMatchObject({ status: 0 });
  expect(versions()).toEqual(['0.2.0', '0.2.0', '0.2.0']);
  expect(JSON.parse(read('versions.json'))).toEqual({ '0.1.0': '1.13.1' });
  const dated = /^## 0\.2\.0 \(\d{4}-\d{2}-\d{2}\)$/m;
  expect(read('CHANGELOG.md')).toMatch(dated);
  expect(read('CHANGELOG.md').replace(dated, '## Unreleased')).toBe(CHANGELOG);
  expect(read('git.log')).toBe('add manifest.json versions.json CHANGELOG.md\n');
  expect(checkTag('0.2.0')).toEqual({ status: 0, output: '- A new thing.\n' });
});

test('versions.json gets a line if the required app changes', () => {
  change('manifest.json', (old) => ({ ...old, minAppVersion: '1.14.2' }));
  expect(bump('0.10.0')).toMatchObject({ status: 0 });
  const lines = { '0.1.0': '1.13.1', '0.10.0': '1.14.2' };
  expect(JSON.parse(read('versions.json'))).toEqual(lines);
  expect(bump('patch')).toMatchObject({ status: 0 });
  expect(JSON.parse(read('versions.json'))).toEqual(lines);
  expect(checkTag('0.10.1').output).toBe('CHANGELOG.md has no section for 0.10.1.\n');
});

test.each(['0.2.0-beta.1', 'prerelease'])('%s is refused, and nothing is changed', (to) => {
  const { status, output } = bump(to);
  expect(status).not.toBe(0);
  expect(output).toMatch(/is not a version of three numbers/);
  expect(versions()).toEqual(['0.1.0', '0.1.0', '0.1.0']);
  expect(read('CHANGELOG.md')).toBe(CHANGELOG);
  expect(existsSync(join(folder, 'git.log'))).toBe(false);
});

test('a tag with a v, or of another version, is refused, and the files that differ are named', () => {
  change('manifest.json', (old) => ({ ...old, minAppVersion: '1.14.0' }));
  expect(checkTag('v0.1.0').output).toContain('The tag v0.1.0 is not a version of three numbers');
  expect(checkTag('0.1.0')).toEqual({
    status: 1,
    output: 'versions.json does not say that 0.1.0 needs 1.14.0.\n',
  });
  const { status, output } = checkTag('0.1.1');
  expect(status).toBe(1);
  for (const file of FILES.slice(0, 3))
    expect(output).toContain(`${file} says 0.1.0, the tag 0.1.1`);
});
