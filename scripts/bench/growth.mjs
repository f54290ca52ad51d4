import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeNotes } from './make-notes.mjs';
import { millisecondsOf } from './measure.mjs';
import { peakOf } from './memory.mjs';
import { NODE, run, TOOL } from './run.mjs';
import { printTable } from './table.mjs';

const COUNTS = [5000, 200_000, 1_000_000];
/** Short articles: with long ones, a million would not fit on most disks. */
const BYTES_PER_NOTE = 1200;
const NOTES_PER_FOLDER = 1000;
/** Files on a disk take at least a block, and each note is in the journal too. */
const BYTES_PER_FILE = 8192;

/** How many bytes of disk space the largest folder takes. */
export const GROWTH_BYTES = Math.max(...COUNTS) * BYTES_PER_FILE;

/** Prints how time and memory grow with the number of notes. Each is measured once. */
export function measureFolderGrowth(room) {
  const rows = COUNTS.flatMap((count) => {
    const folder = join(room, 'many');
    writeNotes(folder, count);
    const node = peakOf(['-e', '0'], room);
    const scan = timed(() => peakOf([TOOL, 'scan', '.', '--json'], folder));
    const repair = timed(() => peakOf([TOOL, 'repair', '.', '--json'], folder));
    const undo = millisecondsOf(() => run([NODE, TOOL, 'undo', '.', '--json'], folder));
    rmSync(folder, { recursive: true });
    const row = (what, ms, peak) => [
      `${what} of ${count.toLocaleString('en')} notes`,
      `${(ms / 1000).toFixed(1)} s`,
      ((ms * 1000) / count).toFixed(0),
      peak === null ? '' : `${(peak - node).toFixed(0)} MB`,
    ];
    return [
      row('scan', scan.ms, scan.result),
      row('repair', repair.ms, repair.result),
      row('undo', undo, null),
    ];
  });
  printTable(['By the number of notes, 1.2 KB each', 'time', 'µs a note', 'over Node'], rows);
}

function timed(task) {
  let result;
  const ms = millisecondsOf(() => (result = task()));
  return { ms, result };
}

function writeNotes(folder, count) {
  let i = 0;
  for (const { text } of makeNotes({ count, bytes: BYTES_PER_NOTE * count, images: count })) {
    const file = join(folder, 'Omnivore', `${Math.floor(i / NOTES_PER_FOLDER)}`, `${i}.md`);
    if (i % NOTES_PER_FOLDER === 0) mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    i++;
  }
}
