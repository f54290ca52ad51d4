import type { DataWriteOptions } from 'obsidian';
import { byteLength } from './bytes';
import { diskError, Faults } from './faults';
import { folderOf, isWithin } from './paths';

/** A file as it lies on the disk. Times in milliseconds since 1970, size in bytes. */
export interface StoredFile {
  readonly text: string;
  /** Set where the file was written as bytes; `text` is then empty. */
  readonly bytes: Uint8Array | null;
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
}

/** Who changed the disk: the app itself, or another program (a sync service, git). */
type Origin = 'app' | 'outside';

export type DiskChange =
  | { readonly kind: 'written' | 'removed' | 'folder-made'; path: string; origin: Origin }
  | { readonly kind: 'renamed'; path: string; to: string; origin: Origin };

/** A disk in memory. It outlives the app, so that a restart can be tried on what was kept. */
export class Disk {
  readonly files = new Map<string, StoredFile>();
  readonly folders = new Set<string>(['/']);
  readonly faults = new Faults();
  /** What the app keeps on this device beside the vault. */
  readonly localStorage = new Map<string, string>();
  readonly reads = new Map<string, number>();
  readonly writes = new Map<string, number>();
  /** The clock, in milliseconds since 1970. */
  now: () => number = Date.now;
  /** Called after every change. */
  onChange: (change: DiskChange) => void = () => undefined;
  #used = 0;
  #inUse = false;

