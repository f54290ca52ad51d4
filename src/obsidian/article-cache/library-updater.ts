import { TFile, TFolder, type App, type Plugin, type TAbstractFile } from 'obsidian';
import { withDecisions } from '../../core/library/attention';
import { Library, type LibrarySource } from '../../core/library/library';
import type { ListedArticle } from '../../core/library/listed-article';
import type { ScanProgress } from '../../core/library/view';
import { messageOf } from '../../core/runs/error-message';
import type { Settings } from '../../core/settings/settings';
import type { DecisionStore } from '../attention/decision-store';
import { noteReader, type NoteReader } from '../store/note-reader';
import { plainReason } from '../store/plain-reason';
import { CACHE_BATCH_SIZE, isScanAsked, saveScanAsked, type ArticleCache } from './article-cache';
import { PendingChanges } from './pending-changes';
import type { CachedNote } from './cached-note';
import { isInAnyOf, isNote } from '../store/scope';
import { filterInSlices, nextTask, createYielder } from './yielder';

/**
 * Keeps a library up to date with the vault. Nothing is read until the user has asked for it once and there
 * is a listener.
 */
export class LibraryUpdater implements LibrarySource {
  readonly library = new Library();
  readonly #app: App;
  readonly #cache: ArticleCache;
  readonly #reader: NoteReader;
  readonly #decisions: DecisionStore;
  readonly #listeners = new Set<() => void>();
  readonly #pending = new PendingChanges(() => void this.#readChanged());
  readonly #unreadable = new Map<string, string>();
  #progress: ScanProgress;
  #started = false;
  #ended = false;
  /** Increases with each scan of the vault. A scan ends when it is not the newest. */
  #latestScan = 0;

