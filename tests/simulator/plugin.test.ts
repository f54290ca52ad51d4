/** @jest-environment jsdom */
import type { BootOptions, Simulation } from './load-plugin';
import { pause } from './disk';
import { boot } from './load-plugin';
import { logOf, TINY } from './tiny-plugin';
import { noticeTexts, openNote, press, settle } from './user';

let simulation: Simulation | null = null;

async function start(options: Partial<BootOptions> = {}): Promise<Simulation> {
  simulation = await boot({ ...TINY, ...options });
  return simulation;
}

afterEach(() => {
  simulation?.close();
  simulation = null;
});

const DATA = '.obsidian/plugins/tiny/data.json';

test('at a start the files arrive after the plugin, one by one, then the layout is ready', async () => {
  const { plugin, app } = await start({ files: { 'a.md': '', 'F/b.md': '' } });
  const files = ['create F', 'create a.md', 'create F/b.md'];
  expect(logOf(plugin)).toEqual(['loaded 0', ...files, 'ready 2']);
  await settle();
  expect(logOf(plugin).some((line) => line.startsWith('changed'))).toBe(false);
  await app.vault.create('c.md', '---\nx: 1\n---\n');
  await settle();
  expect(logOf(plugin).slice(-2)).toEqual(['create c.md', 'changed c.md 13 {"x":1}']);
});

test('a plugin that the user switches on finds all that is there', async () => {
  const { plugin } = await start({ files: { 'a.md': '' }, enabled: 'by the user' });
  expect(logOf(plugin)).toEqual(['ready 1', 'loaded 1', 'enabled by the user']);
});

test('what a plugin registers is gone when it is unloaded', async () => {
  const { unload, app } = await start({ data: { on: true } });
  app.commands.executeCommandById('tiny:open');
  await settle();
  expect(document.querySelector('.tiny-content')?.textContent).toBe('Tiny content');
  expect(await unload()).toEqual([]);
  expect(document.querySelector('.tiny-content')).toBeNull();
  expect(document.querySelector('.side-dock-ribbon-action')).toBeNull();
  expect(app.workspace.getLeavesOfType('tiny-view')).toHaveLength(0);
});

test('a note that is open is not the plugin’s doing', async () => {
  const { unload, app } = await start({ files: { 'a.md': '' } });
  await openNote(app, 'a.md');
  expect(await unload()).toEqual([]);
});

test('what a plugin leaves behind is named', async () => {
  const { unload } = await start({ data: { leak: true } });
  expect(await unload()).toEqual([
    'interval: 1',
    'listener window resize: 1',
    'event vault modify: 1',
    'lasting notice: 1',
    'element body > div.tiny-leak: 1',
  ]);
});

test.each(['fs', 'electron', 'node:path'])('a plugin can’t require %s', async (name) => {
  const code = `require('${name}'); module.exports = class {};`;
  await expect(boot({ ...TINY, code })).rejects.toThrow(`Cannot find module '${name}'`);
});

test('a plugin for a newer app is refused', async () => {
  const manifest = { ...TINY.manifest, minAppVersion: '1.14.0' };
  await expect(boot({ ...TINY, manifest })).rejects.toThrow('requires Obsidian 1.14.0');
});

describe('data', () => {
  test('is kept over a restart', async () => {
    const first = await start({ data: { on: true } });
    await first.plugin.saveData({ on: false, name: 'b' });
    first.close();
    const { plugin } = await start({ disk: first.disk });
    expect(plugin.settings).toEqual({ on: false, name: 'b', folder: '' });
  });

  test('that is not JSON is undefined, and stays as it is', async () => {
    const { plugin, disk } = await start({ data: '{"on": tru' });
    expect(await plugin.loadData()).toBeUndefined();
    expect(disk.peek(DATA)).toBe('{"on": tru');
  });

  test('that can’t be written is lost silently', async () => {
    const { plugin, disk } = await start({ data: { on: true } });
    disk.faults.failWrites(DATA);
    await plugin.saveData({ on: false });
    expect(disk.peek(DATA)).toBe('{"on":true}');
  });

  test('lies in the folder that the user has chosen for the app', async () => {
    const { plugin, disk } = await start({ configDir: '.obsidian-phone' });
    await plugin.saveData({ on: true });
    expect(disk.peek('.obsidian-phone/plugins/tiny/data.json')).toContain('true');
  });

  test('that is not there yet is null', async () => {
    const { plugin } = await start();
    expect(await plugin.loadData()).toBeNull();
  });

  test('written by another device is announced, the plugin’s own is not', async () => {
    const { plugin, disk, app } = await start();
    const announced = (): number =>
      logOf(plugin).filter((line) => line === 'settings changed outside').length;
    const [tab] = app.setting.pluginTabs;
    const update = jest.spyOn(tab ?? neverTab(), 'update');
    await plugin.saveData({ on: true });
    await pause(70);
    expect([announced(), update.mock.calls.length]).toEqual([0, 0]);
    await disk.writeFromOutside(DATA, '{}');
    await disk.writeFromOutside(DATA, '{"on":true}');
    expect(announced()).toBe(0);
    await pause(70);
    expect([announced(), update.mock.calls.length]).toEqual([1, 1]);
    await disk.writeFromOutside(DATA, '{}', { mtime: 1 });
    await pause(70);
    expect(announced()).toBe(1);
  });
});

