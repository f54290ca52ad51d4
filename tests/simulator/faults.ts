/** An error as the file system throws it, with its code (`ENOENT`, `EACCES`, …). */
export function diskError(code: string, path: string): Error {
  const error = new Error(`${code}: ${reasons[code] ?? 'failed'}, '${path}'`);
  return Object.assign(error, { code });
}

const reasons: Record<string, string> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EISDIR: 'illegal operation on a directory',
  ENOTEMPTY: 'directory not empty',
  ENOSPC: 'no space left on device',
  EQUIT: 'the app has quit',
};

/** What to do with a change to the disk: all of it, the first half, or none. */
export type Verdict = 'whole' | 'torn';

/** What can go wrong with the disk. At first nothing fails, and nothing is slow. */
export class Faults {
  /** Milliseconds that each read takes. */
  readDelay = 0;
  /** Milliseconds that each change takes. */
  writeDelay = 0;
  /** Bytes that all files together may take. */
  capacity = Infinity;

  readonly #reads = new Map<string, Error>();
  readonly #writes = new Map<string, Error>();
  readonly #afterRead = new Map<string, string>();
  #changesLeft = Infinity;
  #torn = false;
  #hasQuit = false;

  /** Every read of the path throws, until `clear`. */
  failReads(path: string, error: Error = diskError('EACCES', path)): void {
    this.#reads.set(path, error);
  }

  /** Every change to the path throws, until `clear`. */
  failWrites(path: string, error: Error = diskError('EACCES', path)): void {
    this.#writes.set(path, error);
  }

  clear(path: string): void {
    this.#reads.delete(path);
    this.#writes.delete(path);
  }

  /** Once, right after the next read of the path, another program writes this text to it. */
  changeAfterRead(path: string, text: string): void {
    this.#afterRead.set(path, text);
  }

  /**
   * The machine goes off after this many further changes to the disk: from then on every read
   * and every change throws, so nothing later is kept. With `torn`, of the change after those
   * the first half is still kept, as when the power fails in the middle of a write.
   */
  quitAfter(changes: number, options: { torn?: boolean } = {}): void {
    this.#changesLeft = changes;
    this.#torn = options.torn ?? false;
  }

  quitNow(): void {
    this.#hasQuit = true;
  }

  get hasQuit(): boolean {
    return this.#hasQuit;
  }

  /** Throws if the read must not succeed. */
  beforeRead(path: string): void {
    if (this.#hasQuit) throw diskError('EQUIT', path);
    const error = this.#reads.get(path);
    if (error) throw error;
  }

  /** The text that another program writes now that the path was read; null if none does. */
  takeChangeAfterRead(path: string): string | null {
    const text = this.#afterRead.get(path) ?? null;
    this.#afterRead.delete(path);
    return text;
  }

  /** Throws if the change must not happen; `growth` is in bytes, `used` is before it. */
  beforeChange(path: string, growth: number, used: number): Verdict {
    if (this.#hasQuit) throw diskError('EQUIT', path);
    const error = this.#writes.get(path);
    if (error) throw error;
    if (growth > 0 && used + growth > this.capacity) throw diskError('ENOSPC', path);
    return this.#countChange(path);
  }

  #countChange(path: string): Verdict {
    if (this.#changesLeft > 0) {
      this.#changesLeft--;
      return 'whole';
    }
    this.#hasQuit = true;
    if (this.#torn) return 'torn';
    throw diskError('EQUIT', path);
  }
}
