import { PluginSettingTab, type Modal, type Plugin, type SettingDefinitionItem } from 'obsidian';
import { ALL_REPAIRS } from '../../core/repairs';
import { isSettingPath } from '../../core/settings/schema';
import type { Settings } from '../../core/settings/settings';
import { hasOldSettings } from './old-settings';
import type { StoredSettings } from './stored-settings';
import { controlValue, withControlValue } from './control-values';
import type { SettingsContext } from './settings-context';
import { folderList } from './folder-list';
import { generalGroup } from './general-group';
import { omnivoreGroup } from './omnivore-group';
import { repairGroup } from './repair-group';
import { damagedRow, refusedRow } from './warnings';

/** The settings tab, as definitions that Obsidian renders and searches. */
export class SettingsTab extends PluginSettingTab {
  readonly #context: SettingsContext;
  #hasOldSettings = false;
  /** Whether the rows already show the change that is being saved. Then they are not re-rendered, to keep the focus. */
  #isShown = false;

  constructor(plugin: Plugin, stored: StoredSettings, open: (window: Modal) => void) {
    super(plugin.app, plugin);
    this.icon = 'life-buoy';
    this.#context = {
      app: plugin.app,
      stored,
      open,
      hasOldSettings: () => this.#hasOldSettings,
      enter: (key, value) => {
        void this.setControlValue(key, value);
        this.refreshDomState();
      },
      change: (edit) => void stored.change(edit),
      changeInPlace: (edit) => void this.#changeInPlace(edit),
    };
    plugin.register(
      stored.onChange(() => {
        if (!this.#isShown) this.update();
        this.#isShown = false;
      }),
    );
    plugin.app.workspace.onLayoutReady(() => void this.#checkForOldSettings());
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const context = this.#context;
    if (!context.stored.isReadable) return [damagedRow(context)];
    return [
      refusedRow(context),
      folderList(context, 'folders'),
      folderList(context, 'excludedFolders'),
      ...ALL_REPAIRS.map((repair) => repairGroup(context, repair)),
      omnivoreGroup(context),
      generalGroup(context),
    ];
  }

  override getControlValue(key: string): unknown {
    return isSettingPath(key) ? controlValue(this.#context.stored.current, key) : undefined;
  }

  override setControlValue(key: string, value: unknown): Promise<void> {
    return this.#changeInPlace((settings) =>
      isSettingPath(key) ? withControlValue(settings, key, value) : settings,
    );
  }

  async #changeInPlace(edit: (settings: Settings) => Settings): Promise<void> {
    try {
      await this.#context.stored.change((settings) => {
        // Set here, because the change may wait until the file is read.
        this.#isShown = true;
        return edit(settings);
      });
    } finally {
      this.#isShown = false;
    }
  }

  async #checkForOldSettings(): Promise<void> {
    this.#hasOldSettings = await hasOldSettings(this.app.vault);
    if (this.#hasOldSettings) this.update();
  }
}
