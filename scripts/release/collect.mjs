import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Collects what a release publishes, after `npm run build`: `node scripts/release/collect.mjs <folder> [<repository URL>]`. Writes
 * into the folder the files that Obsidian downloads, the command line with its checksum, the npm package, and SHA256SUMS.
 */
const FILES = ['main.js', 'manifest.json', 'styles.css', 'build/cli.mjs'];

const [folder, repository] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const file of FILES) copyFileSync(file, join(folder, basename(file)));
writeSums(['cli.mjs'], 'cli.mjs.sha256');
// npm accepts provenance only if the package names the repository in which it is built.
if (repository) {
  npm('pkg', 'set', 'repository.type=git', `repository.url=git+${repository}.git`);
}
npm('pack', '--ignore-scripts', '--pack-destination', folder);
const collected = readdirSync(folder)
  .filter((name) => /\.(?:js|mjs|json|css|tgz)$/.test(name))
  .sort();
writeSums(collected, 'SHA256SUMS');

/** Writes the checksums of files as `sha256sum --check` reads them. */
function writeSums(names, file) {
  const lines = names.map((name) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return `${sum}  ${name}\n`;
  });
  writeFileSync(join(folder, file), lines.join(''));
}

function npm(...args) {
  execFileSync('npm', ['--loglevel=error', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}
