import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { released } from './changelog.mjs';
import { appVersionFor, isVersion } from './versions.mjs';

/**
 * `npm version` runs this twice: with `--check` before it changes anything, and then to update manifest.json, versions.json and
 * CHANGELOG.md to the version in package.json, so that npm commits them together.
 */
const version = process.env.npm_new_version;
if (!isVersion(version)) {
  console.error(`${version} is not a version of three numbers, as Obsidian's directory requires.`);
  process.exit(1);
}
if (!process.argv.includes('--check')) {
  const manifest = { ...read('manifest.json'), version };
  write('manifest.json', manifest);
  const versions = read('versions.json');
  if (appVersionFor(versions, version) !== manifest.minAppVersion) {
    write('versions.json', { ...versions, [version]: manifest.minAppVersion });
  }
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync('CHANGELOG.md', released(readFileSync('CHANGELOG.md', 'utf8'), version, day));
  if (existsSync('.git')) {
    execFileSync('git', ['add', 'manifest.json', 'versions.json', 'CHANGELOG.md']);
  }
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function write(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
