import type { CachedMetadata } from 'obsidian';
import { Events } from './events';
import type { TAbstractFile } from './files';
import { TFile } from './files';
import { parseMetadata } from './parse-metadata';
import type { Vault } from './vault';

/** The text that the cache has seen of a note, and what it read in it once somebody asked. */
interface Indexed {
  readonly text: string;
  parsed: CachedMetadata | null;
}

/**
 * What is known of the notes. After a change the old answer stands until `changed` fires, some
 * time after the vault's own event; `changed` does not fire on rename, nor for the notes that were
 * already there at load, since the app keeps its index between starts.
 */
export class MetadataCache extends Events {
  resolvedLinks: Record<string, Record<string, number>> = {};
  unresolvedLinks: Record<string, Record<string, number>> = {};
  /** The simulator's own: milliseconds between a change and `changed`. */
  indexDelay = 0;
  readonly #vault: Vault;
  readonly #indexed = new Map<string, Indexed>();
  readonly #pending = new Set<TFile>();
  #started = false;

  constructor(vault: Vault) {
    super();
    this.#vault = vault;
    vault.on('create', (file: TAbstractFile) => this.#await(file));
    vault.on('modify', (file: TAbstractFile) => this.#await(file));
    vault.on('rename', (file: TAbstractFile, oldPath: string) => this.#move(file, oldPath));
    vault.on('delete', (file: TAbstractFile) => this.#forget(file));
  }

  /** Takes the notes that are there as known; from now on it follows the vault. */
  start(): void {
    for (const file of this.#vault.getMarkdownFiles()) this.#see(file);
    this.#started = true;
    setTimeout(() => this.trigger('resolved'));
  }

  /**
   * The simulator's own: reads all notes now. The app has them read at any time; a measurement
   * that asks for many should not count what is put off here.
   */
  warm(): void {
    for (const path of this.#indexed.keys()) this.getCache(path);
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.getCache(file.path);
  }

  getCache(path: string): CachedMetadata | null {
    const indexed = this.#indexed.get(path);
    if (!indexed) return null;
    return (indexed.parsed ??= parseMetadata(indexed.text));
  }

  /** The file that a link's path means: the same path, else the nearest of that name. */
  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    const exact =
      this.#vault.getFileByPath(linkpath) ?? this.#vault.getFileByPath(`${linkpath}.md`);
    if (exact) return exact;
    const wanted = linkpath.toLowerCase();
    const fits = (file: TFile): boolean => {
      const path = `/${file.path.toLowerCase()}`;
      return path.endsWith(`/${wanted}`) || path.endsWith(`/${wanted}.md`);
    };
    const found = this.#vault.getFiles().filter(fits);
    const beside = found.find(
      (file) => file.parent === this.#vault.getFileByPath(sourcePath)?.parent,
    );
    return beside ?? found[0] ?? null;
  }

  /** The name alone where it names one file only, else the whole path. */
  fileToLinktext(file: TFile, _sourcePath: string, omitMdExtension = true): string {
    const short = omitMdExtension && file.extension === 'md';
    const sameName = this.#vault.getFiles().filter((other) => other.name === file.name);
    const text = sameName.length > 1 ? file.path : file.name;
    return short ? text.replace(/\.md$/i, '') : text;
  }

  #await(file: TAbstractFile): void {
    if (!this.#started || !(file instanceof TFile) || file.extension !== 'md') return;
    if (this.#pending.has(file)) return;
    this.#pending.add(file);
    setTimeout(() => this.#index(file), this.indexDelay);
  }

  #index(file: TFile): void {
    this.#pending.delete(file);
    if (file.deleted || !this.#see(file)) return;
    const text = this.#indexed.get(file.path)?.text ?? '';
    this.trigger('changed', file, text, this.getFileCache(file));
    this.trigger('resolve', file);
    this.trigger('resolved');
  }

  #see(file: TFile): boolean {
    const text = this.#vault.disk.peek(file.path);
    if (text === null) return false;
    this.#indexed.set(file.path, { text, parsed: null });
    return true;
  }

  #move(file: TAbstractFile, oldPath: string): void {
    const indexed = this.#indexed.get(oldPath);
    if (!indexed) return;
    this.#indexed.delete(oldPath);
    this.#indexed.set(file.path, indexed);
  }

  #forget(file: TAbstractFile): void {
    if (!(file instanceof TFile) || !this.#indexed.has(file.path)) return;
    const before = this.getCache(file.path);
    this.#indexed.delete(file.path);
    this.trigger('deleted', file, before);
  }
}
