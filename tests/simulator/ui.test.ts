/** @jest-environment jsdom */
import type { Simulation } from './load-plugin';
import { boot } from './load-plugin';
import { Menu } from './menus';
import type { MenuItem } from './menu-item';
import { ConfirmationModal, Modal } from './modals';
import { Notice } from './notices';
import { AbstractInputSuggest } from './suggest';
import { FuzzySuggestModal } from './suggest-modals';
import { TINY } from './tiny-plugin';
import {
  choose,
  fill,
  noticeTexts,
  openEditorMenu,
  openFileMenu,
  openNote,
  press,
  settle,
  titlesOf,
} from './user';

let simulation: Simulation;

beforeEach(async () => {
  simulation = await boot({ ...TINY, files: { 'a.md': 'a', 'b.md': 'b' } });
});

afterEach(() => {
  jest.useRealTimers();
  simulation.close();
});

const $ = (selector: string): HTMLElement | null => document.querySelector(selector);

describe('a modal', () => {
  test.each([
    ['Escape', () => press('Escape')],
    ['its cross', () => $('.modal-header-button')?.click()],
    ['a click beside it', () => $('.modal-bg')?.click()],
  ])('is closed by %s', (_what, act) => {
    const closed = jest.fn();
    const modal = new Modal(simulation.app).setTitle('Title').setContent('Text');
    modal.setCloseCallback(closed).open();
    expect($('.modal-container .modal-title')?.textContent).toBe('Title');
    act();
    expect($('.modal-container')).toBeNull();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  test('on top of another is closed alone', () => {
    new Modal(simulation.app).open();
    new Modal(simulation.app).open();
    press('Escape');
    expect(document.querySelectorAll('.modal')).toHaveLength(1);
  });

  test('keeps the app’s hotkeys away', () => {
    const act = jest.fn(() => false);
    simulation.app.scope.register(['Mod'], 'k', act);
    new Modal(simulation.app).open();
    press('k', { ctrlKey: true });
    expect(act).not.toHaveBeenCalled();
  });

  test('that asks stays open while the answer is not good', async () => {
    const modal = new ConfirmationModal(simulation.app);
    let answer = true;
    modal
      .addButton((button) =>
        button
          .setButtonText('Delete')
          .setDestructive()
          .onClick(() => answer),
      )
      .addCancelButton();
    modal.open();
    const [remove, cancel] = modal.buttonContainerEl.querySelectorAll('button');
    expect(remove?.className).toBe('mod-destructive');
    remove?.click();
    await settle();
    expect($('.modal')).not.toBeNull();
    answer = false;
    remove?.click();
    await settle();
    expect($('.modal')).toBeNull();
    modal.open();
    cancel?.click();
    await settle();
    expect($('.modal')).toBeNull();
  });
});

test('a modal of suggestions finds by letters and gives what is chosen', async () => {
  const chosen: string[] = [];
  class Fruit extends FuzzySuggestModal<string> {
    override getItems(): string[] {
      return ['apple', 'banana', 'cherry'];
    }
    override getItemText(item: string): string {
      return item;
    }
    override onChooseItem(item: string): void {
      chosen.push(item);
    }
  }
  const modal = new Fruit(simulation.app);
  modal.open();
  await settle();
  expect(document.querySelectorAll('.prompt .suggestion-item')).toHaveLength(3);
  fill(modal.inputEl, 'che');
  await settle();
  expect($('.suggestion-item.is-selected')?.textContent).toBe('cherry');
  press('Enter');
  expect(chosen).toEqual(['cherry']);
  expect($('.prompt')).toBeNull();
});

test('suggestions below an input are closed by Escape before the modal is', async () => {
  class Words extends AbstractInputSuggest<string> {
    protected override getSuggestions(query: string): string[] {
      return ['one', 'two'].filter((word) => word.includes(query));
    }
    override renderSuggestion(word: string, el: HTMLElement): void {
      el.textContent = word;
    }
  }
  const modal = new Modal(simulation.app);
  const input = modal.contentEl.createEl('input', { type: 'text' });
  const chosen = jest.fn();
  const suggest = new Words(simulation.app, input).onSelect(chosen);
  modal.open();
  fill(input, 'o');
  await settle();
  expect(document.querySelectorAll('.suggestion-container .suggestion-item')).toHaveLength(2);
  press('ArrowDown');
  press('Enter');
  expect(chosen.mock.calls[0]?.[0]).toBe('two');
  press('Escape');
  expect([$('.suggestion-container'), $('.modal') !== null]).toEqual([null, true]);
  suggest.close();
  press('Escape');
  expect($('.modal')).toBeNull();
});

describe('a menu', () => {
  function show(add: (item: MenuItem) => unknown, ...more: ((item: MenuItem) => unknown)[]): Menu {
    const menu = new Menu();
    for (const one of [add, ...more]) menu.addItem(one);
    return menu.showAtPosition({ x: 1, y: 2 });
  }

  test('is used with the keys, over what is disabled', () => {
    const acts: string[] = [];
    show(
      (item) => item.setTitle('One').onClick(() => acts.push('one')),
      (item) =>
        item
          .setTitle('Two')
          .setDisabled(true)
          .onClick(() => acts.push('two')),
      (item) => item.setTitle('Three').onClick(() => acts.push('three')),
    );
    press('ArrowDown');
    press('ArrowDown');
    expect($('.menu-item.selected')?.textContent).toBe('Three');
    press('Enter');
    expect(acts).toEqual(['three']);
    expect($('.menu')).toBeNull();
  });

  test('is hidden by Escape and by a click elsewhere, and calls onHide', () => {
    const hidden = jest.fn();
    const menu = show((item) => item.setTitle('One'));
    menu.onHide(hidden);
    press('Escape');
    menu.showAtPosition({ x: 1, y: 2 });
    document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    expect($('.menu')).toBeNull();
    expect(hidden).toHaveBeenCalledTimes(2);
    expect(simulation.app.keymap.depth).toBe(0);
  });

  test('puts the items of a section together', () => {
    const menu = show(
      (item) => item.setTitle('Open').setSection('open'),
      (item) => item.setTitle('Delete').setSection('danger'),
      (item) => item.setTitle('Open to the right').setSection('open'),
    );
    const parts = [...menu.dom.children].map((el) => el.textContent || el.className);
    expect(parts).toEqual(['Open', 'Open to the right', 'menu-separator', 'Delete']);
  });

  test('opens a submenu with the right arrow', () => {
    const act = jest.fn();
    show((item) =>
      item
        .setTitle('More')
        .setSubmenu()
        .addItem((inner) => inner.setTitle('Inner').onClick(act)),
    );
    press('ArrowDown');
    press('ArrowRight');
    expect(document.querySelectorAll('.menu')).toHaveLength(2);
    press('Enter');
    expect(act).toHaveBeenCalledTimes(1);
    expect($('.menu')).toBeNull();
  });

  test('of a file or of an editor has what plugins add', async () => {
    const { app } = simulation;
    const add = (menu: Menu, what: { path: string } | { path: string }[]): void => {
      const paths = [what].flat().map(({ path }) => path);
      menu.addItem((item) =>
        item.setTitle(`Fix ${paths.join(' ')}`).onClick(() => new Notice('Done')),
      );
    };
    app.workspace.on('file-menu', add);
    app.workspace.on('files-menu', add);
    app.workspace.on('editor-menu', (menu: Menu) => menu.addItem((item) => item.setTitle('Here')));
    expect(titlesOf(openFileMenu(app, app.vault.getFiles()))).toEqual(['Fix a.md b.md']);
    const menu = openFileMenu(app, app.vault.getFiles().slice(0, 1));
    choose(menu, 'Fix a.md');
    expect(noticeTexts()).toEqual(['Done']);
    expect(titlesOf(openEditorMenu(await openNote(app, 'a.md')))).toEqual(['Here']);
  });
});

test('a notice can be changed and goes away by itself, or not at all', () => {
  jest.useFakeTimers();
  const lasting = new Notice('Working', 0).setMessage('Still working');
  new Notice('Short');
  expect(noticeTexts()).toEqual(['Still working', 'Short']);
  jest.advanceTimersByTime(60_000);
  expect(noticeTexts()).toEqual(['Still working']);
  lasting.hide();
  expect(noticeTexts()).toEqual([]);
});

test('delegated listeners get the element that the selector names', () => {
  const list = document.body.createDiv();
  const inner = list.createDiv('row').createSpan();
  const seen: string[] = [];
  const listener = (_event: Event, target: HTMLElement): unknown => seen.push(target.className);
  list.on('click', '.row', listener);
  inner.click();
  list.click();
  list.off('click', '.row', listener);
  inner.click();
  expect(seen).toEqual(['row']);
});
