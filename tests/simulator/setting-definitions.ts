import type {
  SettingDefinition,
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
  SettingGroupItem,
} from 'obsidian';
import { Setting, SettingGroup } from './setting';
import type { ControlStore } from './setting-control';
import { addControl } from './setting-control';
import { addListParts } from './setting-list';
import { copyOf, onPress } from './setting-row';

type AnyGroup = SettingDefinitionGroup | SettingDefinitionList;

/** Opens a page of settings instead of those that are shown. */
type OpenPage = (page: SettingDefinitionPage) => void;

/** Turns definitions into rows, and keeps what must be checked again or removed. */
export class DefinitionRenderer {
  readonly #store: ControlStore;
  readonly #openPage: OpenPage;
  readonly #queries = new Map<string, string>();
  #predicates: (() => void)[] = [];
  #cleanups: (() => void)[] = [];

  constructor(store: ControlStore, openPage: OpenPage) {
    this.#store = store;
    this.#openPage = openPage;
  }

  /** Rows that stand in no group get one without a heading. */
  render(items: readonly SettingDefinitionItem[], containerEl: HTMLElement): void {
    let loose: SettingGroup | null = null;
    let index = 0;
    for (const item of items) {
      if (isGroup(item)) {
        this.#renderGroup(item, containerEl);
        loose = null;
        index = 0;
      } else {
        loose ??= new SettingGroup(containerEl);
        this.#renderRow(item, loose, index++);
      }
    }
    this.refresh();
  }

  /** Checks every `visible` and `disabled` again, and changes nothing else. */
  refresh(): void {
    for (const look of this.#predicates) look();
  }

  clear(): void {
    for (const cleanUp of this.#cleanups.splice(0)) cleanUp();
    this.#predicates = [];
  }

  #renderGroup(definition: AnyGroup, containerEl: HTMLElement): void {
    const group = new SettingGroup(containerEl);
    if (definition.heading) group.setHeading(definition.heading);
    if (definition.cls) group.addClass(...definition.cls.split(' '));
    const items = definition.items ?? [];
    const rows = items.map((item, i) => this.#renderRow(item, group, i));
    if (definition.search) this.#addSearch(definition, group, items, rows);
    for (const add of definition.extraButtons ?? []) group.addExtraButton(add as never);
    if (isList(definition)) addListParts(definition, group, rows);
    this.#showWhere(group.groupEl, definition.visible);
  }

  #addSearch(
    definition: AnyGroup,
    group: SettingGroup,
    items: readonly SettingGroupItem[],
    rows: readonly Setting[],
  ): void {
    const { search, heading = '' } = definition;
    if (!search) return;
    const filter = (query: string): void => {
      this.#queries.set(heading, query);
      items.forEach((item, i) => {
        const row = item as SettingDefinition;
        const shown = !query || valueOf(row.searchable, true) === false || search.match(row, query);
        rows[i]?.settingEl.classList.toggle('is-filtered-out', !shown);
        if (rows[i]) rows[i].settingEl.hidden = !shown;
      });
    };
    const query = this.#queries.get(heading) ?? '';
    group.addSearch((component) => {
      component
        .setPlaceholder(search.placeholder ?? '')
        .setValue(query)
        .onChange(filter);
    });
    filter(query);
  }

  #renderRow(item: SettingGroupItem, group: SettingGroup, index: number): Setting {
    const setting = new Setting(group.listEl).setName(item.name);
    if (item.desc) setting.setDesc(copyOf(item.desc));
    if (isPage(item)) this.#renderPageEntry(item, setting);
    else this.#renderDefinition(item, setting, group, index);
    this.#showWhere(setting.settingEl, item.visible);
    return setting;
  }

  #renderPageEntry(page: SettingDefinitionPage, setting: Setting): void {
    setting.addDisplayValue((component) => {
      component.setValue(valueOf(page.displayValue, ''));
      component.setStatus(valueOf(page.status, null));
    });
    onPress(setting.setClass('mod-navigable').settingEl, () => this.#openPage(page));
  }

  #renderDefinition(
    item: SettingDefinition,
    setting: Setting,
    group: SettingGroup,
    index: number,
  ): void {
    if (item.render) {
      const cleanUp = item.render(setting, group);
      if (cleanUp) this.#cleanups.push(cleanUp);
    } else if (item.action) {
      const { action, disabled } = item;
      const { settingEl } = setting.setClass('mod-action');
      onPress(settingEl, () => {
        if (!valueOf(disabled, false)) action(settingEl, index);
      });
      this.#disableWhere(setting, disabled);
    } else if (item.control) {
      addControl(setting, item.control, this.#store);
      this.#disableWhere(setting, item.control.disabled);
    }
  }

  #showWhere(el: HTMLElement, visible: boolean | (() => boolean) | undefined): void {
    this.#predicates.push(() => {
      el.style.display = valueOf(visible, true) ? '' : 'none';
    });
  }

  #disableWhere(setting: Setting, disabled: boolean | (() => boolean) | undefined): void {
    if (disabled !== undefined) {
      this.#predicates.push(() => void setting.setDisabled(valueOf(disabled, false)));
    }
  }
}

function valueOf<T>(value: T | (() => T) | undefined, otherwise: T): T {
  if (value === undefined) return otherwise;
  return typeof value === 'function' ? (value as () => T)() : value;
}

function isGroup(item: SettingDefinitionItem): item is AnyGroup {
  return 'type' in item && (item.type === 'group' || item.type === 'list');
}

function isList(group: AnyGroup): group is SettingDefinitionList {
  return group.type === 'list';
}

function isPage(item: SettingGroupItem): item is SettingDefinitionPage {
  return 'type' in item && item.type === 'page';
}
