import { getLanguage, Platform, Plugin, type App, type Modal } from 'obsidian';
import { chooseLanguage, messages } from '../core/i18n';
import { affectsReading } from '../core/settings/affects-reading';
import type { Settings } from '../core/settings/settings';
import { forgetGoneImages } from './attention/gone-images';
import { openDecisions } from './attention/decision-store';
import { registerCliHandlers } from './cli';
import { notify } from './components/notify';
import { registerCommands } from './commands';
import { registerMenus } from './menus';
import { stateStyleOf } from './panel/set-reading-state';
import { registerPanel } from './panel/register-panel';
import type { PluginContext } from './plugin-context';
import { RunModal } from './run/run-modal';
import { registerRunStatus } from './run/run-status';
import { savedCheck } from './saved-check';
import { keepSettings } from './settings/keep-settings';
import { SettingsTab } from './settings/settings-tab';
import { obsidianStore } from './store/note-store';
import { openArticleCache } from './article-cache/article-cache';
import { RunController } from './run/run-controller';
import type { StoredSettings } from './settings/stored-settings';
import { vaultFiles } from './store/file-store';
import { vaultJournal } from './store/journal-store';
import { LibraryUpdater } from './article-cache/library-updater';

/** The plugin: connects all parts. */
export default class OmnivoreRescue extends Plugin {
  declare private stored: StoredSettings;

  override async onload(): Promise<void> {
    chooseLanguage(getLanguage());
    this.stored = await keepSettings(this, this.openSettings);
    const context = this.context();
    const check = savedCheck(context.settings);
    registerPanel(this, context, check);
    registerCommands(this, context, check);
    registerMenus(this, context, check);
    registerRunStatus(this, context);
    forgetGoneImages(this, context);
    this.addSettingTab(
      new SettingsTab(this, this.stored, context.open, () => stateStyleOf(context).words),
    );
    // A phone has no command line, and registering a handler may fail there.
    if (Platform.isDesktopApp) registerCliHandlers(this, context);
  }

  /** Called when another program, usually a sync service, has written data.json. */
  override async onExternalSettingsChange(): Promise<void> {
    await this.stored.load();
  }

  private readonly openSettings = (row?: string): void =>
    openSettingsOf(this.app, this.manifest.id, row);

  /** Creates the context for commands, menus and windows. */
  private context(): PluginContext {
    const { app } = this;
    const settings = (): Settings => this.stored.current;
    const change: PluginContext['change'] = (edit) => this.stored.change(edit);
    const store = () => obsidianStore(app, this.stored.current);
    const folder = this.manifest.dir ?? `${app.vault.configDir}/plugins/${this.manifest.id}`;
    const runController = new RunController(
      store,
      vaultJournal(app, `${folder}/runs`),
      vaultFiles(app),
    );
    const decisions = openDecisions(this, (reason) => notify(messages().panel.notKept(reason)));
    const library = new LibraryUpdater(this, settings, openArticleCache(app), decisions);
    const onSettingsChange: PluginContext['onSettingsChange'] = (listener) => {
      let before = settings();
      return this.stored.onChange((after) => {
        const last = before;
        before = after;
        listener(after, last);
      });
    };
    this.register(
      onSettingsChange((after, before) => {
        if (affectsReading(before, after)) library.rescan();
      }),
    );
    const windows = new Set<Modal>();
    const open = (window: Modal): void => {
      windows.add(window);
      window.setCloseCallback(() => windows.delete(window)).open();
    };
    this.register(() => {
      runController.current?.run.stop();
      for (const window of [...windows]) window.close();
    });
    const context: PluginContext = {
      ...{
        app,
        version: this.manifest.version,
        settings,
        onSettingsChange,
        change,
        store,
        runController,
        library,
        decisions,
        open,
      },
      openSettings: this.openSettings,
      show: (run) => {
        if (!run.run.shown) open(new RunModal(context, run));
      },
    };
    return context;
  }
}

/** Opens the plugin's settings. Uses a private API, and does nothing if it is missing. */
function openSettingsOf(app: App, id: string, row?: string): void {
  interface SettingsWindow {
    readonly open?: () => void;
    readonly openTabById?: (id: string) => void;
    readonly activeTab?: { readonly containerEl?: HTMLElement } | null;
  }
  const { setting } = app as App & { readonly setting?: SettingsWindow };
  setting?.open?.();
  setting?.openTabById?.(id);
  if (typeof row !== 'string') return;
  const names = setting?.activeTab?.containerEl?.querySelectorAll('.setting-item-name') ?? [];
  const item = [...names]
    .find(({ textContent }) => textContent === row)
    ?.closest<HTMLElement>('.setting-item');
  item?.scrollIntoView({ block: 'center' });
  item?.addClass('omnivore-rescue-found');
  item?.querySelector<HTMLElement>('select, input, button, .checkbox-container')?.focus();
}
