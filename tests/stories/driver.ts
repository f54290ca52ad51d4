import type { App } from 'obsidian';

/** What a function finds in the app's page. The app's own parts that the typings don't have are in `HiddenApp`. */
interface Inside {
  readonly app: App & HiddenApp;
  readonly obsidian: typeof import('obsidian');
}

/** Parts of the app that its typings don't have, but that exist in it. */
interface HiddenApp {
  readonly setting: {
    readonly open: () => void;
    readonly openTabById: (id: string) => unknown;
    readonly close: () => void;
    readonly activeTab: { readonly id?: string; readonly containerEl: HTMLElement } | null;
    readonly removeSettingTab: (tab: import('obsidian').SettingTab) => void;
  };
  readonly commands: {
    readonly commands: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
    executeCommandById: (id: string) => boolean;
    listCommands: () => readonly { readonly id: string }[];
  };
  readonly plugins: {
    readonly plugins: Readonly<Record<string, import('obsidian').Plugin>>;
    /** Takes the plugin out, as an update does. */
    readonly disablePlugin: (id: string) => Promise<void>;
    readonly enablePlugin: (id: string) => Promise<void>;
    /** Switches the plugin off, as the user does. */
    readonly disablePluginAndSave: (id: string) => Promise<void>;
    readonly enablePluginAndSave: (id: string) => Promise<void>;
  };
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A vault to start with. */
export interface VaultOptions {
  /** The text of each note by its path. */
  readonly notes: Readonly<Record<string, string>>;
  /** The plugin's settings; the default ones without it. */
  readonly data?: Readonly<Record<string, Json>>;
}

/** What a story can do with the app. There are two: the simulator in Chromium, and the real app. */
export interface AppDriver {
  readonly kind: 'simulator' | 'app';
  /** A phone, emulated or not. */
  readonly isMobile: boolean;
  /** Opens a new vault in which the plugin is switched on. Closes the one before. */
  readonly open: (vault: VaultOptions) => Promise<void>;
  /** Quits and starts again with the same vault. */
  readonly restart: () => Promise<void>;
  /**
   * Does something, and ends the app after this many changed notes, as a power failure would. Then starts
   * it again with the same vault.
   */
  readonly crashAfter: (notes: number, act: () => Promise<void>) => Promise<void>;
  /** Hides the main window: what waits for it to be drawn waits, and its timers are slow. `open` and `restart` show it again. */
  readonly hideMainWindow: () => Promise<void>;
  /** Calls a function in the page of the app. It can't use anything outside itself; arguments and result are JSON. */
  readonly inside: <Args extends readonly Json[], Result>(
    ask: (inside: Inside, ...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => Promise<Result>;
  /** The bytes of a file on the disk. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Another program writes a file of the vault. */
  readonly writeFromOutside: (path: string, text: string) => Promise<void>;
  /** Makes a file read-only, so that the disk refuses what the app writes to it, or writable again. */
  readonly setReadOnly: (path: string, isReadOnly: boolean) => Promise<void>;
  /** Clicks the first visible element, in any window, that matches the CSS selector and holds the text. Waits for it. */
  readonly click: (selector: string, text?: string) => Promise<void>;
  /** The same with the right button. */
  readonly rightClick: (selector: string, text?: string) => Promise<void>;
  /** Moves the pointer onto the first such element in the main window, and leaves it there. */
  readonly hover: (selector: string, text?: string) => Promise<void>;
  /** Puts the cursor into the cell with this text, in a table of the open note. */
  readonly enterTableCell: (text: string) => Promise<void>;
  /** Puts the cursor into the card that holds the text, in the open canvas. */
  readonly enterCard: (text: string) => Promise<void>;
  /** Presses keys one after another, each with its modifiers: `Control+z`, `ArrowDown`. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Types a text where the focus is. */
  readonly type: (text: string) => Promise<void>;
  /** Runs a command of the app's command line, and returns what it prints. */
  readonly commandLine: (
    command: string,
    flags?: Readonly<Record<string, string>>,
  ) => Promise<string>;
  /** The names of the settings that the search of the settings window finds. */
  readonly searchSettings: (query: string) => Promise<readonly string[]>;
  /** What was printed on the console, and errors nobody caught, since the vault was opened. Only the plugin's, in the real app. */
  readonly console: () => Promise<readonly string[]>;
  /** Starts a server that answers every request with the headers it got, as JSON. Returns its URL; null if the app can't reach one. */
  readonly echoServer: () => Promise<string | null>;
  /** Keeps a picture of the real app's main window, so that people can look at it. The simulator has pictures of its own. */
  readonly picture: (name: string) => Promise<void>;
  /** Keeps an answer that only the real app can give, so that people can read it afterwards. */
  readonly record: (question: string, answer: Json) => Promise<void>;
}

/** What a user does and sees. Throws if it is not as it should be. */
export interface Story {
  readonly name: string;
  /** Where the story can be played; everywhere without it. */
  readonly where?: 'desktop' | 'mobile';
  readonly play: (app: AppDriver) => Promise<void>;
}

/** Whether a story or a claim applies to an app. */
export function appliesTo({ where }: Pick<Story, 'where'>, { isMobile }: AppDriver): boolean {
  return where === undefined || (where === 'mobile') === isMobile;
}
