import { isFiltering, type PanelView } from './view';

/**
 * Tells whether the group of a key is expanded, in a library of so many articles. Results of a filter start expanded, and so do groups
 * while there are few articles; what the user expanded or collapsed stays as they left it.
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

/** The view with these groups expanded or collapsed, and the others as they were. */
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
