import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const NODE = process.execPath;

/** The command line, as it was built. */
export const TOOL = fileURLToPath(new URL('../../build/cli.mjs', import.meta.url));

/** Runs a command to its end; throws where it fails. What it prints goes nowhere. */
export function run([command, ...args], cwd) {
  const made = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  if (made.status !== 0) throw new Error(`${command}: ${made.error?.message ?? made.stderr}`);
}

/** What a command prints. */
export function printed([command, ...args]) {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout;
}

/** Whether a tool is there, and GNU's or perl's own: others take other options. */
export function isThere(command) {
  return spawnSync(command, ['--version']).status === 0;
}

/** A command over all notes below the folder that it is run in. */
export function overNotes(command) {
  const quoted = command.map((word) => `'${word}'`).join(' ');
  return ['sh', '-c', `find . -name '*.md' -print0 | xargs -0 ${quoted}`];
}
