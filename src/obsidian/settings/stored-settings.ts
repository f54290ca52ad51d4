import { withTodaysSettingNames } from '../../core/settings/read-settings';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../core/settings/settings';
import { plainReason } from '../store/plain-reason';
import { withChanges, without, type Data } from './settings-data';
import type { SettingsFile } from './settings-file';

/** The settings as they are, kept in step with their file. */
export class StoredSettings {
  readonly #file: SettingsFile;
  readonly #failed: (reason: string) => void;
  readonly #listeners = new Set<(settings: Settings) => void>();
  /** What the file held when it was last read or written. */
  #onDisk: Data = {};
  /** What the file is to hold. */
  #data: Data = {};
  #current: Settings = DEFAULT_SETTINGS;
  #refused: readonly string[] = [];
  #isReadable = true;
  #loading = 0;
  #saving: Promise<void> = Promise.resolve();

  /** `failed` is told why a change could not be saved. */
  constructor(file: SettingsFile, failed: (reason: string) => void) {
    this.#file = file;
    this.#failed = failed;
  }

  get current(): Settings {
    return this.#current;
  }

  /** The paths of the values that were not understood and are at their defaults. */
  get refused(): readonly string[] {
    return this.#refused;
  }

  /** False where there is a file that can't be read: it stays as it is, and changes are not taken, until the user starts anew. */
  get isReadable(): boolean {
    return this.#isReadable;
  }

  /** Calls the listener at every change, at once; answers with what ends that. */
  onChange(listener: (settings: Settings) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Reads the file, at the start and when another program has written it; where it holds nothing new, nobody hears of it. Settings that
   * are there already outlive a file that can't be read.
   */
  load(): Promise<void> {
    this.#loading++;
    this.#saving = this.#saving.then(async () => {
      await this.#read();
      this.#loading--;
    });
    return this.#saving;
  }

  /**
   * Takes the changed settings at once and saves them; nothing is written where nothing changes. While the file is read, the
   * change waits: it is one of what another program has written.
   */
  async change(edit: (settings: Settings) => Settings): Promise<void> {
    while (this.#loading > 0) await this.#saving;
    await this.#put(withChanges(this.#data, this.#current, edit(this.#current)));
  }

  /** Takes the values that were not understood out of the file. */
  dropRefused(): Promise<void> {
    return this.#put(without(this.#data, this.#refused));
  }

  /** All known settings at their defaults; what a newer version wrote stays. */
  reset(): Promise<void> {
    const data = withChanges(this.#data, this.#current, DEFAULT_SETTINGS);
    return this.#put(without(data, this.#refused));
  }

  /** Keeps a copy of a file that can't be read and starts with the defaults; answers with the copy's path. Throws, with nothing changed, where it can't be copied. */
  async startOver(): Promise<string> {
    const copy = await this.#file.keepCopy();
    this.#isReadable = true;
    this.#take({});
    this.#queue(() => this.#write());
    await this.#saving;
    return copy;
  }

  #put(data: Data): Promise<void> {
    if (this.#isReadable && !isSame(data, this.#data)) {
      // A value of today's name has been changed: an older name beside it would say something else.
      this.#take(withTodaysSettingNames(data));
      this.#queue(() => this.#save());
    }
    return this.#saving;
  }

  #take(data: Data): void {
    const { settings, refused } = readSettings(data);
    this.#data = data;
    this.#current = settings;
    this.#refused = refused;
    this.#announce();
  }

  #announce(): void {
    for (const listener of [...this.#listeners]) listener(this.#current);
  }

  /** One after the other; each writes what is newest when its turn comes. */
  #queue(act: () => Promise<void>): void {
    this.#saving = this.#saving.then(act).catch((error: unknown) => {
      this.#failed(plainReason(error));
    });
  }

  /** The app tells late of what another program wrote: it is read before it would be lost. */
  async #save(): Promise<void> {
    await this.#read();
    if (this.#isReadable && !isSame(this.#data, this.#onDisk)) await this.#write();
  }

  async #write(): Promise<void> {
    const data = this.#data;
    await this.#file.write(data);
    this.#onDisk = data;
  }

  /** Takes what another program has changed in the file, and keeps what was changed here and is not saved yet. */
  async #read(): Promise<void> {
    let theirs: Data;
    try {
      theirs = await this.#file.read();
    } catch {
      if (this.#isReadable) {
        this.#isReadable = false;
        this.#announce();
      }
      return;
    }
    const before = this.#onDisk;
    const isNew = !isSame(theirs, before);
    this.#onDisk = theirs;
    if (isNew)
      this.#data = isSame(this.#data, before) ? theirs : withChanges(theirs, before, this.#data);
    const wasReadable = this.#isReadable;
    this.#isReadable = true;
    if (isNew || !wasReadable) this.#take(this.#data);
  }
}

function isSame(one: Data, other: Data): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
