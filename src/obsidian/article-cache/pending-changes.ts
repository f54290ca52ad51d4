/** Changes in the vault that the library does not have yet. */
interface Batch {
  readonly renamed: readonly (readonly [from: string, to: string])[];
  /** Paths that have no note any more. */
  readonly gone: readonly string[];
  /** Paths to read again, including those of `gone`. */
  readonly changed: readonly string[];
}

/** Collects changes, so that those that come together are read together. */
export class PendingChanges {
  #renamed: (readonly [from: string, to: string])[] = [];
  readonly #gone = new Set<string>();
  readonly #changed = new Set<string>();

  addRename(from: string, to: string): void {
    this.#renamed.push([from, to]);
    this.#gone.add(from);
  }

  addDeleted(path: string): void {
    this.#gone.add(path);
  }

  addChanged(path: string): void {
    this.#changed.add(path);
  }

  /** Returns the changes since the last call. */
  take(): Batch {
    const batch = { renamed: this.#renamed, gone: [...this.#gone], changed: [...this.#changed] };
    this.#renamed = [];
    this.#gone.clear();
    this.#changed.clear();
    return batch;
  }
}
