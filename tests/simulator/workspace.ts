import type {
  Constructor,
  HoverLinkSource,
  OpenViewState,
  PaneType,
  Side,
  SplitDirection,
  ViewState,
} from 'obsidian';
import type { App } from './app';
import { CanvasView, type CardEditor } from './canvas';
import { debounce } from './debounce';
import { Events } from './events';
import type { TFile } from './files';
import { Layout } from './layout';
import { Platform } from './keyboard';
import type { WorkspaceLeaf } from './leaf';
import { MarkdownView } from './markdown-view';
import type { Menu } from './menus';
import { makeActive } from './popout';
import type { WorkspaceItem, WorkspaceRoot, WorkspaceSplit, WorkspaceWindow } from './splits';
import { WorkspaceSidedock } from './splits';
import type { View } from './views';
import { EmptyView, FileView } from './views';

/** A leaf as a saved layout has it. Deferred unless it was in view. */
export interface SavedLeaf {
  readonly side: Side | 'main';
  readonly view: ViewState;
  readonly inView?: boolean;
}

/** The window's layout. Its events come a turn after the change. */
export class Workspace extends Events {
  readonly leftSplit: WorkspaceSidedock;
  readonly rightSplit: WorkspaceSidedock;
  readonly rootSplit: WorkspaceRoot;
  readonly leftRibbon = {};
  readonly rightRibbon = {};
  readonly containerEl: HTMLElement;
  readonly requestSaveLayout = debounce(async () => undefined, 2000);
  /** Where pages are previewed from, by id. Not in the typings. */
  readonly hoverLinkSources: Record<string, HoverLinkSource> = {};
  activeLeaf: WorkspaceLeaf | null = null;
  layoutReady = false;
  /** The simulator's own: each link that was followed. */
  readonly openedLinks: { linktext: string; sourcePath: string; newLeaf: PaneType | boolean }[] =
    [];
  readonly #app: App;
  readonly #layout: Layout;
  readonly #recentFiles: string[] = [];
  #onReady: (() => unknown)[] = [];
  #shownFile: TFile | null = null;
  readonly #tellLayout = debounce(() => this.trigger('layout-change'));
  readonly #tellActive = debounce(() => this.trigger('active-leaf-change', this.activeLeaf));
  readonly #tellFile = debounce(() => this.#announceFile());

  constructor(app: App) {
    super();
    this.#app = app;
    this.#layout = new Layout(app);
    this.leftSplit = this.#layout.left;
    this.rootSplit = this.#layout.root;
    this.rightSplit = this.#layout.right;
    this.containerEl = this.#layout.containerEl;
  }

  /** Null if the leaf that has the focus shows no editor. */
  get activeEditor(): MarkdownView | CardEditor | null {
    const view = this.activeLeaf?.view;
    if (view instanceof CanvasView) return view.editing;
    return view instanceof MarkdownView ? view : null;
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.#onReady.push(callback);
  }

