import type { PaneType, Side } from 'obsidian';
import type { App } from './app';
import { Platform } from './keyboard';
import { WorkspaceLeaf } from './leaf';
import { makeActive } from './popout';
import type { WorkspaceItem, WorkspaceSplit } from './splits';
import { WorkspaceMobileDrawer, WorkspaceRoot, WorkspaceSidedock, WorkspaceWindow } from './splits';

/** The parts of the window and the leaves in them. */
export class Layout {
  readonly left: WorkspaceSidedock;
  readonly root: WorkspaceRoot;
  readonly right: WorkspaceSidedock;
  readonly containerEl: HTMLElement;
  readonly #app: App;
  readonly #windows: WorkspaceWindow[] = [];
  /** The leaves of the middle as they were used, the latest last. */
  #recent: WorkspaceLeaf[] = [];
  #leafCount = 0;

  constructor(app: App) {
    this.#app = app;
    const Dock = Platform.isMobile ? WorkspaceMobileDrawer : WorkspaceSidedock;
    this.left = new Dock('mod-left-split mod-sidedock');
    this.root = new WorkspaceRoot('mod-root');
    this.right = new Dock('mod-right-split mod-sidedock');
    this.containerEl = createDiv('workspace');
    const splits = [this.left, this.root, this.right];
    this.containerEl.append(...splits.map((split) => split.containerEl));
  }

  split(side: Side | 'main'): WorkspaceSplit {
    return { left: this.left, right: this.right, main: this.root }[side];
  }

  leaves(): WorkspaceLeaf[] {
    const splits = [this.left, this.root, this.right, ...this.#windows];
    return splits.flatMap((split) => split.leaves());
  }

  /** A new leaf among the tabs of the split, or in a group of its own beside them. */
  createLeaf(split: WorkspaceSplit, beside = false): WorkspaceLeaf {
    return new WorkspaceLeaf(this.#app, split.tabs(beside), `leaf-${++this.#leafCount}`);
  }

  /** A phone has no windows: it opens a new tab instead. */
  createMainLeaf(newLeaf: PaneType | boolean): WorkspaceLeaf {
    const inWindow = newLeaf === 'window' && !Platform.isMobile;
    const leaf = this.createLeaf(inWindow ? this.openWindow() : this.root, newLeaf === 'split');
    leaf.requestedAs = newLeaf === true ? 'tab' : newLeaf;
    return leaf;
  }

  /** Closed by the user, it takes its leaves with it. */
  openWindow(): WorkspaceWindow {
    const popout = new WorkspaceWindow('mod-root mod-popout');
    this.#windows.push(popout);
    if (popout.isReal) {
      popout.win.addEventListener('pagehide', () => {
        if (this.#windows.includes(popout)) popout.leaves().forEach((leaf) => leaf.detach());
      });
    }
    this.#app.workspace.trigger('window-open', popout, popout.win);
    return popout;
  }

  /** On a phone: what is used in the middle is not covered by a drawer. */
  closeDrawers(leaf: WorkspaceLeaf): void {
    if (leaf.getRoot() !== this.root) return;
    for (const drawer of [this.left, this.right]) drawer.collapse();
  }

  closeWindows(): void {
    for (const popout of this.#windows.splice(0)) if (popout.isReal) popout.win.close();
  }

  #closeIfEmpty(popout: WorkspaceWindow): void {
    if (popout.leaves().length > 0 || !this.#windows.includes(popout)) return;
    this.#windows.splice(this.#windows.indexOf(popout), 1);
    this.#app.workspace.trigger('window-close', popout, popout.win);
    makeActive(window);
    if (popout.isReal) popout.win.close();
  }

  mostRecent(root?: WorkspaceItem): WorkspaceLeaf | null {
    const candidates = [...this.root.leaves().reverse(), ...this.#recent];
    const fitting = root ? candidates.filter((leaf) => leaf.getRoot() === root) : candidates;
    return fitting[fitting.length - 1] ?? null;
  }

  /** The leaf in use, or the latest in view of the same window, that can go to another file; null if there is none. */
  navigable(active: WorkspaceLeaf | null): WorkspaceLeaf | null {
    if (active && canNavigate(active)) return active;
    const window = active?.getRoot() instanceof WorkspaceWindow ? active.getRoot() : this.root;
    const inView = [...this.root.leaves().reverse(), ...this.#recent].filter(
      (leaf) => leaf.getRoot() === window && leaf.parent.currentTab === leaf && canNavigate(leaf),
    );
    return inView.at(-1) ?? null;
  }

  use(leaf: WorkspaceLeaf): void {
    const root = leaf.getRoot();
    if (root !== this.left && root !== this.right) this.#recent.push(leaf);
  }

  forget(leaf: WorkspaceLeaf): void {
    this.#recent = this.#recent.filter((known) => known !== leaf);
    if (this.root.leaves().length === 0) this.createLeaf(this.root);
    for (const popout of [...this.#windows]) this.#closeIfEmpty(popout);
  }

  /** Moves a leaf, with its view, into a window of its own. */
  moveToWindow(leaf: WorkspaceLeaf): WorkspaceWindow {
    const popout = this.openWindow();
    leaf.parent.removeLeaf(leaf);
    leaf.parent = popout.tabs();
    leaf.parent.addLeaf(leaf);
    if (this.root.leaves().length === 0) this.createLeaf(this.root);
    return popout;
  }
}

/** Pinned leaves stay with their file; a panel never shows one. */
function canNavigate({ pinned, view }: WorkspaceLeaf): boolean {
  return view.navigation && !pinned;
}
