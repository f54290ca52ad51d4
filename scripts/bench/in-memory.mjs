import { makeNote } from './make-notes.mjs';
import { medians } from './measure.mjs';
import { lineEdit, roundTrip } from './peers.mjs';
import { printTable } from './table.mjs';

const SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const LABELS = ['1 KB', '10 KB', '100 KB', '1 MB', '10 MB'];
/** How many bytes are planned to time one size, so that each takes at least a millisecond. */
const MIN_TIMED_BYTES = 2_000_000;

/** Prints the time per note of `plan()`, of gray-matter and of a minimal edit, with all texts in memory. Returns values by id. */
export function measureNotes(texts, rounds, { plan, planner }) {
  let length = 0;
  const over = (edit) => () => {
    for (const text of texts) length += edit(text).length;
  };
  const tasks = {
    plan: over((text) => plan(text, 'Omnivore/note.md', planner).after),
    roundTrip: over(roundTrip),
    lineEdit: over(lineEdit),
  };
  for (const task of Object.values(tasks)) task();
  const times = medians(tasks, rounds);
  if (length === 0) throw new Error('Nothing was measured.');
  const row = (label, ms) => {
    const a = ((ms * 1000) / texts.length).toFixed(1);
    return [label, a, (ms / times.lineEdit).toFixed(1)];
  };
  printTable(
    ['In memory', 'µs a note', '× line edit'],
    [
      row('plan()', times.plan),
      row('gray-matter, round trip of the front matter', times.roundTrip),
      row('bare line edit of the three jobs', times.lineEdit),
    ],
  );
  return { plan: times.plan / times.lineEdit };
}

/** Prints how the time of `plan()` grows with the size of the note. */
export function measureGrowth(rounds, { plan, planner }) {
  const notes = SIZES.map((size) => makeNote(size));
  const repeats = notes.map((text) => Math.ceil(MIN_TIMED_BYTES / Buffer.byteLength(text)));
  const repeat = (text, times) => () => {
    for (let i = 0; i < times; i++) plan(text, 'Omnivore/note.md', planner);
  };
  const tasks = Object.fromEntries(notes.map((text, i) => [LABELS[i], repeat(text, repeats[i])]));
  for (const task of Object.values(tasks)) task();
  const times = medians(tasks, rounds);
  const rows = notes.map((text, i) => {
    const ms = times[LABELS[i]] / repeats[i];
    const kilobytes = Buffer.byteLength(text) / 1000;
    return [LABELS[i], ms.toFixed(3), ((ms * 1000) / kilobytes).toFixed(2)];
  });
  printTable(['plan() by the size of the note', 'ms', 'µs a KB'], rows);
}
