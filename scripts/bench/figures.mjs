import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { importTypeScript } from '../bundle.mjs';
import { measureGrowth, measureNotes } from './in-memory.mjs';
import { amounts, makeNotes, PROXY } from './make-notes.mjs';
import { measureLoadTime } from './load-time.mjs';
import { measureMemory } from './memory.mjs';
import { measureFolder } from './on-disk.mjs';
import { readOptions } from './options.mjs';

/** Generates the notes in the folder given as the first argument, measures and prints. The caller removes the folder. */
const [room, ...words] = process.argv.slice(2);
const { notes: count, rounds } = readOptions(words);
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
const { model } = cpus()[0];
console.log(
  `${shown(count)} notes, ${(bytes / 1e6).toFixed(1)} MB, ${shown(images)} proxied images in ${dirname(room)}; ` +
    `medians of ${rounds} interleaved rounds; Node ${process.version}, ${cpus().length} × ${model}\n`,
);

measureFolder(folder, room, rounds);
measureMemory(folder, room);
const { plan, plannerFor } = await importTypeScript('scripts/core.ts', { minify: true });
const core = { plan, planner: plannerFor() };
measureNotes(
  files.map((file) => readFileSync(file, 'utf8')),
  rounds,
  core,
);
measureGrowth(rounds, core);
measureLoadTime(rounds);
