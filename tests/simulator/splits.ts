import { moveToWindow } from './dom';
import { Events } from './events';
import type { WorkspaceLeaf } from './leaf';
import { openPopout } from './popout';

/** A part of the window. */
export abstract class WorkspaceItem extends Events {
  parent: WorkspaceItem | null = null;

  getRoot(): WorkspaceItem {
    return this.parent ? this.parent.getRoot() : this;
  }

  getContainer(): WorkspaceItem {
    return this.getRoot();
  }
}

export abstract class WorkspaceParent extends WorkspaceItem {}

/** Holds groups of tabs side by side. */
export class WorkspaceSplit extends WorkspaceParent {
  readonly containerEl: HTMLElement;
  readonly children: WorkspaceTabs[] = [];

  constructor(cls: string) {
    super();
    this.containerEl = createDiv(`workspace-split mod-vertical ${cls}`);
  }

  /** The simulator's own: the first group, or another beside it. */
  tabs(another = false): WorkspaceTabs {
    const first = this.children[0];
    if (first && !another) return first;
    const tabs = new WorkspaceTabs(this);
    this.children.push(tabs);
    this.containerEl.append(tabs.containerEl);
    return tabs;
  }

  leaves(): WorkspaceLeaf[] {
    return this.children.flatMap((tabs) => tabs.children);
  }
}

export abstract class WorkspaceContainer extends WorkspaceSplit {
  readonly win: Window;
  readonly doc: Document;

  constructor(cls: string, win: Window = window) {
    super(cls);
    this.win = win;
    this.doc = win.document;
  }
}

/** The middle of the window, where the notes are. */
export class WorkspaceRoot extends WorkspaceContainer {}

/** A window of its own. If none can be opened (in jsdom), a hidden part of the same page. */
export class WorkspaceWindow extends WorkspaceContainer {
  constructor(cls: string) {
    super(cls, openPopout() ?? window);
    if (!this.isReal) return;
    const appEl = createDiv('app-container');
    appEl.createDiv('horizontal-main-container').createDiv('workspace').append(this.containerEl);
    this.doc.body.append(appEl);
  }

  /** The simulator's own: whether it is a window of the browser. */
  get isReal(): boolean {
    return this.win !== window;
  }
}

/** A sidebar; on a phone a drawer. */
export class WorkspaceSidedock extends WorkspaceSplit {
  collapsed = false;

  /** As if the user had dragged its edge. Not in the typings. */
  setSize(width: number): void {
    this.containerEl.style.width = `${width}px`;
  }

  toggle(): void {
    if (this.collapsed) this.expand();
    else this.collapse();
  }

  collapse(): void {
    this.collapsed = true;
    this.containerEl.classList.add('is-sidedock-collapsed');
    this.containerEl.style.display = 'none';
  }

  expand(): void {
    this.collapsed = false;
    this.containerEl.classList.remove('is-sidedock-collapsed');
    this.containerEl.style.display = '';
  }
}

export class WorkspaceMobileDrawer extends WorkspaceSidedock {}

/** A group of tabs, of which one is shown. */
export class WorkspaceTabs extends WorkspaceParent {
  override parent: WorkspaceSplit;
  readonly containerEl: HTMLElement;
  readonly children: WorkspaceLeaf[] = [];
  currentTab: WorkspaceLeaf | null = null;
  readonly #headersEl: HTMLElement;
  readonly #leavesEl: HTMLElement;

  constructor(parent: WorkspaceSplit) {
    super();
    this.parent = parent;
    this.containerEl = createDiv('workspace-tabs');
    this.#headersEl = this.containerEl
      .createDiv('workspace-tab-header-container')
      .createDiv('workspace-tab-header-container-inner');
    this.#leavesEl = this.containerEl.createDiv('workspace-tab-container');
  }

  addLeaf(leaf: WorkspaceLeaf): void {
    this.children.push(leaf);
    moveToWindow(leaf.containerEl, this.#leavesEl);
    this.select(this.currentTab ?? leaf);
  }

  removeLeaf(leaf: WorkspaceLeaf): void {
    this.children.splice(this.children.indexOf(leaf), 1);
    const next = this.children[0];
    if (this.currentTab === leaf) this.currentTab = null;
    if (!this.currentTab && next) this.select(next);
    this.showHeaders();
  }

  /** Shows this tab and hides the others. */
  select(leaf: WorkspaceLeaf): void {
    this.currentTab = leaf;
    for (const child of this.children) {
      child.containerEl.style.display = child === leaf ? '' : 'none';
    }
    this.showHeaders();
    leaf.onResize();
  }

  showHeaders(): void {
    this.#headersEl.replaceChildren();
    for (const leaf of this.children) this.#headersEl.append(this.#header(leaf));
  }

  #header(leaf: WorkspaceLeaf): HTMLElement {
    const header = createDiv('workspace-tab-header tappable');
    header.classList.toggle('is-active', leaf === this.currentTab);
    header.setAttribute('data-type', leaf.view.getViewType());
    header.createDiv('workspace-tab-header-inner').createDiv({
      cls: 'workspace-tab-header-inner-title',
      text: leaf.getDisplayText(),
    });
    header.addEventListener('click', () => void leaf.app.workspace.revealLeaf(leaf));
    return header;
  }
}
