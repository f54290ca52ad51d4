import {
  PluginSettingTab,
  type Modal,
  type Plugin,
  type SettingDefinitionGroup,
  type SettingDefinitionItem,
} from 'obsidian';
import { REPAIR_IDS } from '../../repairs';
import type { RepairId } from '../../repairs/repair';
import { hasOldSettings } from '../../vault/old-settings';
import type { StoredSettings } from '../../vault/stored-settings';
import { controlValue, withControlValue } from './control-values';
import { datesGroup } from './dates-group';
import type { SettingsDesk } from './desk';
import { folderList } from './folder-list';
import { generalGroup } from './general-group';
import { omnivoreGroup } from './omnivore-group';
import { deadLinksGroup, draftFlagGroup, escapedTextGroup, imagesGroup } from './repair-groups';
import { damagedRow, refusedRow } from './warnings';

/** Each repair's switch with its options. */
const REPAIR_GROUPS: Readonly<Record<RepairId, (desk: SettingsDesk) => SettingDefinitionGroup>> = {
  'draft-flag': draftFlagGroup,
  dates: datesGroup,
  'proxied-images': imagesGroup,
  'escaped-text': escapedTextGroup,
  'dead-links': deadLinksGroup,
};

/** The plugin's settings, as definitions that Obsidian draws and searches. */
export class SettingsTab extends PluginSettingTab {
  readonly #desk: SettingsDesk;
  #hasOldSettings = false;
  /** While a control's value is taken, its row must not be drawn anew under the user's hands. */
  #isEntering = false;

  constructor(plugin: Plugin, stored: StoredSettings, open: (window: Modal) => void) {
    super(plugin.app, plugin);
    this.icon = 'life-buoy';
    this.#desk = {
      app: plugin.app,
      stored,
      open,
      hasOldSettings: () => this.#hasOldSettings,
      enter: (key, value) => {
        void this.setControlValue(key, value);
        this.refreshDomState();
      },
      change: (edit) => void stored.change(edit),
    };
    plugin.register(stored.onChange(() => this.#isEntering || this.update()));
    plugin.app.workspace.onLayoutReady(() => void this.#lookForOldSettings());
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const desk = this.#desk;
    if (!desk.stored.isReadable) return [damagedRow(desk)];
    return [
      refusedRow(desk),
      folderList(desk, 'folders'),
      folderList(desk, 'leftOut'),
      ...REPAIR_IDS.map((id) => REPAIR_GROUPS[id](desk)),
      omnivoreGroup(desk),
      generalGroup(desk),
    ];
  }

  override getControlValue(key: string): unknown {
    return controlValue(this.#desk.stored.current, key);
  }

  override setControlValue(key: string, value: unknown): Promise<void> {
    this.#isEntering = true;
    try {
      return this.#desk.stored.change((settings) => withControlValue(settings, key, value));
    } finally {
      this.#isEntering = false;
    }
  }

  async #lookForOldSettings(): Promise<void> {
    this.#hasOldSettings = await hasOldSettings(this.app.vault);
    if (this.#hasOldSettings) this.update();
  }
}
