import { importTypeScript } from '../bundle.mjs';
import { textsOf } from './make-notes.mjs';
import { medians } from './measure.mjs';
import { readOptions } from './options.mjs';

/** Measures `plan()` alone, in memory; for a profile: `node --cpu-prof scripts/bench/plan.mjs --readable`. */
const { notes, rounds, readable } = readOptions();
const { plannerFor, plan } = await importTypeScript('scripts/core.ts', {
  minify: true,
  minifyIdentifiers: !readable,
});
const texts = textsOf(notes);
const kilobytes = texts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
const planner = plannerFor();

let edits = 0;
const planAll = () => {
  edits = 0;
  for (const { path, text } of texts) edits += plan(text, path, planner).edits.length;
};
planAll();
planAll();
const ms = medians({ planAll }, rounds).planAll;
console.log(
  `plan(): ${((ms * 1000) / notes).toFixed(1)} µs a note of ${(kilobytes / notes).toFixed(1)} KB, ` +
    `${((ms * 1000) / kilobytes).toFixed(2)} µs a KB, ${(edits / notes).toFixed(1)} edits a note ` +
    `(${notes} notes, median of ${rounds}; target 20 µs)`,
);
