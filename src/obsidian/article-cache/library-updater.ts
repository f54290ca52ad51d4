import { TFile, TFolder, type App, type Plugin, type TAbstractFile } from 'obsidian';
import { Library } from '../../core/library/library';
import type { LibrarySource } from '../../core/library/library-source';
import type { ScanProgress } from '../../core/library/view';
import { messageOf } from '../../core/runs/error-message';
import type { Settings } from '../../core/settings/settings';
import { noteReader, type NoteReader } from '../store/note-reader';
import { plainReason } from '../store/plain-reason';
import type { ArticleCache } from './article-cache';
import type { CachedNote } from './summarize-note';
import { isNote, isWithin } from '../store/scope';
import { filterInSlices, nextTask, createYielder } from './yielder';

/** Changes within this time are read together, because sync services bring many at once. */
const TOGETHER = 30;
/** How many notes are cached at a time. */
const BATCH = 200;
/** The key in local storage that records whether the user has asked to read this vault. */
const ASKED_KEY = 'omnivore-rescue-scanned';

/**
 * Keeps a library up to date with the vault. Nothing is read until the user has asked for it once and there
 * is a listener.
 */
export class LibraryUpdater implements LibrarySource {
  readonly library = new Library();
  readonly #app: App;
  readonly #memory: ArticleCache;
  readonly #reader: NoteReader;
  readonly #listeners = new Set<() => void>();
  readonly #changed = new Set<string>();
  /** Renames since the last batch. */
  #renamed: (readonly [from: string, to: string])[] = [];
  /** Paths that have no note any more, since the last batch. */
  readonly #gone = new Set<string>();
  readonly #unreadable = new Map<string, string>();
  #progress: ScanProgress;
  #begun = false;
  #ended = false;
  /** Increases with each scan of the vault. A scan ends when it is not the newest. */
  #reading = 0;
  #timer: number | null = null;

