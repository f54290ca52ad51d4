import type { Simulation } from '../simulator/load-plugin';
import { closeBrowsers } from './chromium';
import { openApp, type OpenApp } from './open-app';
import type { Figure } from './panel-bench';

/** A note for the vault. */
interface Note {
  readonly path: string;
  readonly text: string;
}

const ROUNDS = 5;
/** This many notes are passed to the page at once. */
const BATCH = 250;
const LONG = { unit: 'ms', target: '≤ 50' } as const;
const PROMPT = { unit: 'ms', target: '≤ 100' } as const;

/** Measures preview and run over notes, in Chromium. */
export async function benchSurvey(notes: Iterable<Note>): Promise<readonly Figure[]> {
  const app = await openApp();
  try {
    await fillVault(app, notes);
    return await measured(app);
  } finally {
    await app.close();
    await closeBrowsers();
  }
}

/** Measures how long the page is held up by a single note. */
export async function benchOneNote(note: Note): Promise<readonly Figure[]> {
  const app = await openApp();
  try {
    await put(app, [note]);
    const length = `${note.text.length.toLocaleString('en')} characters`;
    const listed = await longest(app, LIST);
    const surveyed = await longest(app, SURVEY);
    return [
      { name: `${length}, listed in the panel: longest task`, values: [listed], ...LONG },
      { name: `${length}, survey: longest task`, values: [surveyed], ...LONG },
    ];
  } finally {
    await app.close();
    await closeBrowsers();
  }
}

async function fillVault(app: OpenApp, notes: Iterable<Note>): Promise<void> {
  app.page.setDefaultTimeout(180_000);
  let batch: Note[] = [];
  for (const note of notes) {
    batch.push(note);
    if (batch.length < BATCH) continue;
    await put(app, batch);
    batch = [];
  }
  await put(app, batch);
}

async function put(app: OpenApp, notes: readonly Note[]): Promise<void> {
  await app.page.evaluate(async (given) => {
    const { simulation } = window as unknown as { readonly simulation: Simulation };
    for (const { path, text } of given) await simulation.disk.writeFromOutside(path, text);
  }, notes);
}

async function measured(app: OpenApp): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const measureLongest = async (
    name: string,
    body: string,
    how: Pick<Figure, 'unit' | 'target'> = LONG,
  ): Promise<void> => {
    figures.push({ name, values: [await longest(app, body)], ...how });
  };
  const median = async (
    name: string,
    body: string,
    how: Pick<Figure, 'unit' | 'target'> = LONG,
  ): Promise<void> => {
    const values: number[] = [];
    for (let round = 0; round < ROUNDS; round++) values.push(await evaluate(app, body));
    figures.push({ name, values, ...how });
  };
  await median('survey: click on Cancel until nothing is read', CANCEL_SURVEY, PROMPT);
  await measureLongest('survey until the rows are drawn: longest task', SURVEY);
  await measureLongest('switch of a repair: longest task', SWITCH);
  await measureLongest('switch of a note: longest task', CHOOSE);
  await measureLongest('keys in the search: longest task', KEYS);
  await measureLongest('scrolling: longest task', SCROLL);
  await measureLongest('opening a note: longest task', OPEN_NOTE);
  await median('run: click on Stop until the summary', STOP_RUN, PROMPT);
  await measureLongest('run: longest task', RUN);
  await measureLongest('undo: longest task', UNDO);
  return figures;
}

function evaluate(app: OpenApp, body: string): Promise<number> {
  return app.page.evaluate(`(async () => { ${SHARED} ${body} })()`);
}

/** How long the page's longest task is while the body runs: as the browser observes those over 50 ms, else by turns of a message. */
function longest(app: OpenApp, body: string): Promise<number> {
  return evaluate(
    app,
    `
    let worst = 0;
    const see = (entries) => { for (const { duration } of entries) worst = Math.max(worst, duration); };
    const observer = new PerformanceObserver((list) => see(list.getEntries()));
    observer.observe({ type: 'longtask' });
    let between = 0;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    let goesOn = true;
    port1.onmessage = () => {
      const now = performance.now();
      between = Math.max(between, now - last);
      last = now;
      if (goesOn) port2.postMessage(0);
    };
    port2.postMessage(0);
    await wait(20);
    between = 0;
    await (async () => { ${body} })();
    await wait(50);
    goesOn = false;
    see(observer.takeRecords());
    observer.disconnect();
    return worst || Math.min(between, 50);`,
  );
}

