import { TFile, type App } from 'obsidian';
import type { ListedArticle } from '../../core/library/listed-article';

/** A link to an article's note, as the user's settings write links; null where the note is gone. */
export function articleLink(app: App, { path, title }: ListedArticle): string | null {
  const file = app.vault.getAbstractFileByPath(path);
  if (!(file instanceof TFile)) return null;
  const alias = title === file.basename ? undefined : title;
  return app.fileManager.generateMarkdownLink(file, '', undefined, alias);
}
