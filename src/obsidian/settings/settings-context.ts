import type { App, Modal } from 'obsidian';
import type { SettingPath, Settings } from '../../core/settings/schema';
import type { StoredSettings } from './stored-settings';

/** What the rows of the settings tab need. */
export interface SettingsContext {
  readonly app: App;
  readonly stored: StoredSettings;
  /** Whether the original plugin's settings are in the vault. False until the plugin has checked. */
  readonly hasOldSettings: () => boolean;
  /** Returns what the empty control of a setting shows: the value that is used then. */
  readonly placeholder: (path: SettingPath) => string;
  /** Saves a value that the user entered into the control of this setting. */
  readonly enter: (path: SettingPath, value: string) => void;
  /** Saves changed settings and re-renders the rows. */
  readonly change: (edit: (settings: Settings) => Settings) => void;
  /** Saves changed settings that the rows show already. Does not re-render, so that the focus stays. */
  readonly changeInPlace: (edit: (settings: Settings) => Settings) => void;
  /** Opens a window that closes with the plugin. */
  readonly open: (window: Modal) => void;
}