  constructor(plugin: Plugin, settings: () => Settings, memory: ArticleCache) {
    this.#app = plugin.app;
    this.#memory = memory;
    this.#reader = noteReader(plugin.app, settings, plugin.manifest.version);
    this.#progress = this.#isAsked()
      ? { kind: 'reading', done: 0, total: 0 }
      : { kind: 'not-started' };
    const { vault, workspace } = plugin.app;
    workspace.onLayoutReady(() => {
      plugin.registerEvent(vault.on('create', (file) => this.#onChanged(file)));
      plugin.registerEvent(vault.on('modify', (file) => this.#onChanged(file)));
      plugin.registerEvent(vault.on('rename', (file, from) => this.#onRenamed(file, from)));
      plugin.registerEvent(vault.on('delete', (file) => this.#onDeleted(file)));
    });
    plugin.register(() => {
      this.#ended = true;
      this.#reading++;
      if (this.#timer !== null) window.clearTimeout(this.#timer);
      this.#listeners.clear();
    });
  }

  get progress(): ScanProgress {
    return this.#progress;
  }

  get unreadable(): ReadonlyMap<string, string> {
    return this.#unreadable;
  }

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (!this.#begun && this.#isAsked()) this.#begin();
    return () => void this.#listeners.delete(listener);
  };

  readonly scan = (): void => {
    this.#app.saveLocalStorage(ASKED_KEY, true);
    this.#begin();
  };

  /** Reads the vault again with new settings. */
  readonly again = (): void => {
    if (this.#begun && !this.#ended) void this.#readAll(++this.#reading);
  };

  #isAsked(): boolean {
    return this.#app.loadLocalStorage(ASKED_KEY) === true;
  }

  #begin(): void {
    this.#begun = true;
    this.#app.workspace.onLayoutReady(this.again);
  }

  #announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  async #readAll(mine: number): Promise<void> {
    this.#say({ kind: 'reading', done: 0, total: 0 });
    try {
      const known = await this.#memory.all();
      const news = await this.#readEach(mine, known);
      if (mine !== this.#reading || !(await this.#dropOthers(mine))) return;
      this.#say({ kind: 'ready' });
      await this.#remember(news);
      const isGone = (path: string): boolean => !this.#app.vault.getFileByPath(path);
      await this.#memory.forget(await filterInSlices(known.keys(), isGone));
    } catch (error) {
      if (mine === this.#reading) this.#say({ kind: 'failed', error: messageOf(error) });
    }
  }

  /** Returns the notes that are not cached yet. Throws if no note at all can be read. */
  async #readEach(
    mine: number,
    known: ReadonlyMap<string, CachedNote>,
  ): Promise<readonly CachedNote[]> {
    const files = await filterInSlices(this.#app.vault.getFiles(), this.#reader.isOurs);
    if (mine !== this.#reading) return [];
    const yieldIfDue = createYielder();
    const failed: unknown[] = [];
    let news: CachedNote[] = [];
    for (const [i, file] of files.entries()) {
      await yieldIfDue();
      if (mine !== this.#reading) return [];
      const before = known.get(file.path);
      try {
        const note = this.#reader.holds(before, file) ? before : await this.#reader.read(file);
        if (mine !== this.#reading) return [];
        if (this.#reader.isStill(file, note)) {
          this.library.put(note.path, note.articles, note.ownImages);
          this.#noteReason(note.path, null);
          if (note !== before) news.push(note);
        }
      } catch (error) {
        if (mine !== this.#reading) return [];
        failed.push(error);
        this.#noteReason(file.path, plainReason(error));
      }
      if (news.length >= BATCH) {
        await this.#remember(news);
        news = [];
      }
      if (mine !== this.#reading) return [];
      this.#say({ kind: 'reading', done: i + 1, total: files.length });
    }
    if (failed.length > 0 && failed.length === files.length) throw failed[0];
    return news;
  }

  /**
   * Removes notes from the library that no longer exist or are excluded now. Returns false if another scan
   * has started.
   */
  async #dropOthers(mine: number): Promise<boolean> {
    const yieldIfDue = createYielder();
    const { paths, ownImages } = this.library;
    for (const path of new Set([...paths, ...ownImages.keys(), ...this.#unreadable.keys()])) {
      await yieldIfDue();
      if (mine !== this.#reading) return false;
      const file = this.#app.vault.getFileByPath(path);
      if (!file || !this.#reader.isOurs(file)) this.#drop(path);
    }
    return true;
  }

  #drop(path: string): void {
    this.library.put(path, []);
    this.#noteReason(path, null);
  }

  /** Records why a note can't be read. Null removes the entry. */
  #noteReason(path: string, reason: string | null): void {
    if (reason === null) this.#unreadable.delete(path);
    else this.#unreadable.set(path, reason);
  }

  #say(progress: ScanProgress): void {
    this.#progress = progress;
    this.#announce();
  }

  #onChanged(file: TAbstractFile): void {
    if (file instanceof TFile && isNote(file)) this.#readSoon(file.path);
  }

  #onRenamed(file: TAbstractFile, from: string): void {
    // The app also reports each file in a renamed folder.
    if (!this.#begun || !(file instanceof TFile)) return;
    this.#renamed.push([from, file.path]);
    this.#gone.add(from);
    // Its title can be its name, and its folder can be excluded.
    this.#readSoon(file.path);
  }

  #onDeleted(file: TAbstractFile): void {
    if (!this.#begun) return;
    const paths =
      file instanceof TFolder
        ? [...this.library.paths].filter((path) => isWithin(path, file.path))
        : [file.path];
    for (const path of paths) {
      this.#gone.add(path);
      this.#readSoon(path);
    }
  }

  #readSoon(path: string): void {
    if (!this.#begun) return;
    this.#changed.add(path);
    this.#timer ??= window.setTimeout(() => {
      this.#timer = null;
      void this.#readChanged();
    }, TOGETHER);
  }

  async #readChanged(): Promise<void> {
    const [renamed, gone, paths] = [this.#renamed, [...this.#gone], [...this.#changed]];
    this.#renamed = [];
    this.#gone.clear();
    this.#changed.clear();
    const yieldIfDue = createYielder();
    const news: CachedNote[] = [];
    for (const [from, to] of renamed) {
      await yieldIfDue();
      if (this.#ended) return;
      this.library.rename(from, to);
      this.#noteReason(from, null);
    }
    for (const path of paths) {
      await yieldIfDue();
      if (this.#ended) return;
      const file = this.#app.vault.getFileByPath(path);
      if (!file || !this.#reader.isOurs(file)) {
        this.#drop(path);
        continue;
      }
      try {
        const note = await this.#reader.read(file);
        if (this.#ended) return;
        if (!this.#reader.isStill(file, note)) continue;
        this.library.put(path, note.articles, note.ownImages);
        this.#noteReason(path, null);
        news.push(note);
      } catch (error) {
        // It stays as it was. Its next change is reported again.
        this.#noteReason(path, plainReason(error));
      }
    }
    this.#announce();
    if (gone.length > 0) await this.#memory.forget(gone);
    await this.#remember(news);
  }

  /** In a task of its own, so that the panel is updated first. */
  async #remember(notes: readonly CachedNote[]): Promise<void> {
    await nextTask();
    await this.#memory.keep(notes);
  }
}
