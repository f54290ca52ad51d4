import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, TOOL } from './run.mjs';
import { printTable } from './table.mjs';

const PRINT_PEAK = new URL('print-peak.mjs', import.meta.url).href;

/** Returns the peak memory of a script, in MB. Throws if it fails. */
export function peakOf(args, cwd) {
  const made = spawnSync(NODE, ['--import', PRINT_PEAK, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kilobytes = /^peak (\d+)$/m.exec(made.stderr)?.[1];
  if (made.status !== 0 || !kilobytes) throw new Error(made.stderr);
  return (Number(kilobytes) * 1024) / 1e6;
}

/** Prints the peak memory of the command line on the whole folder, next to that of Node alone. Returns values by id. */
export function measureMemory(notes, room) {
  if (!existsSync('/proc/self/status')) {
    console.log('This system does not report peak memory.\n');
    return {};
  }
  const copy = join(room, 'copy');
  const peak = (args) => {
    cpSync(notes, copy, { recursive: true });
    const megabytes = peakOf(args, copy);
    rmSync(copy, { recursive: true });
    return megabytes;
  };
  const node = peak(['-e', '0']);
  const tasks = [
    ['scan --json', ['scan', '.', '--json']],
    ['repair --dry-run', ['repair', '.', '--dry-run']],
    ['repair', ['repair', '.']],
  ].map(([label, args]) => ({ label, megabytes: peak([TOOL, ...args]) }));
  const rows = [{ label: 'Node alone', megabytes: node }, ...tasks].map(({ label, megabytes }) => {
    return [label, megabytes.toFixed(0), (megabytes - node).toFixed(0)];
  });
  printTable(['Peak memory', 'MB', 'over Node'], rows);
  return { memory: Math.max(...tasks.map(({ megabytes }) => megabytes)) - node };
}
