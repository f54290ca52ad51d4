/** @jest-environment jsdom */
import type { BootOptions, Simulation } from './load-plugin';
import { boot } from './load-plugin';
import { TINY } from './tiny-plugin';
import { openNote, settle, type } from './user';
import { DeferredView, UnknownView } from './views';

let simulation: Simulation | null = null;

async function start(options: Partial<BootOptions> = {}): Promise<Simulation> {
  simulation = await boot({ ...TINY, files: { 'a.md': 'a', 'F/b.md': 'b' }, ...options });
  await settle();
  return simulation;
}

afterEach(() => {
  jest.useRealTimers();
  simulation?.close();
  simulation = null;
});

describe('a side leaf', () => {
  test('is made once, in view and with its state', async () => {
    const { app } = await start();
    app.workspace.rightSplit.collapse();
    const leaf = await app.workspace.ensureSideLeaf('tiny-view', 'right', { state: { scroll: 7 } });
    expect(app.workspace.activeLeaf).not.toBe(leaf);
    const again = await app.workspace.ensureSideLeaf('tiny-view', 'right', { active: true });
    expect(again).toBe(leaf);
    expect(leaf.getViewState().state).toEqual({ scroll: 7 });
    expect(app.workspace.rightSplit.collapsed).toBe(false);
    expect(document.querySelector('.mod-right-split .tiny-content')).not.toBeNull();
    expect(app.workspace.activeLeaf).toBe(leaf);
  });

  test('of a saved layout is deferred until it is revealed', async () => {
    const view = { type: 'tiny-view', state: { scroll: 3 } };
    const { app } = await start({ layout: [{ side: 'right', view }] });
    const [leaf] = app.workspace.getLeavesOfType('tiny-view');
    expect(leaf?.isDeferred).toBe(true);
    expect(leaf?.view).toBeInstanceOf(DeferredView);
    expect(leaf?.getViewState().state).toEqual({ scroll: 3 });
    if (leaf) await app.workspace.revealLeaf(leaf);
    expect(leaf?.isDeferred).toBe(false);
    expect(leaf?.view.getState()).toEqual({ scroll: 3 });
    expect(document.querySelector('.tiny-content')).not.toBeNull();
  });

  test('that was in view is there from the start', async () => {
    const view = { type: 'tiny-view' };
    const { app } = await start({ layout: [{ side: 'right', view, inView: true }] });
    expect(app.workspace.getLeavesOfType('tiny-view')[0]?.isDeferred).toBe(false);
  });

  test('is found wherever it is, and keeps its state', async () => {
    const { app } = await start();
    const leaf = app.workspace.getLeaf('tab');
    await leaf.setViewState({ type: 'tiny-view', state: { scroll: 5 } });
    expect(await app.workspace.ensureSideLeaf('tiny-view', 'right')).toBe(leaf);
    expect(leaf.getViewState().state).toEqual({ scroll: 5 });
  });

  test('waits for its plugin over an update, and closes when the user switches it off', async () => {
    const first = await start();
    const leaf = await first.app.workspace.ensureSideLeaf('tiny-view', 'right');
    await first.unload('update');
    expect(leaf.view).toBeInstanceOf(UnknownView);
    expect(leaf.view.getViewType()).toBe('tiny-view');
    first.close();
    const { app, unload } = await start();
    await app.workspace.ensureSideLeaf('tiny-view', 'right');
    await unload();
    expect(app.workspace.getLeavesOfType('tiny-view')).toEqual([]);
  });

  test('can be made on a phone too, where there is no right leaf to ask for', async () => {
    const { app } = await start({ mobile: true });
    expect(app.workspace.getRightLeaf(false)).toBeNull();
    const leaf = await app.workspace.ensureSideLeaf('tiny-view', 'right');
    expect(leaf.getRoot()).toBe(app.workspace.rightSplit);
  });

  test('hides the other tabs of its sidebar', async () => {
    const { app } = await start();
    const leaf = await app.workspace.ensureSideLeaf('tiny-view', 'right');
    const other = app.workspace.getRightLeaf(false);
    expect(other?.containerEl.style.display).toBe('none');
    if (other) await app.workspace.revealLeaf(other);
    expect(leaf.containerEl.style.display).toBe('none');
  });
});

