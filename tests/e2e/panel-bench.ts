import { closeBrowsers } from './chromium';
import { mainTasks } from './main-tasks';
import { openApp, type OpenApp } from './open-app';
import { inPage, isRead, says } from './panel/panel';
import * as measures from './panel-measures';

/** A figure of the panel: its name, what was measured (one value a round), its unit, and what is aimed at. */
export interface Figure {
  readonly name: string;
  readonly values: readonly number[];
  readonly unit: string;
  readonly target: string;
}

/** Measures the panel with this many articles, in Chromium, and the plugin's own start. */
export async function benchPanel(articles: number): Promise<readonly Figure[]> {
  try {
    return [...(await starts()), ...(await panel(articles))];
  } finally {
    await closeBrowsers();
  }
}

const figure = (
  name: string,
  values: readonly number[],
  unit: Figure['unit'],
  target = '',
): Figure => ({ name, values, unit, target });

const rounds = ({ page }: OpenApp, body: string, count = measures.ROUNDS): Promise<number[]> =>
  page.evaluate(measures.inRounds(body, count));

/** With an empty vault: what is measured is the plugin, not its reading. */
async function starts(): Promise<readonly Figure[]> {
  const app = await openApp({ files: {} });
  const evaluated = await rounds(app, measures.EVALUATE);
  const loaded = await rounds(app, measures.ONLOAD);
  await app.close();
  return [figure('main.js evaluated', evaluated, 'ms'), figure('onload', loaded, 'ms', '≤ 10')];
}

async function panel(articles: number): Promise<readonly Figure[]> {
  const app = await openApp({ many: articles, flags: ['--js-flags=--expose-gc'] });
  app.page.setDefaultTimeout(180_000);
  const once = (body: string): Promise<number> => inPage<number>(app, body);
  const before = await once(measures.HEAP);
  let cold = 0;
  const tasks = await mainTasks(app, async () => {
    cold = await timed(() => openWhole(app, articles));
  });
  const coldReads = await once(measures.NOTES_READ);
  const heap = (await rounds(app, measures.HEAP)).map((bytes) => (bytes - before) / articles);
  const opened = await rounds(app, measures.OPEN);
  const keyed = await rounds(app, measures.KEY);
  const expanded = await rounds(await unfiltered(app), measures.KEY_EXPANDED);
  const switched = await rounds(await unfiltered(app), measures.SWITCH);
  const changes = await change(app, articles);
  const shown = [
    figure('open from a warm library', opened, 'ms', '≤ 100'),
    figure('key to filtered rows, laid out', keyed, 'ms', '≤ 16'),
    figure('key to thousands of expanded, highlighted results', expanded, 'ms', '≤ 16'),
    figure('source ↔ tag', switched, 'ms', '≤ 33'),
    figure('the first note changed, event to drawn row', changes.slice(0, 1), 'ms'),
    figure('one note changed, after twenty others, of 25', changes.slice(20), 'ms', '≤ 16'),
    figure('longest frame while scrolling', await rounds(app, measures.SCROLL), 'ms', '≤ 33'),
    figure('rows in the page', await rounds(app, measures.ROWS), '', '≤ 100'),
    figure('heap per article', heap, 'bytes', '≤ 1,024'),
  ];
  while ((await once(measures.CACHED)) < articles) await app.page.waitForTimeout(100);
  const warm = await timed(() => restartWhole(app, articles));
  const warmReads = await once(measures.NOTES_READ);
  await app.close();
  return [
    figure('cold start, once', [cold], 'ms'),
    figure('its longest task', tasks.slice(0, 1), 'ms', '≤ 50'),
    figure('its tasks over 16 ms', [tasks.filter((taken) => taken > 16).length], ''),
    figure('notes read at a cold start', [coldReads], '', `${articles}`),
    ...shown,
    figure('warm start, once', [warm], 'ms'),
    figure('notes read at a warm start', [warmReads], '', '0'),
  ];
}

async function timed(act: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

async function openWhole(app: OpenApp, articles: number): Promise<void> {
  await app.run('open-panel');
  await isWhole(app, articles);
}

async function restartWhole(app: OpenApp, articles: number): Promise<void> {
  await app.restart();
  await isWhole(app, articles);
}

async function isWhole(app: OpenApp, articles: number): Promise<void> {
  await says(app, `${articles.toLocaleString('en')} articles`);
  await isRead(app);
}

async function unfiltered(app: OpenApp): Promise<OpenApp> {
  await app.page.locator('.omnivore-rescue-panel input').fill('');
  return app;
}

/** The newest article of the first group: it stands at the top. */
async function change(app: OpenApp, articles: number): Promise<number[]> {
  const newest = Math.floor((articles - 1) / 400) * 400;
  return rounds(app, measures.changeOne(`Omnivore/${newest % 100}/Article ${newest}.md`), 45);
}
