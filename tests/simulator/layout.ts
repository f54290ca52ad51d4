import type { PaneType, Side } from 'obsidian';
import type { App } from './app';
import { Platform } from './keyboard';
import { WorkspaceLeaf } from './leaf';
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

  /** A phone has no windows: there a new tab takes their place. */
  createMainLeaf(newLeaf: PaneType | boolean): WorkspaceLeaf {
    const inWindow = newLeaf === 'window' && !Platform.isMobile;
    const leaf = this.createLeaf(inWindow ? this.openWindow() : this.root, newLeaf === 'split');
    leaf.requestedAs = newLeaf === true ? 'tab' : newLeaf;
    return leaf;
  }

  openWindow(): WorkspaceWindow {
    const popout = new WorkspaceWindow('mod-root mod-popout');
    this.#windows.push(popout);
    return popout;
  }

  mostRecent(root?: WorkspaceItem): WorkspaceLeaf | null {
    const candidates = [...this.root.leaves().reverse(), ...this.#recent];
    const fitting = root ? candidates.filter((leaf) => leaf.getRoot() === root) : candidates;
    return fitting[fitting.length - 1] ?? null;
  }

  /** The leaf in use, or the latest in view of the same window, that can go to another file; null where there is none. */
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
  }
}

/** Pinned leaves stay with their file; a panel never shows one. */
function canNavigate({ pinned, view }: WorkspaceLeaf): boolean {
  return view.navigation && !pinned;
}
