import type { App } from 'obsidian';
import { messages } from '../../core/i18n';
import { fullTextQuery } from '../../core/library/search-query';
import type { Filter } from '../../core/library/view';
import { notify } from '../components/notify';

/**
 * Opens the app's own search with the search of a filter. The app has no public API for this. Shows a notice
 * if the private API is missing or the search plugin is disabled.
 */
export function openFullTextSearch(app: App, { text }: Filter): void {
  interface CorePlugins {
    readonly getEnabledPluginById?: (id: string) => unknown;
  }
  const { internalPlugins } = app as App & { readonly internalPlugins?: CorePlugins };
  const search = internalPlugins?.getEnabledPluginById?.('global-search') as {
    readonly openGlobalSearch?: (query: string) => void;
  } | null;
  if (search?.openGlobalSearch) search.openGlobalSearch(fullTextQuery(text));
  else notify(messages().panel.noFullText);
}
