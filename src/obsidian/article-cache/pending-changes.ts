/** Changes in the vault that the library does not have yet. */
interface Batch {
  readonly renamed: readonly (readonly [from: string, to: string])[];
  /** Paths that have no note any more. */
  readonly gone: readonly string[];
  /** Paths to read again, including those of `gone`. */
  readonly changed: readonly string[];
  /** Folders that were deleted. Their notes are not in the other lists unless the app has reported them too. */
  readonly folders: ReadonlySet<string>;
}

/** Changes within this time are read together, because sync services bring many at once. */
const DEBOUNCE_MS = 30;

/** Collects changes, so that those that come together are read together. */
export class PendingChanges {
  readonly #read: () => void;
  #timer: number | null = null;
  #renamed: (readonly [from: string, to: string])[] = [];
  readonly #gone = new Set<string>();
  readonly #changed = new Set<string>();
  #folders = new Set<string>();

  /** `read` is called soon after a change. It takes the changes. */
  constructor(read: () => void) {
    this.#read = read;
  }

  addRename(from: string, to: string): void {
    this.#renamed.push([from, to]);
    this.#gone.add(from);
  }

  addDeleted(path: string): void {
    this.#gone.add(path);
    this.addChanged(path);
  }

  /** Adds a folder. Which notes were in it is found out later, because thousands of folders can be deleted at once. */
  addDeletedFolder(path: string): void {
    this.#folders.add(path);
    this.#readSoon();
  }

  addChanged(path: string): void {
    this.#changed.add(path);
    this.#readSoon();
  }

  #readSoon(): void {
    this.#timer ??= window.setTimeout(() => {
      this.#timer = null;
      this.#read();
    }, DEBOUNCE_MS);
  }

  /** Drops what is pending, so that nothing more is read. */
  stop(): void {
    if (this.#timer !== null) window.clearTimeout(this.#timer);
  }

  /** Returns the changes since the last call. */
  take(): Batch {
    const [renamed, folders] = [this.#renamed, this.#folders];
    const batch = { renamed, folders, gone: [...this.#gone], changed: [...this.#changed] };
    this.#renamed = [];
    this.#folders = new Set();
    this.#gone.clear();
    this.#changed.clear();
    return batch;
  }
}
