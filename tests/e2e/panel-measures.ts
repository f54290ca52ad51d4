/** Scripts that measure in the page; each returns what it measured, once a round. */

/** Shared by all scripts: the panel, and the time until a change is laid out. */
const SHARED = `
  const panel = () => app.workspace.getLeavesOfType('omnivore-rescue-panel')[0];
  const $ = (selector) => document.querySelector('.omnivore-rescue-panel ' + selector);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const nextTask = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(null);
  });
  const laidOut = () => void document.body.offsetHeight;
  const took = (act) => { const from = performance.now(); act(); laidOut(); return performance.now() - from; };
`;

export const ROUNDS = 5;

/** The script's values of this many rounds. */
export function inRounds(body: string, rounds = ROUNDS): string {
  return `(async () => {
    ${SHARED}
    const values = [];
    for (let round = 0; round < ${rounds}; round++) {
      values.push(await (async () => { ${body} })());
      await wait(100);
    }
    return values;
  })()`;
}

/** The bytes in use. */
export const HEAP = `gc(); return performance.memory.usedJSHeapSize;`;

export const OPEN = `
  panel().detach();
  const from = performance.now();
  app.commands.executeCommandById('omnivore-rescue:open-panel');
  while (!$('.omnivore-rescue-row')) await wait(0);
  laidOut();
  return performance.now() - from;`;

/** One more letter each round. */
export const KEY = `
  const field = $('input');
  field.value = 'lantern'.slice(0, round + 1);
  return took(() => field.dispatchEvent(new Event('input', { bubbles: true })));`;

/** One more letter each round, with about a tenth of the articles found, all expanded and highlighted. */
export const KEY_EXPANDED = `
  const field = $('input');
  field.value = 'source:site-1 ' + 'lantern'.slice(0, round + 3);
  const taken = took(() => field.dispatchEvent(new Event('input', { bubbles: true })));
  if (!$('.suggestion-highlight')) throw new Error('Nothing is highlighted');
  return taken;`;

export const SWITCH = `
  const buttons = document.querySelectorAll('.omnivore-rescue-groups button');
  return took(() => buttons[round % 2 === 0 ? 1 : 0].click());`;

/** From the vault's event to the drawn row, without the plugin's wait for more changes. The note's group is expanded. */
export function changeOne(path: string): string {
  return `
  const path = ${JSON.stringify(path)};
  if (round === 0) {
    document.querySelector('.omnivore-rescue-groups button').click();
    $('.omnivore-rescue-row').click();
    await wait(100);
  }
  const title = 'Changed ' + round;
  const file = app.vault.getFileByPath(path);
  simulation.disk.seed(path, simulation.disk.peek(path).replace(/^title: .*/m, 'title: ' + title));
  const { ctime, mtime, size } = simulation.disk.files.get(path);
  file.stat = { ctime, mtime, size };
  // The app's own index is not what is measured.
  app.metadataCache.indexDelay = 10_000;
  const later = window.setTimeout;
  window.setTimeout = (act, ms) => ms > 1000 ? later(act, ms) : (queueMicrotask(act), 0);
  const from = performance.now();
  app.vault.trigger('modify', file);
  const names = document.getElementsByClassName('omnivore-rescue-name');
  while (names[1].textContent !== title) await nextTask();
  laidOut();
  const taken = performance.now() - from;
  window.setTimeout = later;
  return taken;`;
}

/** The longest of sixty frames. */
export const SCROLL = `
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

export const ROWS = `return document.querySelectorAll('.omnivore-rescue-row').length;`;

/** What is read of the built main.js at each start of the app, before its plugin is begun. */
export const EVALUATE = `
  const code = simulation.disk.peek('.obsidian/plugins/omnivore-rescue/main.js');
  const from = performance.now();
  const module = { exports: {} };
  new Function('require', 'module', 'exports', code)(() => obsidian, module, module.exports);
  window.PluginClass = module.exports.default;
  return performance.now() - from;`;

/** The plugin's own start. */
export const ONLOAD = `
  (window.begun ?? plugin).unload();
  window.begun = new PluginClass(app, plugin.manifest);
  const from = performance.now();
  await begun.load();
  return performance.now() - from;`;

/** How many notes were read from disk since the start. */
export const NOTES_READ = `
  let notes = 0;
  for (const [path, times] of simulation.disk.reads) if (path.endsWith('.md')) notes += times;
  return notes;`;

/** How many notes the database holds. */
export const CACHED = `
  const [{ name }] = await indexedDB.databases();
  const answer = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const db = await answer(indexedDB.open(name));
  const count = await answer(db.transaction('notes').objectStore('notes').count());
  db.close();
  return count;`;
