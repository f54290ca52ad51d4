import { getLanguage, Notice, Plugin, type Modal } from 'obsidian';
import { chooseLanguage, messages } from './i18n';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings';
import { registerCliHandlers } from './ui/cli-handlers';
import { registerCommands } from './ui/commands';
import { registerMenus } from './ui/menus';
import type { Rescue } from './ui/rescue';
import { RunModal } from './ui/run-modal';
import { registerRunStatus } from './ui/run-status';
import { savedCheck } from './ui/saved-check';
import { obsidianStore } from './vault/obsidian-store';
import { RunDesk } from './vault/run-desk';
import { vaultJournal } from './vault/vault-journal';

/** The plugin: wires the rooms. */
export default class OmnivoreRescue extends Plugin {
  declare settings: Settings;

  override async onload(): Promise<void> {
    chooseLanguage(getLanguage());
    this.settings = await this.readStored();
    const rescue = this.rescue();
    const check = savedCheck(rescue.settings);
    registerCommands(this, rescue, check);
    registerMenus(this, rescue, check);
    registerRunStatus(this, rescue);
    registerCliHandlers(this, rescue);
  }

  /** What commands, menus and windows work with. */
  private rescue(): Rescue {
    const { app } = this;
    const settings = (): Settings => this.settings;
    const store = () => obsidianStore(app, this.settings);
    const folder = this.manifest.dir ?? `${app.vault.configDir}/plugins/${this.manifest.id}`;
    const desk = new RunDesk(store, vaultJournal(app.vault.adapter, `${folder}/runs`));
    const windows = new Set<Modal>();
    const open = (window: Modal): void => {
      windows.add(window);
      window.setCloseCallback(() => windows.delete(window)).open();
    };
    this.register(() => {
      desk.current?.run.stop();
      for (const window of [...windows]) window.close();
    });
    const rescue: Rescue = {
      ...{ app, settings, store, desk, open },
      show: (run) => {
        if (!run.run.shown) open(new RunModal(rescue, run));
      },
    };
    return rescue;
  }

  /** Stored settings that can't be read are never overwritten: the plugin works by its defaults and says so. */
  private async readStored(): Promise<Settings> {
    try {
      return readSettings(await this.loadData()).settings;
    } catch {
      new Notice(messages().settings.unreadable);
      return DEFAULT_SETTINGS;
    }
  }
}
