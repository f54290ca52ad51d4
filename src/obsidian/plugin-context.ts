import type { App, Modal } from 'obsidian';
import type { DecisionStore } from './attention/decision-store';
import type { AnyRun } from './run/active-run';
import type { RunController } from './run/run-controller';
import type { LibrarySource } from '../core/library/library';
import type { NoteStore } from '../core/runs/note-store';
import type { Settings } from '../core/settings/settings';

/** Everything that commands, menus and windows need. */
export interface PluginContext {
  readonly app: App;
  /** Of this plugin. */
  readonly version: string;
  /** The current settings. */
  readonly settings: () => Settings;
  /** Calls the listener after every change of the settings. Returns an unsubscribe function. */
  readonly onSettingsChange: (listener: (after: Settings, before: Settings) => void) => () => void;
  /** Changes and saves the settings. */
  readonly change: (edit: (settings: Settings) => Settings) => Promise<void>;
  /** The notes of the vault, with the current settings. */
  readonly store: () => NoteStore;
  readonly runController: RunController;
  /** The saved articles that the panel shows. */
  readonly library: LibrarySource;
  /** What the user ignores, and the images that could not be saved. */
  readonly decisions: DecisionStore;
  /** Shows a run in a window. */
  readonly show: (run: AnyRun) => void;
  /** Opens a window that closes with the plugin. */
  readonly open: (window: Modal) => void;
  /** Opens the plugin's settings. Scrolls to the setting with this name, if one is given. */
  readonly openSettings: (row?: string) => void;
}