describe('commands', () => {
  test('are available where they can run', async () => {
    const { app } = await start({ files: { 'a.md': 'a' } });
    const available = (): string[] => app.commands.listCommands().map(({ name }) => name);
    expect(available()).toEqual(['Tiny: Say hello']);
    const view = await openNote(app, 'a.md');
    expect(available()).toEqual(['Tiny: Say hello', 'Tiny: Shout']);
    view.currentMode = { type: 'preview' };
    expect(available()).toEqual(['Tiny: Say hello']);
    expect(app.commands.executeCommandById('tiny:open')).toBe(false);
    expect(app.commands.executeCommandById('tiny:none')).toBe(false);
  });

  test('act on the editor of the note in use', async () => {
    const { app } = await start({ files: { 'a.md': 'a' } });
    const view = await openNote(app, 'a.md');
    await app.commands.run('tiny:shout');
    expect(view.editor.getValue()).toBe('A');
  });

  test('run at their hotkey', async () => {
    const { app, plugin } = await start();
    const callback = jest.fn();
    plugin.addCommand({
      id: 'k',
      name: 'K',
      callback,
      hotkeys: [{ modifiers: ['Mod'], key: 'k' }],
    });
    press('k');
    expect(callback).not.toHaveBeenCalled();
    press('k', { ctrlKey: true });
    expect(callback).toHaveBeenCalledTimes(1);
    expect(app.commands.findCommand('tiny:k')?.name).toBe('Tiny: K');
  });
});

test('the app’s command line knows the plugin’s commands', async () => {
  const { app, plugin } = await start();
  expect(await app.cli.run('tiny:echo', { text: 'hi' })).toBe('echo hi');
  expect(await app.cli.run('tiny:echo')).toBe('Error: Missing: text');
  expect(await app.cli.run('tiny')).toBe('Error: Unknown command: tiny');
  const again = (): void => plugin.registerCliHandler('tiny:echo', '', null, () => '');
  expect(again).toThrow('already registered');
});

test('a phone has no status bar and identifies as a phone', async () => {
  const { app, plugin } = await start({ mobile: true });
  expect(plugin.addStatusBarItem()).toBeUndefined();
  expect(app.statusBarEl).toBeNull();
  expect(document.body.classList.contains('is-phone')).toBe(true);
});

test('a notice is in the page for its time', async () => {
  const { app } = await start();
  app.commands.executeCommandById('tiny:hello');
  expect(noticeTexts()).toEqual(['Hello']);
  document.querySelector<HTMLElement>('.notice')?.click();
  expect(document.querySelector('.notice-container')).toBeNull();
});

test('after the machine went off the next start finds what was kept', async () => {
  const first = await start({ files: { 'a.md': 'a', 'b.md': 'b' } });
  const { vault } = first.app;
  vault.faults.quitAfter(1);
  const changes = vault.getMarkdownFiles().map((file) => vault.process(file, () => 'fixed'));
  const outcomes = await Promise.allSettled(changes);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  first.close();
  const { disk, app } = await start({ disk: first.disk });
  expect([disk.peek('a.md'), disk.peek('b.md')]).toEqual(['fixed', 'b']);
  await app.vault.create('c.md', 'c');
  expect([disk.peek('c.md'), first.disk.peek('c.md')]).toEqual(['c', null]);
});

test('a plugin that fails at load leaves no app behind', async () => {
  const { setInterval } = window;
  const code = `module.exports = class extends require('obsidian').Plugin {
    onload() { throw new Error('broken'); } };`;
  await expect(boot({ ...TINY, code })).rejects.toThrow('broken');
  expect(document.body.childElementCount).toBe(0);
  expect(window.setInterval).toBe(setInterval);
});

test('local storage is kept on the device', async () => {
  const first = await start();
  first.app.saveLocalStorage('tiny', { open: ['a'] });
  first.app.saveLocalStorage('gone', 1);
  first.app.saveLocalStorage('gone', null);
  first.close();
  const { app } = await start({ disk: first.disk });
  expect(app.loadLocalStorage('tiny')).toEqual({ open: ['a'] });
  expect(app.loadLocalStorage('gone')).toBeNull();
});

test('fifty thousand notes are there in a few seconds', async () => {
  const files: Record<string, string> = {};
  for (let i = 0; i < 50_000; i++) {
    files[`F${i % 50}/n${i}.md`] = `---\nid: ${i}\ntitle: Note ${i}\n---\n\n# Note ${i}\n`;
  }
  const start50k = performance.now();
  const { app } = await start({ files });
  const took = performance.now() - start50k;
  expect(app.vault.getMarkdownFiles()).toHaveLength(50_000);
  expect(app.metadataCache.getCache('F7/n7.md')?.frontmatter).toEqual({ id: 7, title: 'Note 7' });
  // It takes about a second; the rest is for a machine that is busy.
  expect(took).toBeLessThan(6000);
});

function neverTab(): never {
  throw new Error('no tab');
}
