import type { SettingDefinitionList } from 'obsidian';
import { Platform } from './keyboard';
import { Setting } from './setting';
import type { SettingGroup } from './setting';
import { copyOf, onPress } from './setting-row';

/** Gives a list what a mere group has not: ways to add, to move and to delete its rows. */
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
  rows.forEach((row, i) => {
    if (onReorder) makeDraggable(row, i, onReorder);
    if (onDelete) makeDeletable(row, i, onDelete);
  });
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

function makeDeletable(row: Setting, index: number, onDelete: (index: number) => void): void {
  row.addExtraButton((button) => {
    button
      .setIcon('trash-2')
      .setTooltip('Delete')
      .onClick(() => onDelete(index));
  });
  row.settingEl.tabIndex = 0;
  row.settingEl.addEventListener('keydown', (event) => {
    const isDelete = event.key === 'Delete' || event.key === 'Backspace';
    if (isDelete && event.target === row.settingEl) onDelete(index);
  });
}

/** The index of the row under way, for the rows that it may be dropped on. */
const dragged = new WeakMap<HTMLElement, number>();

function makeDraggable(
  row: Setting,
  index: number,
  onReorder: (from: number, to: number) => void,
): void {
  const handle = createDiv('setting-item-drag-handle clickable-icon');
  handle.draggable = true;
  handle.setAttribute('role', 'img');
  handle.setAttribute('aria-label', 'Drag to rearrange');
  row.settingEl.prepend(handle);
  const list = row.settingEl.parentElement;
  if (!list) return;
  handle.addEventListener('dragstart', () => dragged.set(list, index));
  row.settingEl.addEventListener('dragover', (event) => event.preventDefault());
  row.settingEl.addEventListener('drop', () => {
    const from = dragged.get(list);
    dragged.delete(list);
    if (from !== undefined && from !== index) onReorder(from, index);
  });
}
