import { withTodaysSettingNames } from '../../core/settings/read-settings';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../core/settings/settings';
import { plainReason } from '../store/plain-reason';
import { withChanges, withoutPaths, type Data } from './settings-data';
import type { SettingsFile } from './settings-file';

/** The current settings, in sync with their file. */
export class StoredSettings {
  readonly #file: SettingsFile;
  readonly #failed: (reason: string) => void;
  readonly #listeners = new Set<(settings: Settings) => void>();
  /** The content of the file when it was last read or written. */
  #onDisk: Data = {};
  /** The content to write to the file. */
  #data: Data = {};
  #current: Settings = DEFAULT_SETTINGS;
  #refused: readonly string[] = [];
  #isReadable = true;
  /** Whether the last write failed. The file may be empty since. */
  #hasFailed = false;
  #loading = 0;
  #saving: Promise<void> = Promise.resolve();

  /** `failed` is called with the reason if a change could not be saved. */
  constructor(file: SettingsFile, failed: (reason: string) => void) {
    this.#file = file;
    this.#failed = failed;
  }

  get current(): Settings {
    return this.#current;
  }

  /** The paths of invalid values. These settings have their defaults. */
  get refused(): readonly string[] {
    return this.#refused;
  }

  /** False if the file can't be read. Then it is not changed, and changes are ignored, until the user starts over. */
  get isReadable(): boolean {
    return this.#isReadable;
  }

  /** Calls the listener after every change. Returns an unsubscribe function. */
  onChange(listener: (settings: Settings) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Reads the file, at the start and after another program has written it. Calls the listeners only if something
   * changed. If the file can't be read, the current settings stay.
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
   * Applies a change and saves it. Writes nothing if nothing changes. Waits while the file is being read, so that the
   * change applies to what another program has written.
   */
  async change(edit: (settings: Settings) => Settings): Promise<void> {
    while (this.#loading > 0) await this.#saving;
    await this.#put(withChanges(this.#data, this.#current, edit(this.#current)));
  }

  /** Removes invalid values from the file. */
  dropRefused(): Promise<void> {
    return this.#put(withoutPaths(this.#data, this.#refused));
  }

  /** Resets all known settings to their defaults. Keeps values of newer versions. */
  reset(): Promise<void> {
    const data = withChanges(this.#data, this.#current, DEFAULT_SETTINGS);
    return this.#put(withoutPaths(data, this.#refused));
  }

  /**
   * Copies a file that can't be read, then starts over with the defaults. Returns the path of the copy. If copying
   * fails, throws and changes nothing.
   */
  async startOver(): Promise<string> {
    const copy = await this.#file.keepCopy();
    this.#isReadable = true;
    this.#take({});
    this.#queue(() => this.#write());
    await this.#saving;
    return copy;
  }

  #put(data: Data): Promise<void> {
    if (this.#isReadable && !isSameJson(data, this.#data)) {
      // Drop old names, because their values may contradict the change.
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

  /** Queues a save. Saves run one after another; each writes the newest data. */
  #queue(act: () => Promise<void>): void {
    this.#saving = this.#saving.then(act).catch((error: unknown) => {
      this.#failed(plainReason(error));
    });
  }

  /** Saves the data. Reads the file first: Obsidian reports changes by other programs late, and they would be lost. */
  async #save(): Promise<void> {
    await this.#read();
    const isSaved = !this.#hasFailed && isSameJson(this.#data, this.#onDisk);
    if (this.#isReadable && !isSaved) await this.#write();
  }

  async #write(): Promise<void> {
    const data = this.#data;
    this.#hasFailed = true;
    await this.#file.write(data);
    this.#hasFailed = false;
    this.#onDisk = data;
  }

  /** Reads the file. Takes changes by other programs, and keeps changes that are not saved yet. */
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
    const isNew = !isSameJson(theirs, before);
    this.#onDisk = theirs;
    if (isNew)
      this.#data = isSameJson(this.#data, before)
        ? theirs
        : withChanges(theirs, before, this.#data);
    const wasReadable = this.#isReadable;
    this.#isReadable = true;
    if (isNew || !wasReadable) this.#take(this.#data);
  }
}

function isSameJson(one: Data, other: Data): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
