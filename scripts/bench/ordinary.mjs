import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeOrdinaryNotes } from './make-notes.mjs';
import { medians } from './measure.mjs';
import { NODE, READ_ALL, run, TOOL } from './run.mjs';
import { printTable } from './table.mjs';

/** Measures `scan` of notes that are not saved articles, next to reading them. Returns values by id. */
export function measureOrdinary(room, count, rounds) {
  const folder = join(room, 'ordinary');
  for (const { path, text } of makeOrdinaryNotes(count)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const tasks = {
    reading: () => run([NODE, READ_ALL, '.'], folder),
    scan: () => run([NODE, TOOL, 'scan', '.'], folder),
  };
  const times = medians(tasks, rounds);
  rmSync(folder, { recursive: true });
  const ratio = times.scan / times.reading;
  printTable(
    [`${count.toLocaleString('en')} ordinary notes`, 'ms', '× reading'],
    [
      ['reading all as UTF-8', times.reading.toFixed(0), '1.00'],
      ['scan', times.scan.toFixed(0), ratio.toFixed(2)],
    ],
  );
  return { ordinary: ratio };
}
