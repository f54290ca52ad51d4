import type { DataWriteOptions } from 'obsidian';
import type { App } from './app';
import type { TAbstractFile, TFile, TFolder } from './files';
import { getFrontMatterInfo, parseYaml, stringifyYaml } from './front-matter';
import { folderOf } from './paths';

export class FileManager {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  getNewFileParent(_sourcePath: string, _newFilePath?: string): TFolder {
    return this.#app.vault.getRoot();
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
    const target = this.#app.metadataCache.fileToLinktext(file, sourcePath) + subpath;
    return alias ? `[[${target}|${alias}]]` : `[[${target}]]`;
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

  async getAvailablePathForAttachment(filename: string, sourcePath = ''): Promise<string> {
    const folder = folderOf(sourcePath);
    return folder === '/' ? filename : `${folder}/${filename}`;
  }
}
