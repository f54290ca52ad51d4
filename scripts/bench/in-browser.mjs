import { importTypeScript } from '../bundle.mjs';
import { amounts, makeNote, makeNotes } from './make-notes.mjs';
import { median } from './measure.mjs';
import { printTable } from './table.mjs';

/** How many notes are previewed and repaired. More take longer, but no task does. */
const MAX_NOTES = 2000;
const LARGE_NOTE_BYTES = 10_000_000;
/** A part that takes longer is probably stuck. It must not delay the other figures. */
const LIMIT_MS = 10 * 60_000;

/** The figures of the panel by their names in `tests/e2e/panel-bench.ts`. */
const PANEL = {
  onload: 'onload',
  'panel-open': 'open from a warm library',
  'panel-key': 'key to filtered rows, laid out',
  'panel-group': 'source ↔ tag',
  'panel-change': 'one note changed, after twenty others, of 25',
  'panel-scroll': 'longest frame while scrolling',
};
/** What is read or repaired meanwhile, by its name in `tests/e2e/survey-bench.ts`. */
const TASKS = [
  'survey until the rows are drawn: longest task',
  'run: longest task',
  'undo: longest task',
];

/** Measures the panel and the page in Chromium, and prints the figures. Returns values by id; none without Chromium. */
export async function measureInBrowser(notes, articles = 50_000, limitMs = LIMIT_MS) {
  const { findChromium } = await importTypeScript('tests/e2e/chromium.ts');
  if (!findChromium()) {
    console.log('Chromium was not found, so the panel is not measured.\n');
    return {};
  }
  const { benchPanel } = await importTypeScript('tests/e2e/panel-bench.ts');
  const { benchOneNote, benchSurvey } = await importTypeScript('tests/e2e/survey-bench.ts');
  const panel = await figuresOf('The panel', () => benchPanel(articles), limitMs);
  print(`Panel in Chromium, ${articles.toLocaleString('en')} articles`, panel);
  const some = makeNotes(amounts(Math.min(notes, MAX_NOTES)));
  const page = await figuresOf('Preview and run', () => benchSurvey(some), limitMs);
  const large = { path: 'Omnivore/Large.md', text: makeNote(LARGE_NOTE_BYTES) };
  const note = await figuresOf('A 10 MB note', () => benchOneNote(large), limitMs);
  print('Page in Chromium', [...page, ...note]);
  const valueOf = (figures, name) => {
    if (figures.length === 0) return null;
    const figure = figures.find((figure) => figure.name === name);
    if (!figure) throw new Error(`There is no figure named “${name}”.`);
    return median(figure.values);
  };
  const worst = (values) => (values.length === 0 ? null : Math.max(...values));
  return {
    ...Object.fromEntries(Object.entries(PANEL).map(([id, name]) => [id, valueOf(panel, name)])),
    'page-task': page.length === 0 ? null : worst(TASKS.map((name) => valueOf(page, name))),
    'page-task-10mb': worst(note.map(({ values }) => median(values))),
  };
}

/** Returns the figures of a part; none if it fails or takes too long, which is printed. */
async function figuresOf(part, measure, limitMs) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('it took too long')), limitMs);
  });
  try {
    return await Promise.race([measure(), late]);
  } catch (error) {
    console.log(`${part} could not be measured: ${String(error.message).split('\n')[0]}\n`);
    return [];
  } finally {
    clearTimeout(timer);
  }
}

function print(title, figures) {
  const rows = figures.map(({ name, values, unit }) => {
    return [name, `${median(values).toFixed(unit === 'ms' ? 1 : 0)} ${unit}`];
  });
  printTable([title, ''], rows);
}
