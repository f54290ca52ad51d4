import type { SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import type { App } from './app';
import { DefinitionRenderer } from './setting-definitions';
import type { Plugin } from './plugin';

/** A page of settings that draws itself. */
export abstract class SettingPage {
  rootEl = createDiv('setting-page');
  titlebarEl = this.rootEl.createDiv('setting-page-titlebar');
  containerEl = this.rootEl.createDiv('setting-page-content');
  title = '';

  abstract display(): void;

  hide(): void {
    this.containerEl.replaceChildren();
  }
}

/** A tab of the settings window, drawn from its definitions where it has some. */
export abstract class SettingTab {
  icon = 'settings';
  app: App;
  containerEl: HTMLElement;
  settingItems: SettingDefinitionItem[] = [];
  /** The simulator's own: what stands for it in the list of tabs. */
  id = '';
  name = '';
  #isShown = false;
  #path: string[] = [];
  #page: SettingPage | null = null;
  readonly #renderer: DefinitionRenderer;

  constructor(app: App) {
    this.app = app;
    this.containerEl = createDiv('vertical-tab-content');
    this.#renderer = new DefinitionRenderer(this, (page) => this.#openPage(page));
  }

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.#isShown) this.#render();
  }

  getControlValue(_key: string): unknown {
    return undefined;
  }

  setControlValue(_key: string, _value: unknown): void | Promise<void> {
    return undefined;
  }

  refreshDomState(): void {
    this.#renderer.refresh();
  }

  display(): void {
    return undefined;
  }

  hide(): void {
    this.#clear();
  }

  /** The simulator's own: the window shows the tab. */
  show(): void {
    this.#isShown = true;
    this.#path = [];
    this.update();
  }

  /** The simulator's own: the window shows another tab, or closes. */
  leave(): void {
    this.#isShown = false;
    this.hide();
    this.#clear();
  }

  #render(): void {
    this.#clear();
    const items = this.#itemsHere();
    if (this.settingItems.length === 0) return this.display();
    const title = this.#path.at(-1);
    const el = title === undefined ? this.containerEl : this.#drawPage(title);
    this.#renderer.render(items, el);
  }

  /** Draws an empty page. Returns the place for its rows. */
  #drawPage(title: string): HTMLElement {
    const page = this.containerEl.createDiv('setting-page');
    this.#fillTitlebar(page.createDiv('setting-page-titlebar'), title);
    return page.createDiv('setting-page-content');
  }

  #clear(): void {
    this.#renderer.clear();
    this.#page?.hide();
    this.#page = null;
    this.containerEl.replaceChildren();
  }

  /** Opens the page that was open before, where its definition is still there. */
  #itemsHere(): readonly SettingDefinitionItem[] {
    let items: readonly SettingDefinitionItem[] = this.settingItems;
    for (const [depth, name] of this.#path.entries()) {
      const page = findPage(items, name);
      if (!page?.items) {
        this.#path = this.#path.slice(0, depth);
        break;
      }
      items = page.items;
    }
    return items;
  }

  #openPage(page: SettingDefinitionPage): void {
    if (page.items) {
      this.#path.push(page.name);
      this.#render();
      this.containerEl.querySelector<HTMLElement>('.setting-page-back-button')?.focus();
    } else if (page.page) {
      this.#clear();
      this.#page = page.page() as unknown as SettingPage;
      this.#fillTitlebar(this.#page.titlebarEl, this.#page.title || page.name);
      this.containerEl.append(this.#page.rootEl);
      this.#page.display();
    }
  }

  /** *Back* returns to the row that opened the page. */
  #focusRow(name: string): void {
    const rows = Array.from(this.containerEl.querySelectorAll<HTMLElement>('.mod-navigable'));
    const nameOf = (row: HTMLElement): string =>
      row.querySelector('.setting-item-name')?.textContent ?? '';
    rows.find((row) => nameOf(row) === name)?.focus();
  }

  #fillTitlebar(bar: HTMLElement, title: string): void {
    bar.empty();
    const back = bar.createEl('button', {
      cls: 'clickable-icon setting-page-back-button',
      attr: { 'aria-label': 'Back' },
    });
    back.addEventListener('click', () => {
      const closed = this.#page ? title : this.#path.pop();
      this.#render();
      this.#focusRow(closed ?? '');
    });
    bar.createDiv({ cls: 'setting-page-title', text: title });
  }
}

/** A tab whose values are the plugin's `settings`. */
export abstract class PluginSettingTab extends SettingTab {
  plugin: Plugin;

  constructor(app: App, plugin: Plugin) {
    super(app);
    this.plugin = plugin;
    this.id = plugin.manifest.id;
    this.name = plugin.manifest.name;
  }

  override getControlValue(key: string): unknown {
    return (this.plugin.settings as Record<string, unknown> | undefined)?.[key];
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const settings = this.plugin.settings as Record<string, unknown>;
    settings[key] = value;
    await this.plugin.saveData(settings);
  }
}

function findPage(
  items: readonly SettingDefinitionItem[],
  name: string,
): SettingDefinitionPage | undefined {
  const all = items.flatMap((item) =>
    'items' in item && item.type !== 'page' ? (item.items ?? []) : [item],
  );
  return all.find(
    (item): item is SettingDefinitionPage =>
      'type' in item && item.type === 'page' && item.name === name,
  );
}
