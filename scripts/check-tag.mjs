import { readFileSync } from 'node:fs';
import { changesOf } from './changelog.mjs';
import { appVersionFor, isVersion } from './versions.mjs';

/** `node scripts/check-tag.mjs 0.1.0`: prints the changes of a version, or exits with 1 if a file does not match the tag. */
const tag = process.argv[2];
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = read('manifest.json');
const changes = changesOf(readFileSync('CHANGELOG.md', 'utf8'), tag);
const wrong = [
  ...(isVersion(tag) ? [] : [`The tag ${tag} is not a version of three numbers, without a v`]),
  ...['manifest.json', 'package.json', 'package-lock.json']
    .map((file) => [file, read(file).version])
    .filter(([, version]) => version !== tag)
    .map(([file, version]) => `${file} says ${version}, the tag ${tag}`),
  ...(appVersionFor(read('versions.json'), tag) === manifest.minAppVersion
    ? []
    : [`versions.json does not say that ${tag} needs ${manifest.minAppVersion}`]),
  ...(changes ? [] : [`CHANGELOG.md has no section for ${tag}`]),
];
for (const line of wrong) console.error(`${line}.`);
if (wrong.length > 0) process.exit(1);
console.log(changes);
