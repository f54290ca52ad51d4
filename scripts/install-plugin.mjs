import { copyFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Copies the built plugin into a vault, without touching its settings (data.json). */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const given = process.argv[2];
if (!given) stop('Usage: npm run install-plugin -- <vault>');
const vault = resolve(given);
if (!isFolder(vault)) stop(`${vault} is not a folder.`);
if (!isFolder(join(vault, '.obsidian'))) {
  stop(`${vault} is not a vault: it has no .obsidian folder. Open it in Obsidian first.`);
}
const folder = join(vault, '.obsidian', 'plugins', 'omnivore-rescue');
try {
  mkdirSync(folder, { recursive: true });
  for (const file of ['main.js', 'manifest.json', 'styles.css']) {
    const target = join(folder, file);
    copyFileSync(join(root, file), `${target}.new`);
    renameSync(`${target}.new`, target);
  }
} catch (error) {
  stop(error.message);
}
console.log(`Installed in ${folder}. Enable it in Settings → Community plugins.`);

function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function stop(line) {
  console.error(line);
  process.exit(2);
}
