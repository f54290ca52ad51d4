import { Cli } from './cli';
import { Commands } from './commands';
import type { Disk } from './disk';
import { FileManager } from './file-manager';
import { Keymap, Platform, Scope } from './keyboard';
import { giveMenusTheKeyboard } from './menus';
import { MetadataCache } from './metadata-cache';
import type { Plugin } from './plugin';
import { SettingsWindow } from './settings-window';
import { Tasks } from './tasks';
import { Tooltips } from './tooltips';
import { Vault } from './vault';
import { ViewRegistry } from './view-registry';
import { MarkdownView } from './markdown-view';
import { Workspace } from './workspace';

/** The app, with its page. Parts that the typings do not have bear the names they have in it. */
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
  readonly plugins = { plugins: {} as Record<string, Plugin>, enabledPlugins: new Set<string>() };
  readonly renderContext = { hoverPopover: null };
  readonly hoverLinkSources: Record<string, { display: string; defaultMod: boolean }> = {};
  lastEvent: Event | null = null;
  readonly #tooltips = new Tooltips();
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

  /** The simulator's own: puts the app into the page and gives it the keyboard. */
  attach(): void {
    document.body.append(this.appContainerEl);
    this.keymap.listen();
    this.#tooltips.listen();
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

  /** Null takes the entry away. */
  saveLocalStorage(key: string, data: unknown): void {
    const { localStorage } = this.vault.disk;
    if (data === null || data === undefined) localStorage.delete(key);
    else localStorage.set(key, JSON.stringify(data));
  }
}
