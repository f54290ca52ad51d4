import { TFile, type App } from 'obsidian';
import type { ListedArticle } from '../../core/library/listed-article';

/**
 * Returns links to the notes of articles, one per line, in the link format of the user's settings. Skips
 * deleted notes.
 */
export function articleLinks(app: App, articles: readonly ListedArticle[]): string {
  return articles.flatMap((article) => articleLink(app, article) ?? []).join('\n');
}

function articleLink(app: App, { path, title }: ListedArticle): string | null {
  const file = app.vault.getAbstractFileByPath(path);
  if (!(file instanceof TFile)) return null;
  const alias = title === file.basename ? undefined : title;
  return app.fileManager.generateMarkdownLink(file, '', undefined, alias);
}

/** Lets the user drag links to articles into a note. */
export function dragLinks(app: App, articles: readonly ListedArticle[], event: DragEvent): void {
  const links = articleLinks(app, articles);
  if (links) event.dataTransfer?.setData('text/plain', links);
}
