import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Demonstrates the main job on a fresh copy of the sample vault: scan, repair, scan again, and undo on a second copy. */
const project = dirname(dirname(fileURLToPath(import.meta.url)));
const sample = join(project, 'tests', 'fixtures', 'sample-vault');
const tool = join(project, 'build', 'cli.mjs');

const run = (...args) => execFileSync(process.execPath, [tool, ...args], { encoding: 'utf8' });
const copy = () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'omnivore-rescue-')), 'vault');
  cpSync(sample, folder, { recursive: true });
  return folder;
};
const notesOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md') && statSync(join(folder, name)).isFile())
    .map((name) => [name, readFileSync(join(folder, name), 'latin1')]);

const vault = copy();
console.log(run('scan', vault));
console.log(run('repair', vault, '--publish-with', 'hugo'));
console.log('Scanned again:', run('scan', vault).trim().split('\n').at(-1));

const other = copy();
run('repair', other);
run('undo', other);
const same = JSON.stringify(notesOf(other)) === JSON.stringify(notesOf(sample));
console.log(
  `Undo on a second copy: ${same ? 'every note is as it was, to the byte' : 'NOT as it was'}.`,
);
console.log(`The repaired copy is in ${vault}`);
process.exitCode = same ? 0 : 1;
