import type { OpenViewState, PaneType, ViewState } from 'obsidian';
import type { App } from './app';
import { CanvasView } from './canvas';
import type { TFile } from './files';
import { MarkdownView } from './markdown-view';
import type { View } from './views';
import { DeferredView, EmptyView, FileView, OtherFileView, UnknownView } from './views';
import type { WorkspaceTabs } from './splits';
import { WorkspaceItem } from './splits';

/** The types of views of files that are no notes. */
const VIEW_TYPES: Readonly<Record<string, string>> = { base: 'bases', canvas: 'canvas' };

/** A tab. */
export class WorkspaceLeaf extends WorkspaceItem {
  readonly app: App;
  readonly id: string;
  override parent: WorkspaceTabs;
  view: View;
  hoverPopover = null;
  pinned = false;
  group: string | null = null;
  readonly containerEl: HTMLElement;
  /** The simulator's own: how `getLeaf` was asked for it (`tab`, `split`, `window`). */
  requestedAs: PaneType | boolean = false;
  #state: ViewState = { type: 'empty' };
  #eState: Record<string, unknown> = {};

  constructor(app: App, parent: WorkspaceTabs, id: string) {
    super();
    this.app = app;
    this.parent = parent;
    this.id = id;
    this.containerEl = createDiv('workspace-leaf');
    this.view = new EmptyView(this);
    this.containerEl.append(this.view.containerEl);
    parent.addLeaf(this);
  }

  get isDeferred(): boolean {
    return this.view instanceof DeferredView && !(this.view instanceof UnknownView);
  }

  async loadIfDeferred(): Promise<void> {
    if (this.isDeferred) await this.#build(this.#state);
  }

  /** The simulator's own: the leaf as it is after a start, its view not made yet. */
  defer(state: ViewState): void {
    this.#state = state;
    this.#put(new DeferredView(this, state.type));
  }

  /** The simulator's own: makes the view again, as its plugin came or went. */
  async rebuild(): Promise<void> {
    await this.#build({ ...this.#state, state: this.#savedState() });
  }

  /** Puts the view into the leaf and waits until it has opened. */
  async open(view: View): Promise<View> {
    await this.#close();
    this.#put(view);
    view.load();
    await view.onOpen();
    return view;
  }

  async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
    const state = { ...openState.state, file: file.path };
    const active = openState.active ?? true;
    const type = VIEW_TYPES[file.extension] ?? 'markdown';
    await this.setViewState({ type, state, active }, openState.eState);
  }

  getViewState(): ViewState {
    return { ...this.#state, state: this.#savedState(), pinned: this.pinned };
  }

  async setViewState(viewState: ViewState, eState?: Record<string, unknown>): Promise<void> {
    const keeps =
      this.view.getViewType() === viewState.type && !(this.view instanceof DeferredView);
    if (keeps) this.#state = viewState;
    else await this.#build(viewState, false);
    await this.view.setState(viewState.state ?? {}, { history: false });
    if (eState) this.setEphemeralState(eState);
    const { workspace } = this.app;
    if (viewState.active) workspace.setActiveLeaf(this, { focus: true });
    workspace.noteLayoutChange();
    if (this.view instanceof FileView) workspace.noteFileOpen();
  }

  getEphemeralState(): Record<string, unknown> {
    return { ...this.#eState, ...this.view.getEphemeralState() };
  }

  setEphemeralState(state: Record<string, unknown>): void {
    this.#eState = state;
    this.view.setEphemeralState(state);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setPinned(pinned: boolean): void {
    this.pinned = pinned;
    this.trigger('pinned-change', pinned);
  }

  setGroupMember(other: WorkspaceLeaf): void {
    other.group ??= other.id;
    this.setGroup(other.group);
  }

  setGroup(group: string): void {
    this.group = group;
    this.trigger('group-change', group);
  }

  detach(): void {
    void this.#close();
    this.parent.removeLeaf(this);
    this.containerEl.remove();
    this.app.workspace.forgetLeaf(this);
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  async #build(viewState: ViewState, withState = true): Promise<void> {
    this.#state = viewState;
    await this.open(this.#makeView(viewState.type));
    if (withState) await this.view.setState(viewState.state ?? {}, { history: false });
  }

  #makeView(type: string): View {
    if (type === 'empty') return new EmptyView(this);
    if (type === 'markdown') return new MarkdownView(this);
    if (type === 'bases') return new OtherFileView(this, type);
    if (type === 'canvas') return new CanvasView(this);
    const create = this.app.viewRegistry.creatorOf(type);
    return create ? create(this) : new UnknownView(this, type);
  }

  #put(view: View): void {
    this.view.containerEl.remove();
    this.view = view;
    view.containerEl.setAttribute('data-type', view.getViewType());
    this.containerEl.append(view.containerEl);
    const title = view.containerEl.querySelector('.view-header-title');
    if (title) title.textContent = view.getDisplayText();
    this.parent.showHeaders();
  }

  async #close(): Promise<void> {
    const { view } = this;
    if (view instanceof DeferredView) return;
    await view.onClose();
    view.unload();
  }

  #savedState(): Record<string, unknown> {
    return this.view instanceof DeferredView ? (this.#state.state ?? {}) : this.view.getState();
  }
}
