import { Menu } from 'obsidian';
import { messages } from '../../i18n';
import { READING_STATES } from '../../library/listed';
import { NO_FILTER, type PanelView } from '../../library/view';
import { SORTINGS } from './view-state';

/** How the library is looked at now, and what looks at it in another way. */
export interface ViewActions {
  readonly view: () => PanelView;
  readonly change: (view: PanelView) => void;
}

/** The ways to sort, and in which direction. */
export function sortMenu({ view, change }: ViewActions): Menu {
  const { panel } = messages();
  const menu = new Menu();
  const now = view();
  for (const sorting of SORTINGS) {
    addChoice(menu, panel.sortings[sorting], now.sorting === sorting, () =>
      change({ ...now, sorting, descending: sorting !== 'title' }),
    );
  }
  menu.addSeparator();
  for (const descending of [false, true]) {
    const name = descending ? panel.descending : panel.ascending;
    addChoice(menu, name, now.descending === descending, () => change({ ...now, descending }));
  }
  return menu;
}

/** What the articles that are shown must be, and the way back to all of them. */
export function filterMenu({ view, change }: ViewActions): Menu {
  const { panel } = messages();
  const menu = new Menu();
  const now = view();
  const { drafts, due, states } = now.filter;
  const set = (some: Partial<PanelView['filter']>) => (): void =>
    change({ ...now, filter: { ...now.filter, ...some } });
  addChoice(menu, panel.onlyDrafts, drafts, set({ drafts: !drafts }));
  addChoice(menu, panel.onlyDue, due, set({ due: !due }));
  menu.addSeparator();
  for (const state of READING_STATES) {
    const isOn = states.includes(state);
    const others = states.filter((one) => one !== state);
    addChoice(menu, panel.states[state], isOn, set({ states: isOn ? others : [...states, state] }));
  }
  menu.addSeparator();
  menu.addItem((item) => item.setTitle(panel.clear).setIcon('x').onClick(set(NO_FILTER)));
  return menu;
}

function addChoice(menu: Menu, title: string, chosen: boolean, act: () => void): void {
  menu.addItem((item) => item.setTitle(title).setChecked(chosen).onClick(act));
}
