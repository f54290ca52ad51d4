import { PluginSettingTab, type Modal, type Plugin, type SettingDefinitionItem } from 'obsidian';
import type { StateStyle } from '../../core/library/state-style';
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
import { panelGroup } from './panel-group';
import { placeholderFor } from './placeholders';
import { moreRepairsGroup, repairGroup } from './repair-group';
import { damagedRow, refusedRow } from './warnings';

/** How many repairs have a group of their own: draft flags, dates and images. The others have few settings. */
const MAIN_REPAIRS = 3;

/** The settings tab, as definitions that Obsidian renders and searches. */
export class SettingsTab extends PluginSettingTab {
  readonly #context: SettingsContext;
  #hasOldSettings = false;
  /** Whether the rows already show the change that is being saved. Then they are not re-rendered, to keep the focus. */
  #isShown = false;

  constructor(
    plugin: Plugin,
    stored: StoredSettings,
    open: (window: Modal) => void,
    stateWords: () => StateStyle['words'],
  ) {
    super(plugin.app, plugin);
    this.icon = 'life-buoy';
    this.#context = {
      app: plugin.app,
      stored,
      open,
      placeholder: (path) => placeholderFor(path, stateWords()),
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
    // The order of need.
    return [
      refusedRow(context),
      folderList(context, 'folders'),
      folderList(context, 'excludedFolders'),
      omnivoreGroup(context),
      ...ALL_REPAIRS.slice(0, MAIN_REPAIRS).map((repair) => repairGroup(context, repair)),
      panelGroup(context),
      moreRepairsGroup(context, ALL_REPAIRS.slice(MAIN_REPAIRS)),
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
