import type { AppDriver } from '../driver';

/** A tab of settings that claims try, and what happened to it. */
interface ClaimTab {
  readonly tab: import('obsidian').PluginSettingTab;
  readonly values: Record<string, unknown>;
  /** Opens the settings at the tab. */
  readonly show: () => Promise<void>;
  /** How often its definitions were asked for. */
  asked: number;
  /** Each value that the app stored, with its key. */
  readonly stored: (readonly [key: string, value: unknown])[];
  /** The visible row with this name. */
  readonly row: (name: string) => HTMLElement | undefined;
  /** Enters a text into the row's field, and leaves the field if asked to. */
  readonly enter: (name: string, text: string, leave?: boolean) => Promise<void>;
  /** Clicks what matches in the row or, without a row, on the page. */
  readonly click: (selector: string, name?: string) => Promise<void>;
}

/** Where a claim finds the tab. */
export type TabInPage = Window & { readonly claimTab: ClaimTab };

/** Adds the tab, asks, and removes the tab. `ask` can use `window.claimTab`. */
export async function onTab<Result>(
  app: AppDriver,
  ask: Parameters<typeof app.inside<[], Result>>[0],
): Promise<Result> {
  await app.inside(addTab);
  try {
    return await app.inside(ask);
  } finally {
    await app.inside(({ app: { setting } }) => {
      setting.close();
      setting.removeSettingTab((window as unknown as TabInPage).claimTab.tab);
    });
  }
}

const addTab: Parameters<AppDriver['inside']>[0] = ({ app, obsidian }) => {
  const plugin = app.plugins.plugins['omnivore-rescue'];
  if (!plugin) throw new Error('no plugin');
  const values: Record<string, unknown> = { word: 'a!', flag: false, inner: false };
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));
  class Tab extends obsidian.PluginSettingTab {
    override getSettingDefinitions(): import('obsidian').SettingDefinitionItem[] {
      claimTab.asked++;
      const validate = (word: string): string | undefined =>
        word.includes('!') ? 'No signs' : undefined;
      return [
        { name: 'Word', control: { type: 'text', key: 'word', validate } },
        { name: 'Count', control: { type: 'number', key: 'count' } },
        { name: 'Flag', control: { type: 'toggle', key: 'flag' } },
        { name: 'Flagged', visible: () => values.flag === true },
        {
          type: 'page',
          name: 'Page',
          displayValue: () => (values.inner === true ? 'Is on' : 'Is off'),
          items: [{ name: 'Inner', control: { type: 'toggle', key: 'inner' } }],
        },
      ];
    }
    override getControlValue(key: string): unknown {
      return values[key];
    }
    override setControlValue(key: string, value: unknown): void {
      values[key] = value;
      claimTab.stored.push([key, value]);
    }
  }
  // The app looks for a tab by its id. The plugin's own tab has the plugin's.
  const tab = Object.assign(new Tab(app, plugin), { id: 'claim-tab', name: 'Claim tab' });
  // The settings may be in a window of their own.
  const rows = (): HTMLElement[] =>
    [...tab.containerEl.ownerDocument.querySelectorAll<HTMLElement>('.setting-item')].filter(
      (el) => el.getClientRects().length > 0,
    );
  const claimTab: ClaimTab = {
    tab,
    values,
    asked: 0,
    stored: [],
    async show() {
      app.setting.open();
      app.setting.openTabById('claim-tab');
      await pause();
    },
    row: (name) =>
      rows().find((el) => el.querySelector('.setting-item-name')?.textContent === name),
    async enter(name, text, leave = false) {
      const input = claimTab.row(name)?.querySelector('input');
      if (!input) throw new Error(`There is no field ${name}`);
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      if (leave) {
        input.dispatchEvent(new Event('change', { bubbles: true }));
        input.dispatchEvent(new FocusEvent('blur'));
      }
      await pause();
    },
    async click(selector, name) {
      const place = name === undefined ? tab.containerEl.ownerDocument : claimTab.row(name);
      const all = [...(place?.querySelectorAll<HTMLElement>(selector) ?? [])];
      all.find((el) => el.getClientRects().length > 0)?.click();
      await pause();
    },
  };
  Object.assign(window, { claimTab });
  plugin.addSettingTab(tab);
};
