import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { amounts } from './make-notes.mjs';
import { readOptions } from './options.mjs';

/** `npm run bench [-- --notes N --rounds N]`: makes notes, measures, prints, and cleans up after itself, also on Ctrl-C. */
const FIGURES = fileURLToPath(new URL('figures.mjs', import.meta.url));
/** Memory that looks like a disk, where there is any. */
const TMPFS = '/dev/shm';
/** The notes, a copy, files that replace it, a journal. */
const COPIES = 4;

function placeFor(bytes) {
  try {
    const { bavail, bsize } = statfsSync(TMPFS);
    return bavail * bsize > bytes ? TMPFS : tmpdir();
  } catch {
    return tmpdir();
  }
}

const words = process.argv.slice(2);
const { notes } = readOptions(words);
const room = mkdtempSync(join(placeFor(COPIES * amounts(notes).bytes), 'omnivore-bench-'));

// The figures are made in a process group of their own, which can be ended in the midst of whatever it runs.
const child = spawn(process.execPath, [FIGURES, room, ...words], {
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    process.exitCode = 130;
    process.kill(-child.pid, 'SIGKILL');
  });
}
child.on('close', (code) => {
  rmSync(room, { recursive: true, force: true, maxRetries: 5 });
  process.exitCode ??= code ?? 1;
});
