import { importTypeScript } from '../bundle.mjs';
import { amounts, makeNote, makeNotes } from './make-notes.mjs';

/** Prints how long the preview and a run block the page in Chromium, with a given number of notes or with 5,000 and 10,000. */
const sizes = process.argv[2] ? [Number(process.argv[2])] : [5000, 10_000];
const { benchOneNote, benchSurvey } = await importTypeScript('tests/e2e/survey-bench.ts');
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const large = (bytes, name) => ({ path: `Omnivore/Large ${name}.md`, text: makeNote(bytes, name) });

/** Yields notes, and ten large ones. */
function* notesOf(count) {
  yield* makeNotes(amounts(count));
  for (let i = 0; i < 10; i++) yield large(200_000, i);
}

function print(figures) {
  for (const { name, values, unit, target } of figures) {
    console.log(`  ${name.padEnd(52)}${median(values).toFixed(1).padStart(9)} ${unit} ${target}`);
  }
}

for (const count of sizes) {
  console.log(`${count} notes of 17 KB`);
  print(await benchSurvey(notesOf(count)));
}
console.log('A single note');
for (const bytes of [1_000_000, 10_000_000]) print(await benchOneNote(large(bytes, 0)));
