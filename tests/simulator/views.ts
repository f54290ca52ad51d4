import type { ViewStateResult } from 'obsidian';
import type { App } from './app';
import { BY_APP, Component } from './events';
import { TFile } from './files';
import type { TAbstractFile } from './files';
import { setIcon, setTooltip } from './icons';
import type { Scope } from './keyboard';
import type { WorkspaceLeaf } from './leaf';
import type { Menu } from './menus';

/** What a leaf shows. */
export abstract class View extends Component {
  app: App;
  icon = 'file';
  navigation = false;
  leaf: WorkspaceLeaf;
  containerEl: HTMLElement;
  scope: Scope | null = null;

  constructor(leaf: WorkspaceLeaf) {
    super();
    this.leaf = leaf;
    this.app = leaf.app;
    this.containerEl = createDiv('workspace-leaf-content');
  }

  async onOpen(): Promise<void> {
    return undefined;
  }

  async onClose(): Promise<void> {
    return undefined;
  }

  abstract getViewType(): string;

  abstract getDisplayText(): string;

  getState(): Record<string, unknown> {
    return {};
  }

  async setState(_state: unknown, _result: ViewStateResult): Promise<void> {
    return undefined;
  }

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {
    return undefined;
  }

  getIcon(): string {
    return this.icon;
  }

  onResize(): void {
    return undefined;
  }

  onPaneMenu(_menu: Menu, _source: string): void {
    return undefined;
  }
}

/** A view with a header and a place for its content. */
export abstract class ItemView extends View {
  readonly headerEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly actionsEl: HTMLElement;
  contentEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.headerEl = this.containerEl.createDiv('view-header');
    this.titleEl = this.headerEl
      .createDiv('view-header-title-container')
      .createDiv('view-header-title');
    this.actionsEl = this.headerEl.createDiv('view-actions');
    this.contentEl = this.containerEl.createDiv('view-content');
  }

  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = createEl('button', 'clickable-icon view-action');
    setIcon(button, icon);
    setTooltip(button, title);
    button.addEventListener('click', callback);
    // The newest stands first.
    this.actionsEl.prepend(button);
    return button;
  }
}

/** A leaf with nothing in it: a new tab. */
export class EmptyView extends ItemView {
  override navigation = true;

  override getViewType(): string {
    return 'empty';
  }

  override getDisplayText(): string {
    return 'New tab';
  }
}

/** Stands for a view in the background that was not yet needed since the start. */
export class DeferredView extends View {
  readonly #type: string;

  constructor(leaf: WorkspaceLeaf, type: string) {
    super(leaf);
    this.#type = type;
  }

  override getViewType(): string {
    return this.#type;
  }

  override getDisplayText(): string {
    return this.#type;
  }
}

/** Stands for a view whose plugin is not there. */
export class UnknownView extends DeferredView {}

/** A view of a file. */
export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  override getDisplayText(): string {
    return this.file?.basename ?? '';
  }

  override onload(): unknown {
    const { vault } = this.app;
    this.registerEvent(
      vault.on(
        'rename',
        (file: TAbstractFile) => {
          if (file === this.file) void this.onRename(this.file);
        },
        BY_APP,
      ),
    );
    this.registerEvent(
      vault.on(
        'delete',
        (file: TAbstractFile) => {
          if (file === this.file) void this.leaf.setViewState({ type: 'empty' });
        },
        BY_APP,
      ),
    );
    return undefined;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), file: this.file?.path };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const path = (state as { file?: string } | null)?.file;
    await this.loadFile(path === undefined ? null : this.app.vault.getFileByPath(path));
    await super.setState(state, result);
  }

  override async onClose(): Promise<void> {
    await this.loadFile(null);
  }

  /** The simulator's own: leaves the file that is open and opens this one. */
  async loadFile(file: TFile | null): Promise<void> {
    if (file === this.file) return;
    if (this.file) await this.onUnloadFile(this.file);
    this.file = file;
    if (file) await this.onLoadFile(file);
    this.titleEl.textContent = this.getDisplayText();
  }

  async onLoadFile(_file: TFile): Promise<void> {
    return undefined;
  }

  async onUnloadFile(_file: TFile): Promise<void> {
    return undefined;
  }

  async onRename(_file: TFile): Promise<void> {
    this.titleEl.textContent = this.getDisplayText();
  }

  canAcceptExtension(_extension: string): boolean {
    return false;
  }
}

export abstract class EditableFileView extends FileView {}

/** A view of a Base. It shows nothing, and nobody can type in it. */
export class OtherFileView extends FileView {
  readonly #type: string;

  constructor(leaf: WorkspaceLeaf, type: string) {
    super(leaf);
    this.#type = type;
  }

  override getViewType(): string {
    return this.#type;
  }
}