describe('opening', () => {
  test('a link opens its file where it is asked to', async () => {
    const { app } = await start();
    await app.workspace.openLinkText('a', '');
    await app.workspace.openLinkText('b#part', 'a.md', 'tab');
    await app.workspace.openLinkText('F/b.md', '', 'split');
    const leaves = app.workspace.getLeavesOfType('markdown');
    expect(leaves.map((leaf) => [leaf.getDisplayText(), leaf.requestedAs])).toEqual([
      ['a', false],
      ['b', 'tab'],
      ['b', 'split'],
    ]);
    expect(app.workspace.openedLinks).toHaveLength(3);
    expect(leaves[1]?.getEphemeralState()).toEqual({ subpath: '#part' });
  });

  test('a panel in the middle is not replaced, nor a pinned note', async () => {
    const { app } = await start();
    const panel = app.workspace.getLeaf('split');
    await panel.setViewState({ type: 'tiny-view', active: true });
    await openNote(app, 'a.md');
    expect(panel.view.getViewType()).toBe('tiny-view');
    app.workspace.getLeavesOfType('markdown')[0]?.setPinned(true);
    await openNote(app, 'F/b.md');
    expect(app.workspace.getLeavesOfType('markdown')).toHaveLength(2);
  });

  test('a new tab that is still empty is used before another', async () => {
    const { app } = await start();
    const empty = app.workspace.getLeaf();
    expect(app.workspace.getLeaf('tab')).toBe(empty);
    await openNote(app, 'a.md');
    expect(app.workspace.getLeaf('tab')).not.toBe(empty);
  });

  test('a link to what is not there makes the note', async () => {
    const { app } = await start();
    await app.workspace.openLinkText('new', 'a.md');
    expect(app.workspace.getActiveFile()?.path).toBe('new.md');
  });

  test('fires its event a turn later, once', async () => {
    const { app } = await start();
    const log: string[] = [];
    app.workspace.on('file-open', (file: { path: string }) => log.push(`file ${file.path}`));
    app.workspace.on('active-leaf-change', () => log.push('leaf'));
    await app.workspace.getLeaf('split').openFile(app.vault.getFileByPath('a.md') ?? neverFile());
    expect(log).toEqual([]);
    await settle();
    expect(log.sort()).toEqual(['file a.md', 'leaf']);
  });

  test('the sidebar takes the focus but not the file', async () => {
    const { app } = await start();
    await openNote(app, 'a.md');
    await app.workspace.ensureSideLeaf('tiny-view', 'right', { active: true });
    expect(app.workspace.activeEditor).toBeNull();
    expect(app.workspace.getActiveFile()?.path).toBe('a.md');
    expect(app.workspace.getLeaf().getDisplayText()).toBe('a');
  });

  test('a deleted note leaves an empty tab', async () => {
    const { app } = await start();
    const view = await openNote(app, 'a.md');
    if (view.file) await app.vault.delete(view.file);
    await settle();
    expect(view.leaf.view.getViewType()).toBe('empty');
  });
});

describe('typing', () => {
  test('is in the editor at once and on the disk two seconds later', async () => {
    const { app, disk } = await start();
    const view = await openNote(app, 'a.md');
    jest.useFakeTimers();
    type(view, '!');
    await jest.advanceTimersByTimeAsync(1900);
    expect([view.editor.getValue(), disk.peek('a.md'), view.dirty]).toEqual(['a!', 'a', true]);
    await jest.advanceTimersByTimeAsync(200);
    expect([disk.peek('a.md'), view.dirty]).toEqual(['a!', false]);
  });

  test('is saved when asked, when the tab closes and when the app quits', async () => {
    const { app, disk } = await start();
    const view = await openNote(app, 'a.md');
    type(view, '1');
    await view.save();
    expect(disk.peek('a.md')).toBe('a1');
    type(view, '2');
    view.leaf.detach();
    await settle();
    expect(disk.peek('a.md')).toBe('a12');
    type(await openNote(app, 'F/b.md'), '3');
    await app.quit();
    expect(disk.peek('F/b.md')).toBe('b3');
  });

  test('that is not saved is lost in a crash', async () => {
    const { app, disk, close } = await start();
    type(await openNote(app, 'a.md'), '!');
    close();
    await settle();
    expect(disk.peek('a.md')).toBe('a');
  });

  test('stays when another program writes the note, and is saved over it', async () => {
    const { app, disk } = await start();
    const view = await openNote(app, 'a.md');
    type(view, '!');
    await disk.writeFromOutside('a.md', 'other');
    await settle();
    expect(view.editor.getValue()).toBe('a!');
    await view.save();
    expect(disk.peek('a.md')).toBe('a!');
  });

  test('an editor without typing follows the disk', async () => {
    const { app } = await start();
    const view = await openNote(app, 'a.md');
    if (view.file) await app.vault.process(view.file, () => 'fixed');
    await settle();
    expect([view.editor.getValue(), view.dirty]).toEqual(['fixed', false]);
  });

  test('opening a note with CRLF lines does not change it', async () => {
    const { app, disk } = await start({ files: { 'w.md': 'a\r\nb' } });
    const view = await openNote(app, 'w.md');
    await view.save();
    expect([view.editor.getValue(), disk.peek('w.md')]).toEqual(['a\nb', 'a\r\nb']);
    expect(disk.writes.get('w.md')).toBeUndefined();
  });
});

function neverFile(): never {
  throw new Error('no file');
}