/** What the measures share. A wait is a task of its own, as a click is. */
const SHARED = `
  const modal = () => [...document.querySelectorAll('.modal')].at(-1);
  const title = () => modal()?.querySelector('.modal-title')?.textContent ?? '';
  const rows = () => document.querySelectorAll('.omnivore-rescue-row').length;
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const until = async (holds) => {
    const from = performance.now();
    while (!holds()) {
      await wait(1);
      if (performance.now() - from > 120_000) throw new Error('Waited for ' + holds + ' while the window says ' + title());
    }
  };
  const run = (id) => app.commands.executeCommandById('omnivore-rescue:' + id);
  const buttons = () => [...modal().querySelectorAll('button')];
  const click = (start) => {
    const found = buttons().find((el) => el.textContent.startsWith(start));
    if (!found) throw new Error('There is no button ' + start + ' in the window ' + title());
    found.click();
  };
  const inPreview = () => document.querySelectorAll('.omnivore-rescue-preview .omnivore-rescue-row').length;
  const preview = async () => { run('repair-all'); await until(() => inPreview() > 0); };
`;

const CANCEL_SURVEY = `
  let read = 0;
  const { adapter } = app.vault;
  const before = adapter.read;
  adapter.read = (path) => { read = performance.now(); return before.call(adapter, path); };
  run('repair-all');
  await until(() => / of /.test(modal().textContent));
  await wait(200);
  const from = performance.now();
  await wait(0);
  click('Cancel');
  const closed = performance.now();
  await wait(150);
  delete adapter.read;
  return Math.max(closed, read) - from;`;

/** The note is in the panel, and reading has ended. */
const LIST = `run('open-panel'); await until(() => rows() > 0);`;

const SURVEY = `await preview();`;

const SWITCH = `
  for (let i = 0; i < 4; i++) {
    document.querySelectorAll('.omnivore-rescue-chip input')[1].click();
    await wait(50);
  }`;

const CHOOSE = `
  const box = () => document.querySelector('.omnivore-rescue-row input');
  for (let i = 0; i < 4; i++) {
    box().click();
    await wait(50);
  }`;

const KEYS = `
  const field = modal().querySelector('input[type=search]');
  for (const text of ['l', 'la', 'lan', 'river', 'riv', 'zzz', '']) {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await wait(50);
  }`;

const SCROLL = `
  const list = modal().querySelector('.omnivore-rescue-rows');
  const end = list.scrollHeight;
  for (let i = 0; i <= 60; i++) {
    list.scrollTop = (end * i) / 60;
    await new Promise(requestAnimationFrame);
  }
  list.scrollTop = 0;
  await wait(50);`;

/** The first note is expanded from the start, so it is collapsed first. */
const OPEN_NOTE = `
  const button = (expanded) => document.querySelector('[data-part=open][aria-expanded=' + expanded + ']');
  const isOpen = () => document.querySelector('.omnivore-rescue-row.is-place') !== null;
  button(true)?.click();
  await until(() => !isOpen());
  button(false).click();
  await until(isOpen);
  button(true).click();
  await wait(50);`;

/** Each round repairs some notes, is stopped, and is undone. */
const STOP_RUN = `
  if (!/^Repair [\\d,]+ notes$/.test(title())) await preview();
  click('Repair ');
  await until(() => title() === 'Repairing');
  await wait(200);
  const from = performance.now();
  await wait(0);
  click('Stop');
  await until(() => title() !== 'Repairing');
  const took = performance.now() - from;
  click('Undo this repair');
  await until(() => title().startsWith('Restored'));
  click('Done');
  await wait(50);
  return took;`;

const RUN = `
  await preview();
  click('Repair ');
  await until(() => title().startsWith('Repaired'));`;

const UNDO = `
  click('Undo this repair');
  await until(() => title().startsWith('Restored'));
  click('Done');`;
