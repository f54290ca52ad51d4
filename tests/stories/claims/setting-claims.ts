import type { Claim } from './claim';
import { onTab, type TabInPage } from './claim-tab';

/** How the app draws the settings that a plugin defines, and what it stores. */
export const SETTING_CLAIMS: readonly Claim[] = [
  {
    claim: 'setting definitions are asked for once when a tab is added, and again when it is shown',
    source: 'typings',
    ask: (app) =>
      onTab(app, async () => {
        const { claimTab } = window as unknown as TabInPage;
        const added = claimTab.asked;
        await claimTab.show();
        return [added, claimTab.asked > added];
      }),
    answer: [1, true],
  },
  {
    claim: 'a value that validate refuses is not stored, and its message is shown',
    source: 'documentation',
    ask: (app) =>
      onTab(app, async () => {
        const { claimTab } = window as unknown as TabInPage;
        await claimTab.show();
        await claimTab.enter('Word', 'b!');
        const refused = [...claimTab.stored];
        const message = claimTab.row('Word')?.textContent?.includes('No signs');
        await claimTab.enter('Word', 'b');
        const row = claimTab.row('Word');
        const after = row?.textContent?.includes('No signs') || row?.matches('.is-invalid');
        return [refused, message, claimTab.stored, after];
      }),
    answer: [[], true, [['word', 'b']], false],
  },
  {
    claim: 'a stored value that validate refuses is reported at the start, and stays',
    source: 'documentation',
    ask: (app) =>
      onTab(app, async () => {
        const { claimTab } = window as unknown as TabInPage;
        await claimTab.show();
        const row = claimTab.row('Word');
        return [
          row?.matches('.is-invalid'),
          row?.textContent?.includes('No signs'),
          row?.querySelector('input')?.value,
          claimTab.stored,
        ];
      }),
    answer: [true, true, 'a!', []],
  },
  {
    claim: 'a number is stored when its field is left, and what is no number is not',
    source: 'documentation',
    ask: (app) =>
      onTab(app, async () => {
        const { claimTab } = window as unknown as TabInPage;
        await claimTab.show();
        await claimTab.enter('Count', '7');
        const typed = [...claimTab.stored];
        await claimTab.enter('Count', '7', true);
        await claimTab.enter('Count', '', true);
        return [typed, claimTab.stored];
      }),
    answer: [[], [['count', 7]]],
  },
  {
    claim: 'after a change, visible is asked again, and the definitions are not',
    source: 'documentation',
    ask: (app) =>
      onTab(app, async () => {
        const { claimTab } = window as unknown as TabInPage;
        await claimTab.show();
        const { asked } = claimTab;
        const before = claimTab.row('Flagged') !== undefined;
        await claimTab.click('.checkbox-container', 'Flag');
        return [before, claimTab.row('Flagged') !== undefined, claimTab.asked - asked];
      }),
    answer: [false, true, 0],
  },
  {
    claim: 'a page opens in place of the list, and Back returns to its row',
    source: 'release notes',
    ask: (app) =>
      onTab(app, async () => {
        const { claimTab } = window as unknown as TabInPage;
        await claimTab.show();
        claimTab.row('Page')?.click();
        await new Promise((resolve) => setTimeout(resolve, 300));
        const { ownerDocument: doc } = claimTab.tab.containerEl;
        const title = doc.querySelector('.setting-page-title')?.textContent;
        const onPage = [claimTab.row('Inner') !== undefined, claimTab.row('Word') !== undefined];
        await claimTab.click('.setting-page-back-button');
        await new Promise((resolve) => setTimeout(resolve, 300));
        const row = claimTab.row('Page');
        return [title, onPage, claimTab.row('Word') !== undefined, row === doc.activeElement];
      }),
    answer: ['Page', [true, false], true, true],
  },
  {
    claim: 'the row of a page shows its value, also after the page has changed it',
    source: 'unclear',
    ask: (app) =>
      onTab(app, async () => {
        const { claimTab } = window as unknown as TabInPage;
        await claimTab.show();
        const before = claimTab.row('Page')?.textContent?.includes('Is off');
        claimTab.row('Page')?.click();
        await new Promise((resolve) => setTimeout(resolve, 300));
        await claimTab.click('.checkbox-container', 'Inner');
        await claimTab.click('.setting-page-back-button');
        await new Promise((resolve) => setTimeout(resolve, 300));
        return [before, claimTab.row('Page')?.textContent?.includes('Is on')];
      }),
    answer: [true, true],
  },
  {
    claim: 'update draws a list with new values, and keeps a page that is open',
    source: 'unclear',
    ask: (app) =>
      onTab(app, async () => {
        const { claimTab } = window as unknown as TabInPage;
        await claimTab.show();
        claimTab.values.inner = true;
        const stale = claimTab.row('Page')?.textContent?.includes('Is off');
        claimTab.tab.update();
        const fresh = claimTab.row('Page')?.textContent?.includes('Is on');
        claimTab.row('Page')?.click();
        await new Promise((resolve) => setTimeout(resolve, 300));
        claimTab.tab.update();
        return [stale, fresh, claimTab.row('Inner') !== undefined];
      }),
    answer: [true, true, true],
  },
  {
    claim: 'after another program wrote the settings, the app updates the tab of the plugin',
    source: 'others measured it',
    where: 'desktop',
    async ask(app) {
      const path = await app.inside(({ app: { plugins, setting } }) => {
        const plugin = plugins.plugins['omnivore-rescue'];
        setting.open();
        setting.openTabById('omnivore-rescue');
        const { activeTab } = setting;
        const counted = { updates: 0 };
        Object.assign(window, { counted });
        // The plugin updates its tab too. What remains are the calls of the app.
        if (plugin) plugin.onExternalSettingsChange = () => undefined;
        if (activeTab) Object.assign(activeTab, { update: () => void counted.updates++ });
        return `${plugin?.manifest.dir ?? ''}/data.json`;
      });
      await app.writeFromOutside(path, '{ }');
      return app.inside(async ({ app: { setting } }) => {
        const { counted } = window as unknown as { counted: { updates: number } };
        for (let i = 0; i < 60 && counted.updates === 0; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        // The tab has its own method again.
        if (setting.activeTab) delete (setting.activeTab as { update?: unknown }).update;
        setting.close();
        return counted.updates > 0;
      });
    },
    answer: true,
  },
];
