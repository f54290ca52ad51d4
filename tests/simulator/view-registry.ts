import type { App } from './app';
import type { WorkspaceLeaf } from './leaf';
import type { View } from './views';

export type ViewCreator = (leaf: WorkspaceLeaf) => View;

/** Who makes the views of which type. */
export class ViewRegistry {
  readonly #app: App;
  readonly #creators = new Map<string, ViewCreator>();

  constructor(app: App) {
    this.#app = app;
  }

  /** Leaves that waited for the type get their view. */
  register(type: string, creator: ViewCreator): void {
    if (this.#creators.has(type)) {
      throw new Error(`Attempting to register an existing view type "${type}"`);
    }
    this.#creators.set(type, creator);
    this.#rebuildLeaves(type);
  }

  /** Leaves keep the type and show that its plugin is gone, until they are closed. */
  unregister(type: string): void {
    if (this.#creators.delete(type)) this.#rebuildLeaves(type);
  }

  creatorOf(type: string): ViewCreator | null {
    return this.#creators.get(type) ?? null;
  }

  types(): string[] {
    return [...this.#creators.keys()];
  }

  #rebuildLeaves(type: string): void {
    for (const leaf of this.#app.workspace.getLeavesOfType(type)) {
      if (!leaf.isDeferred) void leaf.rebuild();
    }
  }
}
