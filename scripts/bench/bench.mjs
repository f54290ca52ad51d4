import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GROWTH_BYTES } from './growth.mjs';
import { amounts } from './make-notes.mjs';
import { readOptions } from './options.mjs';

/**
 * `npm run bench [-- --notes N --rounds N --disk <folder> --large --json]`: generates notes, measures, prints, and cleans up, also on
 * Ctrl-C. See `options.mjs`.
 */
const FIGURES = fileURLToPath(new URL('figures.mjs', import.meta.url));
/** A file system in memory, if there is one. */
const TMPFS = '/dev/shm';
/** Space for the notes, a copy, the files that replace it, and a journal. */
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
const { notes, large } = readOptions(words);
const bytes = Math.max(COPIES * amounts(notes).bytes, large ? GROWTH_BYTES : 0);
const room = mkdtempSync(join(placeFor(bytes), 'omnivore-bench-'));

// Measures in a separate process group, so that Ctrl-C can stop everything it started.
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
