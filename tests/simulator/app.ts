import { Cli } from './cli';
import { Commands } from './commands';
import type { Disk } from './disk';
import { FileManager } from './file-manager';
import { Keymap, Platform, Scope } from './keyboard';
import { giveMenusTheKeyboard } from './menus';
import { MetadataCache } from './metadata-cache';
import { followPopouts, makeActive, trackActive } from './popout';
import type { Plugin } from './plugin';
import { SettingsWindow } from './settings-window';
import { Tasks } from './tasks';
import { Tooltips } from './tooltips';
import { Vault } from './vault';
import { ViewRegistry } from './view-registry';
import { MarkdownView } from './markdown-view';
import { Workspace } from './workspace';

/** The app, with its page. Parts that are not in the typings have their names in the app. */
export class App {
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope);
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager = new FileManager(this);
  readonly viewRegistry = new ViewRegistry(this);
  readonly workspace = new Workspace(this);
  readonly commands = new Commands(this);
  readonly setting = new SettingsWindow(this);
  readonly cli = new Cli();
  readonly plugins = {
    plugins: {} as Record<string, Plugin>,
    enabledPlugins: new Set<string>(),
    /** An update takes the plugin out, and puts the new one in. `load-plugin.ts` knows how. */
    disablePlugin: (_id: string): Promise<void> => Promise.resolve(),
    enablePlugin: (_id: string): Promise<void> => Promise.resolve(),
    /** The user switches the plugin off, and on again. */
    disablePluginAndSave: (_id: string): Promise<void> => Promise.resolve(),
    enablePluginAndSave: (_id: string): Promise<void> => Promise.resolve(),
  };
  readonly renderContext = { hoverPopover: null };
  lastEvent: Event | null = null;
  readonly #tooltips = new Tooltips();
  #stopFollowing: (() => void)[] = [];
  readonly appContainerEl: HTMLElement;
  readonly ribbonActionsEl: HTMLElement;
  /** Null on a phone, which has no status bar. */
  readonly statusBarEl: HTMLElement | null;

  constructor(disk: Disk, name?: string, configDir?: string) {
    this.vault = new Vault(disk, name, configDir);
    this.metadataCache = new MetadataCache(this.vault);
    this.appContainerEl = createDiv('app-container');
    const main = this.appContainerEl.createDiv('horizontal-main-container');
    const ribbon = main.createDiv('workspace-ribbon side-dock-ribbon mod-left');
    this.ribbonActionsEl = ribbon.createDiv('side-dock-actions');
    main.append(this.workspace.containerEl);
    this.statusBarEl = Platform.isMobile ? null : this.appContainerEl.createDiv('status-bar');
    // Never empty: the app counts words there, and more.
    this.statusBarEl?.createDiv({ cls: 'status-bar-item plugin-word-count', text: '0 words' });
    this.keymap.viewScope = () => this.workspace.activeLeaf?.view.scope ?? null;
  }

  /** The simulator's own: puts the app into the page and gives it the focus. */
  attach(): void {
    document.body.append(this.appContainerEl);
    this.keymap.listen();
    this.#tooltips.listen(document);
    makeActive(window);
    this.#stopFollowing = [
      trackActive(window),
      followPopouts((win) => {
        this.keymap.listen(win);
        this.#tooltips.listen(win.document);
      }),
    ];
    giveMenusTheKeyboard(this.keymap);
  }

  /** The simulator's own: the user quits. Whoever listens may add what must be done first. */
  async quit(): Promise<void> {
    const tasks = new Tasks();
    this.workspace.trigger('quit', tasks);
    this.workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView) tasks.addPromise(view.save());
    });
    await tasks.promise();
    this.detach();
  }

  /** The simulator's own: the app is gone from the page, as after a crash; nothing is saved. */
  detach(): void {
    this.vault.disk.onChange = () => undefined;
    this.workspace.closeWindows();
    for (const stop of this.#stopFollowing.splice(0)) stop();
    this.keymap.stopListening();
    this.#tooltips.stopListening();
    giveMenusTheKeyboard(null);
    document.body.replaceChildren();
  }

  isDarkMode(): boolean {
    return document.body.classList.contains('theme-dark');
  }

  loadLocalStorage(key: string): unknown {
    const stored = this.vault.disk.localStorage.get(key);
    return stored === undefined ? null : (JSON.parse(stored) as unknown);
  }

  /** Null removes the entry. */
  saveLocalStorage(key: string, data: unknown): void {
    const { localStorage } = this.vault.disk;
    if (data === null || data === undefined) localStorage.delete(key);
    else localStorage.set(key, JSON.stringify(data));
  }
}