  constructor(
    plugin: Plugin,
    settings: () => Settings,
    cache: ArticleCache,
    decisions: DecisionStore,
  ) {
    this.#app = plugin.app;
    this.#cache = cache;
    this.#decisions = decisions;
    this.#reader = noteReader(plugin.app, settings, plugin.manifest.version);
    this.#progress = isScanAsked(this.#app)
      ? { kind: 'reading', done: 0, total: 0 }
      : { kind: 'not-started' };
    const { vault, workspace } = plugin.app;
    workspace.onLayoutReady(() => {
      plugin.registerEvent(vault.on('create', (file) => this.#onChanged(file)));
      plugin.registerEvent(vault.on('modify', (file) => this.#onChanged(file)));
      plugin.registerEvent(vault.on('rename', (file, from) => this.#onRenamed(file, from)));
      plugin.registerEvent(vault.on('delete', (file) => this.#onDeleted(file)));
    });
    plugin.register(decisions.onChange((paths) => this.#onDecided(paths)));
    plugin.register(() => {
      this.#ended = true;
      this.#latestScan++;
      this.#pending.stop();
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
    if (!this.#started && isScanAsked(this.#app)) this.#start();
    return () => void this.#listeners.delete(listener);
  };

  readonly scan = (): void => {
    saveScanAsked(this.#app);
    this.#start();
  };

  /** Reads the vault again with new settings. */
  readonly rescan = (): void => {
    if (this.#started && !this.#ended) void this.#readAll(++this.#latestScan);
  };

  #start(): void {
    this.#started = true;
    this.#app.workspace.onLayoutReady(this.rescan);
  }

  #announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  async #readAll(scan: number): Promise<void> {
    this.#setProgress({ kind: 'reading', done: 0, total: 0 });
    try {
      await this.#decisions.loaded;
      const cached = await this.#cache.all();
      const newNotes = await this.#readEach(scan, cached);
      if (scan !== this.#latestScan || !(await this.#removeOthers(scan))) return;
      this.#setProgress({ kind: 'ready' });
      await this.#cacheNotes(newNotes);
      const isGone = (path: string): boolean => !this.#app.vault.getFileByPath(path);
      await this.#cache.remove(await filterInSlices(cached.keys(), isGone));
    } catch (error) {
      if (scan === this.#latestScan) this.#setProgress({ kind: 'failed', error: messageOf(error) });
    }
  }

  /** Returns the notes that are not cached yet. Throws if no note at all can be read. */
  async #readEach(
    scan: number,
    cached: ReadonlyMap<string, CachedNote>,
  ): Promise<readonly CachedNote[]> {
    const files = await filterInSlices(this.#app.vault.getFiles(), this.#reader.isOurs);
    if (scan !== this.#latestScan) return [];
    const yieldIfNeeded = createYielder();
    const failed: unknown[] = [];
    let newNotes: CachedNote[] = [];
    for (const [i, file] of files.entries()) {
      await yieldIfNeeded();
      if (scan !== this.#latestScan) return [];
      const before = cached.get(file.path);
      try {
        const note = this.#reader.isCurrent(before, file) ? before : await this.#reader.read(file);
        if (scan !== this.#latestScan) return [];
        if (this.#reader.isStill(file, note)) {
          this.#put(note);
          if (note !== before) newNotes.push(note);
        }
      } catch (error) {
        if (scan !== this.#latestScan) return [];
        failed.push(error);
        this.#unreadable.set(file.path, plainReason(error));
      }
      if (newNotes.length >= CACHE_BATCH_SIZE) {
        await this.#cacheNotes(newNotes);
        newNotes = [];
      }
      if (scan !== this.#latestScan) return [];
      this.#setProgress({ kind: 'reading', done: i + 1, total: files.length });
    }
    if (failed.length > 0 && failed.length === files.length) throw failed[0];
    return newNotes;
  }

  /**
   * Removes notes from the library that no longer exist or are excluded now. Returns false if another scan
   * has started.
   */
  async #removeOthers(scan: number): Promise<boolean> {
    const yieldIfNeeded = createYielder();
    for (const path of new Set([...this.library.paths, ...this.#unreadable.keys()])) {
      await yieldIfNeeded();
      if (scan !== this.#latestScan) return false;
      const file = this.#app.vault.getFileByPath(path);
      if (!file || !this.#reader.isOurs(file))
        this.#put({ path, articles: [], ownImages: 0, clipping: null });
    }
    return true;
  }

  #put({ path, articles, ownImages, clipping }: Omit<CachedNote, 'mtime' | 'size' | 'key'>): void {
    this.library.put(path, this.#decided(path, articles), ownImages, clipping);
    this.#unreadable.delete(path);
  }

  #decided(path: string, articles: readonly ListedArticle[]): readonly ListedArticle[] {
    return withDecisions(articles, this.#decisions.current().get(path));
  }

  #onDecided(paths: readonly string[]): void {
    for (const path of paths) {
      const articles = this.library.of(path);
      if (articles.length > 0) this.library.put(path, this.#decided(path, articles));
    }
    this.#announce();
  }

  #setProgress(progress: ScanProgress): void {
    this.#progress = progress;
    this.#announce();
  }

  #onChanged(file: TAbstractFile): void {
    if (this.#started && file instanceof TFile && isNote(file)) this.#pending.addChanged(file.path);
  }

  #onRenamed(file: TAbstractFile, from: string): void {
    // The app also reports each file in a renamed folder.
    if (!this.#started || !(file instanceof TFile)) return;
    this.#pending.addRename(from, file.path);
    // Its title can be its name, and its folder can be excluded.
    this.#pending.addChanged(file.path);
  }

  #onDeleted(file: TAbstractFile): void {
    if (!this.#started) return;
    if (file instanceof TFolder) this.#pending.addDeletedFolder(file.path);
    else this.#pending.addDeleted(file.path);
  }

  async #readChanged(): Promise<void> {
    const { renamed, gone, changed, folders } = this.#pending.take();
    const yieldIfNeeded = createYielder();
    const newNotes: CachedNote[] = [];
    for (const [from, to] of renamed) {
      await yieldIfNeeded();
      if (this.#ended) return;
      this.library.rename(from, to);
      this.#unreadable.delete(from);
    }
    const known = folders.size === 0 ? [] : this.library.paths;
    const inFolders = await filterInSlices(known, (path) => isInAnyOf(path, folders));
    for (const path of new Set([...changed, ...inFolders])) {
      await yieldIfNeeded();
      if (this.#ended) return;
      const file = this.#app.vault.getFileByPath(path);
      if (!file || !this.#reader.isOurs(file)) {
        this.#put({ path, articles: [], ownImages: 0, clipping: null });
        continue;
      }
      try {
        const note = await this.#reader.read(file);
        if (this.#ended) return;
        if (!this.#reader.isStill(file, note)) continue;
        this.#put(note);
        newNotes.push(note);
      } catch (error) {
        // It stays as it was. Its next change is reported again.
        this.#unreadable.set(path, plainReason(error));
      }
    }
    this.#announce();
    if (gone.length + inFolders.length > 0) await this.#cache.remove([...gone, ...inFolders]);
    await this.#cacheNotes(newNotes);
  }

  /** In a task of its own, so that the panel is updated first. */
  async #cacheNotes(notes: readonly CachedNote[]): Promise<void> {
    await nextTask();
    await this.#cache.put(notes);
  }
}
