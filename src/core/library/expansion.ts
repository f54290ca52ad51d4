import { isFiltering, type PanelView } from './view';

/**
 * Returns a function that takes the key of a group and returns whether the group is expanded. `articles` is
 * the number of articles in the library. Groups start expanded while a filter is active or while there are
 * few articles. What the user expanded or collapsed stays that way.
 */
export function expansionOf(view: PanelView, articles: number): (key: string) => boolean {
  if (isFiltering(view.filter)) {
    const collapsed = new Set(view.collapsedResults);
    return (key) => !collapsed.has(key);
  }
  const startExpanded = articles < view.expandBelow;
  const [expanded, collapsed] = [new Set(view.expanded), new Set(view.collapsed)];
  return (key) => expanded.has(key) || (startExpanded && !collapsed.has(key));
}

/** Returns the view with these groups expanded or collapsed. The other groups stay unchanged. */
export function withExpansion(
  view: PanelView,
  keys: Iterable<string>,
  isExpanded: boolean,
): PanelView {
  const all = [...keys];
  if (isFiltering(view.filter)) {
    const collapsedResults = new Set(view.collapsedResults);
    for (const key of all) changeSet(collapsedResults, key, !isExpanded);
    return { ...view, collapsedResults: [...collapsedResults] };
  }
  const [expanded, collapsed] = [new Set(view.expanded), new Set(view.collapsed)];
  for (const key of all) {
    changeSet(expanded, key, isExpanded);
    changeSet(collapsed, key, !isExpanded);
  }
  return { ...view, expanded: [...expanded], collapsed: [...collapsed] };
}

function changeSet(set: Set<string>, key: string, isIn: boolean): void {
  if (isIn) set.add(key);
  else set.delete(key);
}
