import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { importTypeScript } from '../bundle.mjs';
import { measureFolderGrowth } from './growth.mjs';
import { measureInBrowser } from './in-browser.mjs';
import { measureGrowth, measureNotes } from './in-memory.mjs';
import { amounts, makeNotes, PROXY } from './make-notes.mjs';
import { measureLoadTime } from './load-time.mjs';
import { measureMemory } from './memory.mjs';
import { measureFolder, measureRealDisk } from './on-disk.mjs';
import { readOptions } from './options.mjs';
import { measureOrdinary } from './ordinary.mjs';
import { printTable } from './table.mjs';
import { resultRows, shownValue } from './targets.mjs';

/** Generates the notes in the folder given as the first argument, measures and prints. The caller removes the folder. */
const [room, ...words] = process.argv.slice(2);
const { notes: count, rounds, disk, browser, json, large } = readOptions(words);
/** Ordinary notes are shorter, and vaults have more of them. */
const ORDINARY_PER_NOTE = 4;
// Only the result goes to stdout then.
if (json) console.log = console.error;

const folder = join(room, 'notes');
const files = [];
let bytes = 0;
let images = 0;
for (const { path, text } of makeNotes(amounts(count))) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  files.push(file);
  bytes += Buffer.byteLength(text);
  images += text.split(PROXY).length - 1;
}
const shown = (number) => number.toLocaleString('en');
const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0].model };
const loadBefore = loadavg()[0];
console.log(
  `${shown(count)} notes, ${(bytes / 1e6).toFixed(1)} MB, ${shown(images)} proxied images in ${dirname(room)}; ` +
    `medians of ${rounds} interleaved rounds; Node ${machine.node}, ${machine.cores} × ${machine.cpu}; ` +
    `load ${loadBefore.toFixed(1)} before\n`,
);

const values = { ...measureFolder(folder, room, rounds) };
if (disk) Object.assign(values, onRealDisk(disk));
Object.assign(values, measureOrdinary(room, ORDINARY_PER_NOTE * count, rounds));
Object.assign(values, measureMemory(folder, room));
const { plan, plannerFor } = await importTypeScript('scripts/core.ts', { minify: true });
const core = { plan, planner: plannerFor() };
const texts = files.map((file) => readFileSync(file, 'utf8'));
Object.assign(values, measureNotes(texts, rounds, core));
measureGrowth(rounds, core);
Object.assign(values, measureLoadTime(rounds));
if (large) measureFolderGrowth(room);
if (browser) Object.assign(values, await measureInBrowser(count));

const rows = resultRows(values);
printTable(
  ['Targets', 'measured', '', 'target', ''],
  rows.map(({ what, value, unit, max, verdict }) => {
    return [what, shownValue(value), unit, `≤ ${max}`, verdict];
  }),
);
console.log(
  `Load of the machine: ${loadBefore.toFixed(1)} before, ${loadavg()[0].toFixed(1)} at the end.`,
);
if (!disk) console.log('To measure on a real disk: npm run bench -- --disk <folder>');
if (json) {
  const result = {
    schema: 1,
    date: new Date().toISOString(),
    ...machine,
    notes: count,
    load: loadBefore,
    rows,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

// A part that took too long would keep its browser open. All output is written before.
process.stdout.write('', () => process.exit());

function onRealDisk(disk) {
  const place = mkdtempSync(join(disk, 'omnivore-bench-'));
  try {
    return measureRealDisk(folder, place, rounds);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
