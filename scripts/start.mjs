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

/** The first lines of a text up to an empty one, and no more than so many. */
const beginning = (text, most) => text.split('\n\n')[0].split('\n').slice(0, most).join('\n');
/** What stands below the list of a scan: how many articles there are, and what needs repair. */
const summary = (text) => /^\d+ saved articles? .*(?:\n.+)*/m.exec(text)?.[0] ?? '';
const HUGO = ['--publish-with', 'hugo'];

const vault = copy();
console.log(`A copy of the sample vault, before:\n${summary(run('scan', vault, ...HUGO))}\n`);
const changes = beginning(run('repair', vault, '--dry-run', ...HUGO), 7);
console.log(`The first changes:\n${changes}\n`);
console.log(`${beginning(run('repair', vault, ...HUGO), 10)}\n`);
console.log(`After:\n${summary(run('scan', vault, ...HUGO))}\n`);

const other = copy();
run('repair', other, ...HUGO);
run('undo', other);
const same = JSON.stringify(notesOf(other)) === JSON.stringify(notesOf(sample));
console.log(
  `Undo on a second copy: ${same ? 'every note is as it was, to the byte' : 'NOT as it was'}.`,
);
console.log(`The repaired copy is in ${vault}`);
process.exitCode = same ? 0 : 1;