  /** The simulator's own: restores the saved leaves and calls whoever waits for the layout. */
  async start(layout: readonly SavedLeaf[]): Promise<void> {
    this.#createLeaf(this.rootSplit);
    for (const saved of layout) await this.#restore(saved);
    this.setActiveLeaf(this.getLeaf());
    this.layoutReady = true;
    for (const callback of this.#onReady.splice(0)) callback();
    this.noteLayoutChange();
  }

  async changeLayout(_layout: unknown): Promise<void> {
    this.noteLayoutChange();
  }

  getLayout(): Record<string, unknown> {
    return { leaves: this.#layout.leaves().map((leaf) => leaf.getViewState()) };
  }

  createLeafInParent(parent: WorkspaceSplit, _index: number): WorkspaceLeaf {
    return this.#createLeaf(parent);
  }

  createLeafBySplit(leaf: WorkspaceLeaf, _direction?: SplitDirection): WorkspaceLeaf {
    return this.#createLeaf(leaf.parent.parent, true);
  }

  splitActiveLeaf(_direction?: SplitDirection): WorkspaceLeaf {
    return this.getLeaf('split');
  }

  async duplicateLeaf(
    leaf: WorkspaceLeaf,
    leafType: PaneType | boolean = 'split',
  ): Promise<WorkspaceLeaf> {
    const copy = this.getLeaf(leafType);
    await copy.setViewState(leaf.getViewState());
    return copy;
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    return this.getLeaf(false);
  }

  /**
   * A leaf to open something in: the active one, else the latest in view of the same window, if they
   * can go to another file; else a new one. A new tab that is still empty is used before another.
   */
  getLeaf(newLeaf: PaneType | boolean = false): WorkspaceLeaf {
    const recent = newLeaf ? null : this.#layout.navigable(this.activeLeaf);
    if (recent) return recent;
    const { activeLeaf } = this;
    if ((newLeaf === 'tab' || newLeaf === true) && activeLeaf?.view instanceof EmptyView) {
      activeLeaf.requestedAs = 'tab';
      return activeLeaf;
    }
    this.noteLayoutChange();
    return this.#layout.createMainLeaf(newLeaf);
  }

  moveLeafToPopout(leaf: WorkspaceLeaf): WorkspaceWindow {
    const popout = this.#layout.moveToWindow(leaf);
    this.setActiveLeaf(leaf, { focus: true });
    this.noteLayoutChange();
    return popout;
  }

  openPopoutLeaf(): WorkspaceLeaf {
    return this.getLeaf('window');
  }

  /** Opens the file that the link means, making it where it is not there yet. */
  async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf: PaneType | boolean = false,
    openViewState?: OpenViewState,
  ): Promise<void> {
    this.openedLinks.push({ linktext, sourcePath, newLeaf });
    const path = linktext.split('#')[0] ?? '';
    const { metadataCache, vault } = this.#app;
    const known = path
      ? metadataCache.getFirstLinkpathDest(path, sourcePath)
      : vault.getFileByPath(sourcePath);
    const file = known ?? (await vault.create(path.endsWith('.md') ? path : `${path}.md`, ''));
    const eState = linktext.includes('#') ? { subpath: linktext.slice(path.length) } : {};
    await this.getLeaf(newLeaf).openFile(file, { eState, ...openViewState });
  }

  setActiveLeaf(leaf: WorkspaceLeaf, params: { focus?: boolean } | boolean = {}): void {
    const focus = typeof params === 'object' && params.focus === true;
    if (leaf.view instanceof MarkdownView && focus) leaf.view.editor.focus();
    leaf.parent.select(leaf);
    if (focus && Platform.isMobile) this.#layout.closeDrawers(leaf);
    makeActive(leaf.containerEl.ownerDocument.defaultView ?? window);
    if (leaf === this.activeLeaf) return;
    this.activeLeaf?.containerEl.classList.remove('mod-active');
    leaf.containerEl.classList.add('mod-active');
    this.activeLeaf = leaf;
    this.#layout.use(leaf);
    this.#tellActive();
    this.noteFileOpen();
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.#layout.leaves().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.#layout.leaves().filter((leaf) => leaf.group === group);
  }

  getMostRecentLeaf(root?: WorkspaceItem): WorkspaceLeaf | null {
    return this.#layout.mostRecent(root);
  }

  /** Null on a phone, whose drawers hold no groups of tabs. */
  getLeftLeaf(split: boolean): WorkspaceLeaf | null {
    return Platform.isMobile ? null : this.#createLeaf(this.leftSplit, split);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf | null {
    return Platform.isMobile ? null : this.#createLeaf(this.rightSplit, split);
  }

  /** Any leaf of the type, wherever it is, else a new one in the sidebar. */
  async ensureSideLeaf(
    type: string,
    side: Side,
    options: { active?: boolean; split?: boolean; reveal?: boolean; state?: unknown } = {},
  ): Promise<WorkspaceLeaf> {
    const { active = false, split = false, reveal = true } = options;
    const dock = side === 'left' ? this.leftSplit : this.rightSplit;
    const known = this.getLeavesOfType(type)[0];
    const leaf = known ?? this.#createLeaf(dock, split);
    const state = options.state as Record<string, unknown> | undefined;
    if (!known || state) await leaf.setViewState({ type, ...(state && { state }) });
    if (reveal) await this.revealLeaf(leaf);
    if (active) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  getActiveViewOfType<T>(type: Constructor<T>): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  /** The file in the active leaf, else the one that was last active. */
  getActiveFile(): TFile | null {
    const view: View | undefined = this.activeLeaf?.view;
    if (view instanceof FileView && view.file) return view.file;
    const recent = this.getMostRecentLeaf()?.view;
    return recent instanceof FileView ? recent.file : null;
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.rootSplit.leaves()) callback(leaf);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.#layout.leaves()) callback(leaf);
  }

  getLeavesOfType(viewType: string): WorkspaceLeaf[] {
    return this.#layout.leaves().filter((leaf) => leaf.view.getViewType() === viewType);
  }

  detachLeavesOfType(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
  }

  /** Brings the leaf into view, its sidebar too, and waits until its view is there. */
  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    const root = leaf.getRoot();
    if (root instanceof WorkspaceSidedock && root.collapsed) root.expand();
    leaf.parent.select(leaf);
    await leaf.loadIfDeferred();
    this.noteLayoutChange();
  }

  getLastOpenFiles(): string[] {
    return [...this.#recentFiles];
  }

  updateOptions(): void {
    return undefined;
  }

  handleLinkContextMenu(menu: Menu, linktext: string, sourcePath: string): boolean {
    const file = this.#app.metadataCache.getFirstLinkpathDest(linktext, sourcePath);
    if (file) this.trigger('file-menu', menu, file, 'link-context-menu');
    return file !== null;
  }

  /** The simulator's own: the app notes that the layout has changed. */
  noteLayoutChange(): void {
    this.#tellLayout();
  }

  /** The simulator's own: the app notes that another file may be in view. */
  noteFileOpen(): void {
    this.#tellFile();
  }

  /** The simulator's own: the app quits, and its other windows close. */
  closeWindows(): void {
    this.#layout.closeWindows();
  }

  /** The simulator's own: a leaf is gone. */
  forgetLeaf(leaf: WorkspaceLeaf): void {
    this.#layout.forget(leaf);
    if (this.activeLeaf === leaf) {
      this.activeLeaf = null;
      this.setActiveLeaf(this.getLeaf());
    }
    this.noteLayoutChange();
  }

  #announceFile(): void {
    const file = this.getActiveFile();
    if (file === this.#shownFile) return;
    this.#shownFile = file;
    if (file) this.#recentFiles.unshift(file.path);
    this.trigger('file-open', file);
  }

  async #restore({ side, view, inView = false }: SavedLeaf): Promise<void> {
    const leaf = this.#createLeaf(this.#layout.split(side));
    leaf.defer(view);
    if (inView) await this.revealLeaf(leaf);
  }

  #createLeaf(split: WorkspaceSplit, beside = false): WorkspaceLeaf {
    this.noteLayoutChange();
    return this.#layout.createLeaf(split, beside);
  }
}
