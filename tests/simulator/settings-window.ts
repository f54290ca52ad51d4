import type { SettingDefinition, SettingDefinitionItem } from 'obsidian';
import type { App } from './app';
import { Modal } from './modals';
import type { SettingTab } from './settings';

/** The settings window with the tabs of the plugins. */
export class SettingsWindow extends Modal {
  readonly pluginTabs: SettingTab[] = [];
  activeTab: SettingTab | null = null;

  constructor(app: App) {
    super(app);
    this.modalEl.classList.add('mod-settings', 'mod-sidebar-layout');
    this.setTitle('Settings');
  }

  /** As the app does, it asks for the definitions once at this point, for the search. */
  addSettingTab(tab: SettingTab): void {
    this.pluginTabs.push(tab);
    tab.update();
  }

  removeSettingTab(tab: SettingTab): void {
    if (this.activeTab === tab) this.close();
    const at = this.pluginTabs.indexOf(tab);
    if (at >= 0) this.pluginTabs.splice(at, 1);
  }

  /** Null if there is no such tab. */
  openTabById(id: string): SettingTab | null {
    const tab = this.pluginTabs.find((known) => known.id === id) ?? null;
    if (!tab) return null;
    this.open();
    this.activeTab?.leave();
    this.activeTab = tab;
    this.contentEl.replaceChildren(tab.containerEl);
    tab.show();
    return tab;
  }

  override onClose(): void {
    this.activeTab?.leave();
    this.activeTab = null;
  }

  /** The names of the settings that the search finds, in all tabs and on all pages. */
  search(query: string): string[] {
    const wanted = query.toLowerCase();
    return this.pluginTabs
      .flatMap((tab) => tab.settingItems)
      .flatMap(searchable)
      .filter((item) => wordsOf(item).some((word) => word.toLowerCase().includes(wanted)))
      .map((item) => item.name);
  }
}

function searchable(item: SettingDefinitionItem): SettingDefinition[] {
  if ('visible' in item && isFalse(item.visible)) return [];
  if ('type' in item) return (item.items ?? []).flatMap(searchable);
  return isFalse(item.searchable) ? [] : [item];
}

function isFalse(value: boolean | (() => boolean) | undefined): boolean {
  return (typeof value === 'function' ? value() : value) === false;
}

function wordsOf(item: SettingDefinition): string[] {
  const { desc = '' } = item;
  const described = typeof desc === 'string' ? desc : (desc.textContent ?? '');
  return [item.name, described, ...(item.aliases ?? [])];
}
