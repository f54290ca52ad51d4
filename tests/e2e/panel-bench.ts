import { Library } from '../../src/library/library';
import { panelRows } from '../../src/library/rows';
import { FIRST_STATE } from '../../src/ui/panel/view-state';
import { closeBrowsers } from './chromium';
import { openApp, type OpenApp } from './open-app';

/** A figure of the panel: its name, what was measured (one value a round), its unit, and what is aimed at. */
export interface Figure {
  readonly name: string;
  readonly values: readonly number[];
  readonly unit: string;
  readonly target: string;
}

const ROUNDS = 5;

/** Measures the panel with so many articles, in Chromium. */
export async function benchPanel(articles: number): Promise<readonly Figure[]> {
  const app = await openApp({ many: articles, flags: ['--js-flags=--expose-gc'] });
  try {
    return await measured(app, articles);
  } finally {
    await app.close();
    await closeBrowsers();
  }
}

async function measured(app: OpenApp, articles: number): Promise<readonly Figure[]> {
  const { page } = app;
  page.setDefaultTimeout(180_000);
  const heap = async (): Promise<number> => page.evaluate(HEAP);
  const before = await heap();
  const started = Date.now();
  await app.run('open-panel');
  await page.getByText(`${articles.toLocaleString('en')} articles`, { exact: true }).waitFor();
  const cold = Date.now() - started;
  const perArticle = ((await heap()) - before) / articles;
  const rounds = (body: string): Promise<number[]> => page.evaluate(inRounds(body));
  const aim = (name: string, values: readonly number[], unit: string, target: string): Figure => {
    return { name, values, unit, target };
  };
  return [
    aim('cold start, every note read once', [cold], 'ms', ''),
    aim('open from a warm library', await rounds(OPEN), 'ms', '≤ 100'),
    aim('key to filtered rows painted', await rounds(KEY), 'ms', '≤ 16'),
    aim('one note changed, in library and rows', changeOne(articles), 'ms', '≤ 2'),
    aim('source ↔ tag', await rounds(SWITCH), 'ms', '≤ 100'),
    aim('longest frame while scrolling', await rounds(SCROLL), 'ms', '≤ 33'),
    aim('rows in the page', await rounds(ROWS), '', '≤ 100'),
    aim('heap per article', [perArticle], 'bytes', '≤ 1,024'),
  ];
}

/** Without the page: the same library and rows, with one note put anew each round. */
function changeOne(articles: number): readonly number[] {
  const library = new Library();
  const put = (i: number, title: string): void => {
    const path = `Omnivore/${i}.md`;
    const source = `site-${i % 400}.example.org`;
    const saved = new Date(Date.UTC(2021, 0, 1) + i * 2_000_000).toISOString();
    const none = { author: null, url: null, published: null, draft: null, state: null, due: 0 };
    library.put(path, [{ key: path, path, title, source, tags: [], saved, ...none }]);
  };
  for (let i = 0; i < articles; i++) put(i, `Article ${i}`);
  panelRows(library, VIEW, 'en');
  return Array.from({ length: ROUNDS }, (_, round) => {
    const from = performance.now();
    put(round * 7, 'Changed');
    panelRows(library, VIEW, 'en');
    return performance.now() - from;
  });
}

const VIEW = { ...FIRST_STATE.view, open: ['source:site-0.example.org'] };

const HEAP = '(gc(), performance.memory.usedJSHeapSize)';

/** What the measures share: the panel, and the time until what was done is laid out and painted. */
const SHARED = `
  const panel = () => app.workspace.getLeavesOfType('omnivore-rescue-panel')[0];
  const $ = (selector) => document.querySelector('.omnivore-rescue-panel ' + selector);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const took = (act) => { const from = performance.now(); act(); void document.body.offsetHeight; return performance.now() - from; };
`;

function inRounds(body: string): string {
  return `(async () => {
    ${SHARED}
    const values = [];
    for (let round = 0; round < ${ROUNDS}; round++) {
      values.push(await (async () => { ${body} })());
      await wait(100);
    }
    return values;
  })()`;
}

const OPEN = `
  panel().detach();
  const from = performance.now();
  app.commands.executeCommandById('omnivore-rescue:open-panel');
  while (!$('.omnivore-rescue-row')) await Promise.resolve().then(() => wait(0));
  void document.body.offsetHeight;
  return performance.now() - from;`;

const KEY = `
  const field = $('input');
  field.value = 'lantern'.slice(0, round + 1);
  return took(() => field.dispatchEvent(new Event('input', { bubbles: true })));`;

const SWITCH = `
  const buttons = [...document.querySelectorAll('.omnivore-rescue-groups button')];
  return took(() => buttons[round % 2 === 0 ? 1 : 0].click());`;

const SCROLL = `
  const list = $('.omnivore-rescue-rows');
  if (round === 0) for (const row of [...document.querySelectorAll('.omnivore-rescue-row[aria-expanded=false]')].slice(0, 12)) row.click();
  let longest = 0;
  let last = performance.now();
  for (let frame = 0; frame < 60; frame++) {
    list.scrollTop += 400;
    const now = await new Promise(requestAnimationFrame);
    if (frame > 0) longest = Math.max(longest, now - last);
    last = now;
  }
  list.scrollTop = 0;
  return longest;`;

const ROWS = `return document.querySelectorAll('.omnivore-rescue-row').length;`;
