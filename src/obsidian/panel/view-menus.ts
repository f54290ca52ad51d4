import { Menu } from 'obsidian';
import { messages } from '../../core/i18n';
import type { FilterCounts } from '../../core/library/match-articles';
import {
  FACETS,
  isFiltering,
  NO_FILTER,
  type Facet,
  type PanelView,
} from '../../core/library/view';
import { READING_STATES } from '../../core/omnivore/reading-state';
import { ARTICLE_ORDERS, GROUP_ORDERS } from './view-state';

/** The panel's view, and a function to change it. */
export interface ViewActions {
  readonly view: () => PanelView;
  readonly change: (view: PanelView) => void;
}

/** What the filter menu needs in addition to the view. */
export interface FilterActions extends ViewActions {
  /** The number of articles that each entry would show. */
  readonly counts: () => FilterCounts;
  /** Whether drafts can be filtered. Only users who publish need this. */
  readonly showsDrafts: () => boolean;
}

/** The facets that rows show, and a function to change them. */
export interface FacetActions {
  readonly facets: () => readonly Facet[];
  readonly changeFacets: (facets: readonly Facet[]) => void;
}

/** Creates the menu that sorts groups, and articles in their groups. */
export function sortMenu({ view, change }: ViewActions): Menu {
  const { panel } = messages();
  const menu = new Menu();
  const now = view();
  if (now.grouping !== 'none') addGroupOrders(menu, now, change);
  for (const articleOrder of ARTICLE_ORDERS) {
    const isDescending = articleOrder === 'saved' || articleOrder === 'published';
    addChoice(menu, panel.articleOrders[articleOrder], now.articleOrder === articleOrder, () =>
      change({ ...now, articleOrder, descending: isDescending }),
    );
  }
  menu.addSeparator();
  for (const descending of [false, true]) {
    const name = descending ? panel.descending : panel.ascending;
    addChoice(menu, name, now.descending === descending, () => change({ ...now, descending }));
  }
  return menu;
}

function addGroupOrders(menu: Menu, now: PanelView, change: ViewActions['change']): void {
  const { panel } = messages();
  const names = now.grouping === 'month' ? panel.monthOrders : panel.groupOrders;
  for (const groupOrder of GROUP_ORDERS) {
    // For months, sorting by the newest article would be the same as sorting by name.
    if (now.grouping === 'month' && groupOrder === 'newest') continue;
    addChoice(menu, names[groupOrder], now.groupOrder === groupOrder, () =>
      change({ ...now, groupOrder }),
    );
  }
  menu.addSeparator();
}

/**
 * Creates the filter menu, with the number of articles that each entry would show. `reopen` shows the menu
 * again after a choice, because users often make several.
 */
export function filterMenu(
  { view, change, counts: count, showsDrafts }: FilterActions,
  reopen: () => void,
): Menu {
  const { panel } = messages();
  const menu = new Menu();
  const now = view();
  const { filter } = now;
  const counts = count();
  const add = (
    name: string,
    matching: number,
    isOn: boolean,
    some: Partial<PanelView['filter']>,
  ): void =>
    addChoice(menu, panel.filterCount(name, matching), isOn, () => {
      change({ ...now, filter: { ...filter, ...some } });
      reopen();
    });
  addMenuLabel(menu, panel.filterGroups.state);
  for (const state of READING_STATES) {
    const isOn = filter.states.includes(state);
    const others = filter.states.filter((one) => one !== state);
    const states = isOn ? others : [...others, state];
    add(panel.states[state], counts.states[state], isOn, { states });
  }
  menu.addSeparator();
  addMenuLabel(menu, panel.filterGroups.note);
  const flags = [
    ...(['hasHighlights', 'duplicates', 'needsRepair', 'needsAttention'] as const),
    ...(showsDrafts() || filter.drafts ? (['drafts'] as const) : []),
  ];
  for (const flag of flags) add(panel[flag], counts[flag], filter[flag], { [flag]: !filter[flag] });
  if (!isFiltering(filter)) return menu;
  menu.addSeparator();
  const clear = (): void => change({ ...now, filter: NO_FILTER });
  menu.addItem((item) => item.setTitle(panel.clear).setIcon('x').onClick(clear));
  return menu;
}

/** Creates the menu of the facets that rows show in addition to the title. */
export function facetMenu({ facets, changeFacets }: FacetActions, reopen: () => void): Menu {
  const { panel } = messages();
  const menu = new Menu();
  addMenuLabel(menu, panel.rows);
  const now = facets();
  for (const facet of FACETS) {
    const isOn = now.includes(facet);
    addChoice(menu, panel.facets[facet], isOn, () => {
      changeFacets(FACETS.filter((one) => (one === facet ? !isOn : now.includes(one))));
      reopen();
    });
  }
  return menu;
}

function addChoice(menu: Menu, title: string, chosen: boolean, act: () => void): void {
  menu.addItem((item) => item.setTitle(title).setChecked(chosen).onClick(act));
}

function addMenuLabel(menu: Menu, title: string): void {
  menu.addItem((item) => item.setTitle(title).setIsLabel(true).setDisabled(true));
}
