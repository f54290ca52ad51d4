import type { App } from 'obsidian';

/**
 * Opens the app's own search with a query. The app has no public API for this. Returns false if the private
 * API is missing or the search plugin is disabled.
 */
export function openFullTextSearch(app: App, query: string): boolean {
  interface CorePlugins {
    readonly getEnabledPluginById?: (id: string) => unknown;
  }
  const { internalPlugins } = app as App & { readonly internalPlugins?: CorePlugins };
  const search = internalPlugins?.getEnabledPluginById?.('global-search') as {
    readonly openGlobalSearch?: (query: string) => void;
  } | null;
  if (!search?.openGlobalSearch) return false;
  search.openGlobalSearch(query);
  return true;
}
