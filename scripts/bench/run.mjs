import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const NODE = process.execPath;

/** The built command line. */
export const TOOL = fileURLToPath(new URL('../../build/cli.mjs', import.meta.url));

/** A script that reads all notes of a folder as UTF-8 and does nothing else. */
export const READ_ALL = fileURLToPath(new URL('read-all.mjs', import.meta.url));

/** Runs a command and discards its output. Throws if it fails. */
export function run([command, ...args], cwd) {
  const made = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  if (made.status !== 0) throw new Error(`${command}: ${made.error?.message ?? made.stderr}`);
}

/** Returns what a command prints. */
export function printed([command, ...args]) {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout;
}

/** Whether a tool is installed and knows `--version`; sed and perl of other systems take other options. */
export function isThere(command) {
  return spawnSync(command, ['--version']).status === 0;
}

/** Returns a command that applies another to all notes below the current folder. */
export function overNotes(command) {
  const quoted = command.map((word) => `'${word}'`).join(' ');
  return ['sh', '-c', `find . -name '*.md' -print0 | xargs -0 ${quoted}`];
}
