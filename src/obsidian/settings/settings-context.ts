import type { App, Modal } from 'obsidian';
import type { SettingPath, Settings } from '../../core/settings/schema';
import type { StoredSettings } from './stored-settings';

/** What the rows of the settings tab work with. */
export interface SettingsContext {
  readonly app: App;
  readonly stored: StoredSettings;
  /** Whether the original plugin's settings are in the vault, as far as is known yet. */
  readonly hasOldSettings: () => boolean;
  /** Takes a value that was entered into the control of this setting. */
  readonly enter: (path: SettingPath, value: string) => void;
  /** Takes changed settings, and draws the rows anew. */
  readonly change: (edit: (settings: Settings) => Settings) => void;
  /** Takes changed settings that the rows show already, and leaves the rows as they are: one of them has the keyboard. */
  readonly changeInPlace: (edit: (settings: Settings) => Settings) => void;
  /** Opens a window that closes with the plugin. */
  readonly open: (window: Modal) => void;
}