  /**
   * The disk for an app to start on: this one, but a copy of it where an earlier app has it
   * already. So the faults end with a restart, and nothing that the earlier app still does late
   * reaches the later one.
   */
  take(): Disk {
    if (this.#inUse) return this.#copy().take();
    this.#inUse = true;
    return this;
  }

  /** Puts a file there before the app starts: no fault, no count, no event; makes its folders. */
  seed(path: string, text: string, times: DataWriteOptions = {}): void {
    this.#makeFolders(folderOf(path));
    this.#store(path, text, null, times);
  }

  /** Another program writes the file; the app is notified a little later. */
  async writeFromOutside(path: string, text: string, times: DataWriteOptions = {}): Promise<void> {
    this.seed(path, text, times);
    await pause(0);
    this.onChange({ kind: 'written', path, origin: 'outside' });
  }

  /** Another program removes the file. */
  async removeFromOutside(path: string): Promise<void> {
    this.#forget(path);
    await pause(0);
    this.onChange({ kind: 'removed', path, origin: 'outside' });
  }

  /** The text as it lies there now, without a fault or a count; null if there is no such file. */
  peek(path: string): string | null {
    return this.files.get(path)?.text ?? null;
  }

  async read(path: string): Promise<StoredFile> {
    await pause(this.faults.readDelay);
    this.faults.beforeRead(path);
    const file = this.files.get(path);
    if (!file) throw diskError('ENOENT', path);
    count(this.reads, path);
    const change = this.faults.takeChangeAfterRead(path);
    if (change !== null) void this.writeFromOutside(path, change);
    return file;
  }

  /** The folder must be there, as on a real disk. */
  async write(path: string, text: string, options: DataWriteOptions = {}): Promise<void> {
    await this.#write(path, text, null, options);
  }

  /** Adds to the end; makes the file where it is not there. Torn, half of what is added stays. */
  async append(path: string, text: string, options: DataWriteOptions = {}): Promise<void> {
    const before = this.peek(path) ?? '';
    const torn = before.length + (text.length >> 1);
    await this.#write(path, before + text, null, options, torn, byteLength(text));
  }

  async writeBytes(path: string, bytes: Uint8Array, options: DataWriteOptions = {}): Promise<void> {
    // A note is also read as text.
    const text = /\.md$/i.test(path)
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      : '';
    await this.#write(path, text, bytes, options);
  }

  async remove(path: string): Promise<void> {
    await pause(this.faults.writeDelay);
    this.faults.beforeChange(path, 0, this.#used);
    if (!this.#forget(path)) throw diskError('ENOENT', path);
    this.onChange({ kind: 'removed', path, origin: 'app' });
  }

  /** Moves a file, or a folder with all that is in it. */
  async rename(path: string, to: string): Promise<void> {
    await pause(this.faults.writeDelay);
    if (!this.exists(path)) throw diskError('ENOENT', path);
    if (this.exists(to)) throw new Error('Destination file already exists!');
    if (!this.folders.has(folderOf(to))) throw diskError('ENOENT', to);
    this.faults.beforeChange(path, 0, this.#used);
    this.#move(path, to);
    this.onChange({ kind: 'renamed', path, to, origin: 'app' });
  }

  /** Makes the folder and those above it. */
  async makeFolder(path: string): Promise<void> {
    await pause(this.faults.writeDelay);
    this.faults.beforeChange(path, 0, this.#used);
    this.#makeFolders(path);
    this.onChange({ kind: 'folder-made', path, origin: 'app' });
  }

  exists(path: string): boolean {
    return this.files.has(path) || this.folders.has(path);
  }

  async #write(
    path: string,
    text: string,
    bytes: Uint8Array | null,
    options: DataWriteOptions,
    torn = text.length >> 1,
    added: number | null = null,
  ): Promise<void> {
    await pause(this.faults.writeDelay);
    if (!this.folders.has(folderOf(path))) throw diskError('ENOENT', path);
    if (this.folders.has(path)) throw diskError('EISDIR', path);
    const before = this.files.get(path)?.size ?? 0;
    // A growing file is not counted again each time.
    const size = added === null ? (bytes?.length ?? byteLength(text)) : before + added;
    const growth = size - before;
    const verdict = this.faults.beforeChange(path, growth, this.#used);
    if (verdict === 'torn') {
      this.#store(path, text.slice(0, torn), bytes, options);
      throw diskError('EQUIT', path);
    }
    this.#store(path, text, bytes, options, size);
    count(this.writes, path);
    this.onChange({ kind: 'written', path, origin: 'app' });
  }

  #store(
    path: string,
    text: string,
    bytes: Uint8Array | null,
    times: DataWriteOptions,
    size = bytes?.length ?? byteLength(text),
  ): void {
    const before = this.files.get(path);
    // A clock that stands still between two writes would hide the second one from whoever
    // compares times.
    const now = Math.max(this.now(), (before?.mtime ?? 0) + 1);
    const ctime = times.ctime ?? before?.ctime ?? now;
    this.files.set(path, { text, bytes, ctime, mtime: times.mtime ?? now, size });
    this.#used += size - (before?.size ?? 0);
  }

  #makeFolders(path: string): void {
    for (let at = path; !this.folders.has(at); at = folderOf(at)) this.folders.add(at);
  }

  #copy(): Disk {
    const copy = new Disk();
    for (const [path, file] of this.files) copy.files.set(path, file);
    for (const path of this.folders) copy.folders.add(path);
    for (const [key, value] of this.localStorage) copy.localStorage.set(key, value);
    copy.now = this.now;
    copy.#used = this.#used;
    return copy;
  }

  #forget(path: string): boolean {
    const file = this.files.get(path);
    if (file) {
      this.#used -= file.size;
      return this.files.delete(path);
    }
    const paths = [...this.files.keys()].filter((known) => isWithin(known, path));
    for (const gone of paths) {
      this.#used -= this.files.get(gone)?.size ?? 0;
      this.files.delete(gone);
    }
    const folders = [...this.folders].filter((known) => isWithin(known, path));
    for (const gone of folders) this.folders.delete(gone);
    return paths.length + folders.length > 0;
  }

  #move(path: string, to: string): void {
    const moved = this.files.get(path);
    if (moved) {
      this.files.delete(path);
      this.files.set(to, moved);
      return;
    }
    for (const [known, file] of [...this.files]) {
      if (!isWithin(known, path)) continue;
      this.files.delete(known);
      this.files.set(to + known.slice(path.length), file);
    }
    for (const known of [...this.folders]) {
      if (!isWithin(known, path)) continue;
      this.folders.delete(known);
      this.folders.add(to + known.slice(path.length));
    }
  }
}

/** Resolves after the milliseconds, at least one turn of the event queue later; at 0 sooner. */
export function pause(milliseconds: number): Promise<void> {
  if (milliseconds <= 0) return Promise.resolve();
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function count(counts: Map<string, number>, path: string): void {
  counts.set(path, (counts.get(path) ?? 0) + 1);
}
