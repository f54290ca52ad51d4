import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changesOf } from '../changelog.mjs';

/**
 * Does what a release does with the last commit, except signing and publishing: `npm run release:dry-run`. In two folders of
 * different names and depths: clone, bump the version if there are unreleased changes, check the tag, install, build and collect.
 * Fails if a step fails, if the two results differ by a byte, or if a file is missing or does not belong there.
 */
const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const REPOSITORY = 'https://github.com/example/omnivore-rescue';
const PACKED = ['LICENSE', 'README.md', 'README.zh.md', 'build/cli.mjs', 'package.json'];

const room = mkdtempSync(join(tmpdir(), 'omnivore-rescue-release-'));
try {
  const version = versionToRelease();
  const [one, other] = ['one', join('another', 'one', 'deeper')].map((name) =>
    release(join(room, name), version),
  );
  const wrong = [
    ...wrongFiles(one, version),
    ...wrongPackage(join(one, `omnivore-rescue-${version}.tgz`), version),
    ...differences(one, other),
  ];
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exitCode = 1;
  else {
    console.log(`${readFileSync(join(one, 'SHA256SUMS'), 'utf8').trimEnd()}`);
    console.log(`Version ${version} can be released. Two folders build the same bytes.`);
  }
} finally {
  rmSync(room, { recursive: true, force: true });
}

/** The version that comes next if there are unreleased changes, otherwise the current one. */
function versionToRelease() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
  if (changesOf(changelog, 'Unreleased') === null) return version;
  const [major, minor] = version.split('.').map(Number);
  return `${major}.${minor + 1}.0`;
}

/** Does the release of a version in a folder. Returns the folder of what it would publish. */
function release(folder, version) {
  run(ROOT, 'git', 'clone', '--quiet', ROOT, folder);
  const { version: current } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (version !== current) run(folder, 'npm', 'version', version, '--no-git-tag-version');
  const changes = run(folder, process.execPath, 'scripts/check-tag.mjs', version);
  run(folder, 'npm', 'ci', '--no-audit', '--no-fund', '--prefer-offline');
  run(folder, 'npm', 'run', 'build');
  const out = join(folder, 'out');
  run(folder, process.execPath, 'scripts/release/collect.mjs', out, REPOSITORY);
  writeFileSync(join(out, 'changes.md'), changes);
  return out;
}

/** What is missing in the folder of a release, and what does not belong there. */
function wrongFiles(out, version) {
  const expected = [
    ...['SHA256SUMS', 'changes.md', 'cli.mjs', 'cli.mjs.sha256', 'main.js', 'manifest.json'],
    ...[`omnivore-rescue-${version}.tgz`, 'styles.css'],
  ];
  const there = readdirSync(out);
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  return [
    ...expected.filter((name) => !there.includes(name)).map((name) => `${name} is missing`),
    ...there.filter((name) => !expected.includes(name)).map((name) => `${name} is not expected`),
    ...(manifest.version === version ? [] : [`manifest.json says ${manifest.version}`]),
  ];
}

/** What npm would object to, and what in the package is not expected. */
function wrongPackage(file, version) {
  // npm refuses to publish what the registry has, also in a dry run, so it must not ask.
  const args = ['publish', file, '--dry-run', '--json', '--ignore-scripts', '--access', 'public'];
  const said = JSON.parse(run(room, 'npm', ...args, '--offline'));
  const { files, version: packed } = said['omnivore-rescue'] ?? said;
  const paths = files.map(({ path }) => path).sort();
  return [
    ...(packed === version ? [] : [`The npm package says ${packed}`]),
    ...(paths.join() === [...PACKED].sort().join() ? [] : [`The npm package holds ${paths}`]),
  ];
}

/** The files that differ between two folders. */
function differences(one, other) {
  return readdirSync(one)
    .filter((name) => !readFileSync(join(one, name)).equals(readFileSync(join(other, name))))
    .map((name) => `${name} differs between two folders`);
}

function run(cwd, command, ...args) {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
}
