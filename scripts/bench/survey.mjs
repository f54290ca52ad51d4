import { importTypeScript } from '../bundle.mjs';

/** Prints how preview and run hold up the page in Chromium, over as many notes as are given, 5,000 and 10,000 without. */
const sizes = process.argv[2] ? [Number(process.argv[2])] : [5000, 10_000];
const { benchOneNote, benchSurvey } = await importTypeScript('tests/e2e/survey-bench.ts');
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const print = (figures) => {
  for (const { name, values, unit, target } of figures) {
    console.log(`  ${name.padEnd(48)}${median(values).toFixed(1).padStart(9)} ${unit} ${target}`);
  }
};
for (const notes of sizes) {
  console.log(`${notes} notes of 17 KB`);
  print(await benchSurvey(notes));
}
console.log('A note alone');
for (const bytes of [1_000_000, 10_000_000]) print(await benchOneNote(bytes));
