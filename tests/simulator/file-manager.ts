import type { DataWriteOptions } from 'obsidian';
import type { App } from './app';
import type { TAbstractFile, TFile, TFolder } from './files';
import { getFrontMatterInfo, parseYaml, stringifyYaml } from './front-matter';
import { folderOf, normalizePath } from './paths';

export class FileManager {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Where the user wants new files: in the root, beside the note that is open, or in one folder. */
  getNewFileParent(sourcePath: string, _newFilePath?: string): TFolder {
    const { vault } = this.#app;
    const place = vault.getConfig('newFileLocation') ?? 'root';
    const chosen = {
      current: folderOf(sourcePath),
      folder: normalizePath(String(vault.getConfig('newFileFolderPath') ?? '/')),
    }[String(place)];
    return vault.getFolderByPath(chosen ?? '/') ?? vault.getRoot();
  }

  renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    return this.#app.vault.rename(file, newPath);
  }

  async promptForDeletion(file: TAbstractFile): Promise<boolean> {
    await this.trashFile(file);
    return true;
  }

  trashFile(file: TAbstractFile): Promise<void> {
    return this.#app.vault.trash(file, true);
  }

  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias = ''): string {
    const isMarkdown = this.#app.vault.getConfig('useMarkdownLinks') === true;
    const target = this.#linkPath(file, sourcePath, !isMarkdown) + subpath;
    if (!isMarkdown) return alias ? `[[${target}|${alias}]]` : `[[${target}]]`;
    return `[${alias || file.basename}](${encodeURI(target)})`;
  }

  /** The path by the setting: as short as it can be, from the root, or from the note's own folder. */
  #linkPath(file: TFile, sourcePath: string, omitMdExtension: boolean): string {
    const { metadataCache, vault } = this.#app;
    const format = vault.getConfig('newLinkFormat') ?? 'shortest';
    if (format === 'shortest') {
      return metadataCache.fileToLinktext(file, sourcePath, omitMdExtension);
    }
    const path = omitMdExtension ? file.path.replace(/\.md$/, '') : file.path;
    if (format === 'absolute') return path;
    const from = folderOf(sourcePath) === '/' ? [] : folderOf(sourcePath).split('/');
    const to = path.split('/');
    while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
      from.shift();
      to.shift();
    }
    return [...from.map(() => '..'), ...to].join('/');
  }

  /** Rewrites the front matter as the app does: comments and the user's own quotes are lost. */
  async processFrontMatter(
    file: TFile,
    change: (frontmatter: Record<string, unknown>) => void,
    options?: DataWriteOptions,
  ): Promise<void> {
    const rewrite = (text: string): string => {
      const info = getFrontMatterInfo(text);
      const known: unknown = info.exists ? parseYaml(info.frontmatter) : null;
      const properties = (known ?? {}) as Record<string, unknown>;
      const before = stringifyYaml(properties);
      change(properties);
      const after = stringifyYaml(properties);
      if (after === before) return text;
      return `---\n${after}---\n${text.slice(info.contentStart)}`;
    };
    await this.#app.vault.process(file, rewrite, options);
  }

  /** A path by the setting that is free: in the root, in one folder, or with `./` in or below that of the note. Makes the folder. */
  async getAvailablePathForAttachment(filename: string, sourcePath = ''): Promise<string> {
    const { vault } = this.#app;
    const set = String(vault.getConfig('attachmentFolderPath') ?? '/');
    const isBeside = set === '.' || set.startsWith('./');
    const folder = normalizePath(isBeside ? `${folderOf(sourcePath)}/${set.slice(1)}` : set);
    if (folder !== '/' && !vault.getFolderByPath(folder)) await vault.createFolder(folder);
    const [, name = filename, ending = ''] = /^(.*)(\.[^.]*)$/.exec(filename) ?? [];
    for (let n = 0; ; n++) {
      const path = normalizePath(`${folder}/${name}${n === 0 ? '' : ` ${n}`}${ending}`);
      if (!vault.getAbstractFileByPath(path)) return path;
    }
  }
}
