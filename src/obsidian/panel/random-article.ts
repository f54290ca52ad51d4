import { TFile } from 'obsidian';
import { messages } from '../../core/i18n';
import type { LibrarySource } from '../../core/library/library';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { openStateOf } from './article-menu';

/** Opens a random unread article, or shows a notice if there is none. */
export async function openRandomUnread({ app, library }: PluginContext): Promise<void> {
  await waitUntilRead(library);
  const unread = library.library.articles.filter(
    ({ article: { state } }) => state === null || state === 'unread',
  );
  const article = unread[Math.floor(Math.random() * unread.length)]?.article;
  const file = article && app.vault.getAbstractFileByPath(article.path);
  if (!article || !(file instanceof TFile)) return void notify(messages().panel.noUnread);
  await app.workspace.getLeaf(false).openFile(file, openStateOf(article));
}

/** Waits until the vault has been read. This may be the first time since the app started. */
function waitUntilRead(library: LibrarySource): Promise<void> {
  return new Promise((resolve) => {
    const isRead = (): boolean => ['ready', 'failed'].includes(library.progress.kind);
    if (isRead()) return resolve();
    const end = library.onChange(() => {
      if (!isRead()) return;
      end();
      resolve();
    });
  });
}
