/** What a user does with the app, as functions for tests. */
import type { App } from './app';
import type { TAbstractFile } from './files';
import { MarkdownView } from './markdown-view';
import { MenuItem } from './menu-item';
import { Menu } from './menus';
import type { SettingTab } from './settings';

/** Opens the note in the tab in use. */
export async function openNote(app: App, path: string): Promise<MarkdownView> {
  const file = app.vault.getFileByPath(path);
  if (!file) throw new Error(`There is no note ${path}`);
  const leaf = app.workspace.getLeaf();
  await leaf.openFile(file);
  if (!(leaf.view instanceof MarkdownView)) throw new Error(`${path} did not open as a note`);
  return leaf.view;
}

/** Types at the end of the open note. */
export function type(view: MarkdownView, text: string): void {
  const { editor } = view;
  const line = editor.lastLine();
  editor.replaceRange(text, { line, ch: editor.getLine(line).length });
}

/** Presses a key where the focus is. */
export function press(key: string, modifiers: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    ...modifiers,
  });
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event;
}

/** Types a new value into an input, a text area or a drop-down. */
export function fill(
  input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  value: string,
): void {
  input.focus();
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The sections of the app's menus of files, in their order. */
const FILE_SECTIONS = [
  ...['title', 'open', 'action-primary', 'action', 'info', 'info.copy', 'view', 'system'],
  ...['', 'danger'],
];

/** Right-clicks one file, or several that are selected. */
export function openFileMenu(app: App, files: TAbstractFile | TAbstractFile[]): Menu {
  const menu = new Menu().addSections(FILE_SECTIONS);
  const source = 'file-explorer-context-menu';
  if (Array.isArray(files)) app.workspace.trigger('files-menu', menu, files, source);
  else app.workspace.trigger('file-menu', menu, files, source);
  return menu.showAtPosition({ x: 10, y: 10 });
}

/** Right-clicks into the text of the note. */
export function openEditorMenu(view: MarkdownView): Menu {
  const menu = new Menu();
  view.app.workspace.trigger('editor-menu', menu, view.editor, view);
  return menu.showAtPosition({ x: 10, y: 10 });
}

/** The menu's items as they read. */
export function titlesOf(menu: Menu): string[] {
  return itemsOf(menu).map((item) => item.titleEl.textContent ?? '');
}

/** Clicks the menu's item of this title; throws if there is none. */
export function choose(menu: Menu, title: string): void {
  const item = itemsOf(menu).find((known) => known.titleEl.textContent === title);
  if (!item) throw new Error(`No "${title}" among: ${titlesOf(menu).join(', ')}`);
  item.dom.click();
}

/** Opens the settings at the plugin's tab. */
export function openSettings(app: App, id: string): SettingTab {
  const tab = app.setting.openTabById(id);
  if (!tab) throw new Error(`There is no settings tab ${id}`);
  return tab;
}

/** The row of settings of this name, in whatever is shown; throws if there is none. */
export function settingRow(name: string): HTMLElement {
  const rows = [...document.querySelectorAll<HTMLElement>('.setting-item')];
  const row = rows.find((el) => el.querySelector('.setting-item-name')?.textContent === name);
  if (!row) throw new Error(`There is no setting "${name}"`);
  return row;
}

/** The texts of the notices in view. */
export function noticeTexts(): string[] {
  const messages = document.querySelectorAll('.notice-message');
  return [...messages].map((message) => message.textContent ?? '');
}

/** Runs everything that is pending now, including the events of the cache and the workspace. */
export async function settle(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function itemsOf(menu: Menu): MenuItem[] {
  return menu.items.filter((item) => item instanceof MenuItem);
}
