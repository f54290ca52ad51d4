import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Checks that the last commit works on other versions of Node: `npm run try:node -- 20.19.0 22 24`. For each version, in a fresh
 * clone: the two commands of the README. npm's package `node` provides the versions.
 */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NEXT_NEWEST = ['20.19.0', '22', '24'];
const STEPS = [
  ['npm ci', 'npm ci --no-audit --no-fund'],
  ['npm start', 'npm start'],
  ['npm test', 'npm test'],
];

const asked = process.argv.slice(2);
for (const version of asked.length > 0 ? asked : OLDEST_NEXT_NEWEST) tryOn(version);

/** Runs the steps on a version of Node, in a fresh clone. Throws if a step fails. */
function tryOn(version) {
  const folder = mkdtempSync(join(tmpdir(), 'omnivore-rescue-node-'));
  try {
    execFileSync('git', ['clone', '--quiet', ROOT, folder]);
    const bin = binOf(version);
    const node = run(bin, folder, 'node --version').trim();
    const times = STEPS.map(([name, command]) => {
      const start = Date.now();
      run(bin, folder, command);
      return `${name} ${Math.round((Date.now() - start) / 1000)} s`;
    });
    console.log(`Node ${node}: ${times.join(', ')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Returns the folder of a version of Node. npm downloads it. */
function binOf(version) {
  const args = ['--yes', '--package', `node@${version}`, '--call', 'node -p process.execPath'];
  return dirname(execFileSync('npx', args, { encoding: 'utf8', cwd: tmpdir() }).trim());
}

/** Runs a command of a shell with the Node of a folder, also for npm, and returns what it prints. */
function run(bin, folder, command) {
  try {
    return execFileSync('sh', ['-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
      stdio: 'pipe',
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    console.error(`${command}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
    throw error;
  }
}
