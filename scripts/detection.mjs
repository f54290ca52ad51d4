import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from './bundle.mjs';

/**
 * Estimates the weights of the signals from a corpus (notes/, decoys/, manifest.json), and tests them on repositories that were
 * not used for the estimate:
 *
 *   --weights             how often each signal occurs in saved articles and in other notes, its estimate and its weight
 *   --leave-one-out       for each repository, what is found in it with weights that were estimated without it
 *   --ordinary <folder>   counts the signals in a folder of vaults, for scripts/ordinary-notes.json
 */
const HERE = dirname(fileURLToPath(import.meta.url));
const core = await importTypeScript('scripts/core.ts');
const { SIGNALS, THRESHOLD, DETECT_DEFAULTS, parseYaml, parseNote, detect } = core;

/** Runs one of the three options. */
export function reportDetection(folder, [flag, vaults]) {
  if (flag === '--ordinary') return printOrdinary(vaults ?? '.');
  const notes = readCorpus(folder);
  return flag === '--weights' ? printWeights(notes) : printLeaveOneOut(notes);
}

/** Returns all signals of a text, including those that detection would not need to check. */
function signalsOf(text, path) {
  const seen = core.seenIn(parseNote(text, parseYaml), path, DETECT_DEFAULTS);
  return new Set(SIGNALS.filter(({ find }) => find(seen)).map(({ id }) => id));
}

function readCorpus(folder) {
  const entries = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return entries.map(({ file, kind, source }) => ({
    file,
    saved: kind === 'saved',
    repository: source.split(':')[0] || 'unknown',
    signals: signalsOf(readFileSync(join(folder, file), 'utf8'), file),
  }));
}

/** How many ordinary notes have each signal, as measured with `--ordinary`; notes detected as saved articles are not counted. */
const ordinary = JSON.parse(readFileSync(join(HERE, 'ordinary-notes.json'), 'utf8'));

/** Returns each signal's two shares and the binary logarithm of their ratio. Half a note is added, so that no share is zero. */
function estimate(notes) {
  const repositories = new Map();
  for (const note of notes.filter(({ saved }) => saved)) {
    repositories.set(note.repository, [...(repositories.get(note.repository) ?? []), note]);
  }
  const decoys = notes.filter(({ saved }) => !saved);
  return new Map(
    SIGNALS.map(({ id }) => {
      const shares = [...repositories.values()].map((of) => count(of, id) / of.length);
      const amongSaved = (sum(shares) + 0.5) / (shares.length + 1);
      const others = count(decoys, id) + (ordinary.counts[id] ?? 0);
      const amongOthers = (others + 0.5) / (decoys.length + ordinary.notes + 1);
      return [id, { amongSaved, amongOthers, evidence: Math.log2(amongSaved / amongOthers) }];
    }),
  );
}

const count = (notes, id) => notes.filter(({ signals }) => signals.has(id)).length;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** Returns the signals with estimated weights, capped by the weights in the table. */
function weightsBy(estimates) {
  return SIGNALS.map((signal) => {
    const evidence = Math.round(estimates.get(signal.id).evidence);
    const { weight } = signal;
    return { ...signal, weight: weight > 0 ? Math.max(0, Math.min(weight, evidence)) : weight };
  });
}

function printWeights(notes) {
  const estimates = estimate(notes);
  console.log('signal                 saved     others  estimate  weight');
  for (const { id, weight } of SIGNALS) {
    const { amongSaved, amongOthers, evidence } = estimates.get(id);
    const cells = [percent(amongSaved, 1), percent(amongOthers, 3), evidence.toFixed(1), weight];
    console.log(id.padEnd(18) + cells.map((cell) => String(cell).padStart(10)).join(''));
  }
}

function printLeaveOneOut(notes) {
  const repositories = [...new Set(notes.map(({ repository }) => repository))].sort();
  const totals = { saved: 0, found: 0, decoys: 0, alarms: 0 };
  console.log('repository                                 found    false alarms');
  for (const repository of repositories) {
    const weights = weightsBy(estimate(notes.filter((note) => note.repository !== repository)));
    const isFound = ({ signals }) =>
      core.weigh(weights.filter(({ id }) => signals.has(id))) >= THRESHOLD;
    const held = notes.filter((note) => note.repository === repository);
    const saved = held.filter((note) => note.saved);
    const decoys = held.filter((note) => !note.saved);
    const missed = saved.filter((note) => !isFound(note));
    const alarms = decoys.filter(isFound);
    totals.saved += saved.length;
    totals.found += saved.length - missed.length;
    totals.decoys += decoys.length;
    totals.alarms += alarms.length;
    const name = repository.slice(0, 38).padEnd(40);
    const found = `${saved.length - missed.length} of ${saved.length}`.padStart(9);
    const wrong = [...missed, ...alarms].map(({ file }) => file).join(' ');
    console.log(`${name}${found}  ${`${alarms.length} of ${decoys.length}`.padStart(8)}  ${wrong}`);
  }
  console.log(
    `leave one out: ${totals.found} of ${totals.saved} found (${percent(totals.found / totals.saved, 1)}), ` +
      `${totals.alarms} of ${totals.decoys} decoys detected as articles`,
  );
}

function printOrdinary(folder) {
  const counts = Object.fromEntries(SIGNALS.map(({ id }) => [id, 0]));
  let notes = 0;
  for (const file of readdirSync(folder, { recursive: true })) {
    if (!file.endsWith('.md')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    if (detect(parseNote(text, parseYaml), file).kind === 'saved') continue;
    notes++;
    for (const id of signalsOf(text, file)) counts[id]++;
  }
  console.log(JSON.stringify({ notes, counts }, null, 2));
}

function percent(share, digits) {
  return `${(share * 100).toFixed(digits)} %`;
}
