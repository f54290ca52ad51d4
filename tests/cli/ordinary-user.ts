import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, newFolder, run, type Ended } from './command-line';

/** The user called nobody on most systems. */
const NOBODY = 65534;

/**
 * Runs the program as a user whom permissions bind: the one who runs the tests, or nobody where that is root. Null where neither can
 * be, as on Windows or where Node stands in a folder that only root may enter.
 */
export function ordinaryUser(): ((...args: readonly string[]) => Ended) | null {
  if (process.getuid === undefined) return null;
  if (process.getuid() !== 0) return run;
  const folder = newFolder();
  chmodSync(folder, 0o755);
  const built = join(folder, 'cli.mjs');
  copyFileSync(BUILT, built);
  const asNobody = (...args: readonly string[]): Ended => {
    const options = { encoding: 'utf8', uid: NOBODY, gid: NOBODY, cwd: folder } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [built, ...args], options);
    return { code: status, out: stdout, err: stderr };
  };
  return asNobody('--version').code === 0 ? asNobody : null;
}

/** Says on the terminal which tests this machine can't run. */
export function leaveOut(what: string, why: string): void {
  process.stderr.write(`Left out: ${what}: ${why}.\n`);
}
