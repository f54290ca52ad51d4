import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, newFolder, run, type Ended } from './command-line';

/** The user called nobody on most systems. */
const NOBODY = 65534;

/**
 * Runs the program as a user who is bound by permissions: the one who runs the tests, or nobody if that is root. Null if neither can
 * be, as on Windows, or if Node is in a folder that only root may enter.
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

/** Prints which tests this machine can't run. */
export function printSkipped(what: string, why: string): void {
  process.stderr.write(`Skipped: ${what}: ${why}.\n`);
  // A file without any test would fail.
  test.skip(`${what}: ${why}`, () => undefined);
}
