import type { SettingDefinitionList } from 'obsidian';
import { Platform } from './keyboard';
import { Setting } from './setting';
import type { SettingGroup } from './setting';
import { copyOf, onPress } from './setting-row';

/** Gives a list what a group lacks: controls to add, move and delete its rows. */
export function addListParts(
  definition: SettingDefinitionList,
  group: SettingGroup,
  rows: readonly Setting[],
): void {
  const { emptyState, onReorder, onDelete, addItem } = definition;
  group.addClass('mod-list');
  if (rows.length === 0 && emptyState) {
    group.listEl.createDiv('setting-group-empty-state').append(copyOf(emptyState));
  }
  for (const row of rows) {
    if (onReorder) makeMovable(row, onReorder);
    if (onDelete) makeDeletable(row, onDelete);
  }
  if (addItem && !Platform.isMobile) {
    group.addExtraButton((button) => {
      button.setIcon('plus').setTooltip(addItem.name);
      button.onClick(() => addItem.action(button.extraSettingsEl));
    });
  } else if (addItem) {
    const { settingEl } = new Setting(group.groupEl).setName(`+ ${addItem.name}`);
    settingEl.classList.add('mod-add-item');
    onPress(settingEl, () => addItem.action(settingEl));
  }
}

/** The current index of a row: it may have been moved. */
function indexOf({ settingEl }: Setting): number {
  return Array.from(settingEl.parentElement?.children ?? []).indexOf(settingEl);
}

function makeDeletable(row: Setting, onDelete: (index: number) => void): void {
  row.addExtraButton((button) => {
    button
      .setIcon('trash-2')
      .setTooltip('Delete')
      .onClick(() => onDelete(indexOf(row)));
  });
  row.settingEl.tabIndex = 0;
  row.settingEl.addEventListener('keydown', (event) => {
    const isDelete = event.key === 'Delete' || event.key === 'Backspace';
    if (isDelete && event.target === row.settingEl) onDelete(indexOf(row));
  });
}

/** The row under way, for the rows that it may be dropped on. */
const dragged = new WeakMap<HTMLElement, HTMLElement>();

/** The rows are already in their new order when the plugin is notified. Alt with an arrow moves the row that has the focus. */
function makeMovable(row: Setting, onReorder: (from: number, to: number) => void): void {
  const { settingEl } = row;
  const handle = createDiv('setting-item-drag-handle clickable-icon');
  handle.draggable = true;
  handle.setAttribute('role', 'img');
  handle.setAttribute('aria-label', 'Drag to rearrange');
  settingEl.prepend(handle);
  settingEl.tabIndex = 0;
  const list = settingEl.parentElement;
  if (!list) return;
  const move = (el: HTMLElement, to: number): void => {
    const rows = Array.from(list.children);
    const from = rows.indexOf(el);
    if (from === to || to < 0 || to >= rows.length) return;
    const isFocused = document.activeElement === el;
    list.insertBefore(el, rows[from < to ? to + 1 : to] ?? null);
    if (isFocused) el.focus();
    onReorder(from, to);
  };
  handle.addEventListener('dragstart', () => dragged.set(list, settingEl));
  settingEl.addEventListener('dragover', (event) => event.preventDefault());
  settingEl.addEventListener('drop', () => {
    const el = dragged.get(list);
    dragged.delete(list);
    if (el) move(el, indexOf(row));
  });
  settingEl.addEventListener('keydown', (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && step !== undefined) move(settingEl, indexOf(row) + step);
  });
}
