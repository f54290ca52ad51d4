import { Menu } from 'obsidian';
import { messages } from '../../core/i18n';
import { READING_STATES } from '../../core/library/listed-article';
import { isFiltering, NO_FILTER, type PanelView } from '../../core/library/view';
import { ARTICLE_ORDERS, GROUP_ORDERS } from './view-state';

/** The panel's view, and how to change it. */
export interface ViewActions {
  readonly view: () => PanelView;
  readonly change: (view: PanelView) => void;
}

/** How groups, and articles within them, are sorted. */
export function sortMenu({ view, change }: ViewActions): Menu {
  const { panel } = messages();
  const menu = new Menu();
  const now = view();
  const names = now.grouping === 'month' ? panel.monthOrders : panel.groupOrders;
  for (const groupOrder of GROUP_ORDERS) {
    // Months have no newest article but in the newest month.
    if (now.grouping === 'month' && groupOrder === 'newest') continue;
    addChoice(menu, names[groupOrder], now.groupOrder === groupOrder, () =>
      change({ ...now, groupOrder }),
    );
  }
  menu.addSeparator();
  for (const articleOrder of ARTICLE_ORDERS) {
    addChoice(menu, panel.articleOrders[articleOrder], now.articleOrder === articleOrder, () =>
      change({ ...now, articleOrder, descending: articleOrder !== 'title' }),
    );
  }
  menu.addSeparator();
  for (const descending of [false, true]) {
    const name = descending ? panel.descending : panel.ascending;
    addChoice(menu, name, now.descending === descending, () => change({ ...now, descending }));
  }
  return menu;
}

/** Which articles are shown, and how to show all of them again. */
export function filterMenu({ view, change }: ViewActions): Menu {
  const { panel } = messages();
  const menu = new Menu();
  const now = view();
  const { drafts, needsRepair, needsAttention, states } = now.filter;
  const set = (some: Partial<PanelView['filter']>) => (): void =>
    change({ ...now, filter: { ...now.filter, ...some } });
  addChoice(menu, panel.drafts, drafts, set({ drafts: !drafts }));
  addChoice(menu, panel.needsRepair, needsRepair, set({ needsRepair: !needsRepair }));
  addChoice(menu, panel.needsAttention, needsAttention, set({ needsAttention: !needsAttention }));
  menu.addSeparator();
  for (const state of READING_STATES) {
    const isOn = states.includes(state);
    const others = states.filter((one) => one !== state);
    addChoice(menu, panel.states[state], isOn, set({ states: isOn ? others : [...states, state] }));
  }
  if (!isFiltering(now.filter)) return menu;
  menu.addSeparator();
  menu.addItem((item) => item.setTitle(panel.clear).setIcon('x').onClick(set(NO_FILTER)));
  return menu;
}

function addChoice(menu: Menu, title: string, chosen: boolean, act: () => void): void {
  menu.addItem((item) => item.setTitle(title).setChecked(chosen).onClick(act));
}
