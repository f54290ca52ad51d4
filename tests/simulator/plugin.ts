import type { CliFlags, CliHandler, HoverLinkSource, PluginManifest } from 'obsidian';
import type { App } from './app';
import type { Command } from './commands';
import { Component } from './events';
import { setIcon, setTooltip } from './icons';
import type { SettingTab } from './settings';
import type { ViewCreator } from './view-registry';

/** A plugin: everything that it registers here is removed when it is unloaded. */
export abstract class Plugin extends Component {
  app: App;
  manifest: PluginManifest;
  settings?: unknown;
  /** The simulator's own: it is unloaded because the user has switched it off. */
  isUserDisabled = false;
  /** The simulator's own: when the plugin itself last wrote its data. */
  dataWritten = 0;
  /** Called when another program has written the plugin's data. */
  declare readonly onExternalSettingsChange?: () => unknown;

  constructor(app: App, manifest: PluginManifest) {
    super();
    this.app = app;
    this.manifest = manifest;
  }

  addRibbonIcon(
    icon: string,
    title: string,
    callback: (event: MouseEvent) => unknown,
  ): HTMLElement {
    const button = this.app.ribbonActionsEl.createDiv('clickable-icon side-dock-ribbon-action');
    setIcon(button, icon);
    setTooltip(button, title);
    button.addEventListener('click', callback);
    this.register(() => button.remove());
    return button;
  }

  /** On a phone there is nothing to add to, and nothing comes back. */
  addStatusBarItem(): HTMLElement {
    const item = this.app.statusBarEl?.createDiv(`status-bar-item plugin-${this.manifest.id}`);
    this.register(() => item?.remove());
    return item as HTMLElement;
  }

  addCommand(command: Command): Command {
    const id = `${this.manifest.id}:${command.id}`;
    const full = Object.assign(command, { id, name: `${this.manifest.name}: ${command.name}` });
    this.app.commands.addCommand(full);
    this.register(() => this.app.commands.removeCommand(id));
    return full;
  }

  removeCommand(commandId: string): void {
    this.app.commands.removeCommand(`${this.manifest.id}:${commandId}`);
  }

  addSettingTab(settingTab: SettingTab): void {
    this.app.setting.addSettingTab(settingTab);
    this.register(() => this.app.setting.removeSettingTab(settingTab));
  }

  /** Where the user switches the plugin off, its leaves close; at an update they wait for it. */
  registerView(type: string, viewCreator: ViewCreator): void {
    this.app.viewRegistry.register(type, viewCreator);
    this.register(() => {
      this.app.viewRegistry.unregister(type);
      if (this.isUserDisabled) this.app.workspace.detachLeavesOfType(type);
    });
  }

  registerHoverLinkSource(id: string, info: HoverLinkSource): void {
    const sources = this.app.workspace.hoverLinkSources;
    sources[id] = info;
    this.register(() => delete sources[id]);
  }

  registerCliHandler(
    command: string,
    description: string,
    flags: CliFlags | null,
    handler: CliHandler,
  ): void {
    this.app.cli.register({ command, description, flags, handler });
    this.register(() => this.app.cli.unregister(command));
  }

  registerExtensions(_extensions: string[], _viewType: string): void {
    return undefined;
  }

  registerMarkdownPostProcessor<T>(postProcessor: T): T {
    return postProcessor;
  }

  registerMarkdownCodeBlockProcessor<T>(_language: string, handler: T): T {
    return handler;
  }

  registerBasesView(): boolean {
    return false;
  }

  registerEditorExtension(_extension: unknown): void {
    return undefined;
  }

  registerObsidianProtocolHandler(_action: string, _handler: unknown): void {
    return undefined;
  }

  registerEditorSuggest(_editorSuggest: unknown): void {
    return undefined;
  }

  /** Null if there is no data yet; undefined if the file can't be read or is not JSON. */
  async loadData(): Promise<unknown> {
    const { adapter } = this.app.vault;
    if (!(await adapter.exists(this.dataPath))) return null;
    try {
      return JSON.parse(await adapter.read(this.dataPath)) as unknown;
    } catch {
      return undefined;
    }
  }

  /** Resolves also where nothing could be written: the app only notes the error in its console. */
  async saveData(data: unknown): Promise<void> {
    const { adapter } = this.app.vault;
    try {
      await adapter.write(this.dataPath, JSON.stringify(data, null, 2));
      this.dataWritten = (await adapter.stat(this.dataPath))?.mtime ?? 0;
    } catch {
      // As the app does.
    }
  }

  onUserEnable(): void {
    return undefined;
  }

  /** The simulator's own: where the plugin's data lies. */
  get dataPath(): string {
    const { configDir } = this.app.vault;
    return `${this.manifest.dir ?? `${configDir}/plugins/${this.manifest.id}`}/data.json`;
  }
}
