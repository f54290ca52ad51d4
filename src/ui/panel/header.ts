import { Menu, setIcon } from 'obsidian';
import { messages } from '../../i18n';
import { READING_STATES } from '../../library/listed';
import type { PanelView } from '../../library/view';
import { addSearch } from '../add-search';
import { GROUPINGS, NO_FILTER, SORTINGS } from './view-state';

/** What the header shows, and what it does. */
export interface HeaderActions {
  readonly view: () => PanelView;
  readonly chart: () => boolean;
  readonly change: (view: PanelView) => void;
  readonly toggleChart: () => void;
  /** Previews the repair of what is shown. */
  readonly repair: () => void;
}

/** Search, grouping, and buttons to repair, sort, filter, and fold. */
export interface Header {
  /** Shows the view as it is now, of a library of so many articles, so many of whose shown notes need repair. */
  readonly show: (articles: number, due: number) => void;
}

export function drawHeader(el: HTMLElement, actions: HeaderActions): Header {
  const { panel, runs } = messages();
  const nav = el.createDiv({ cls: 'nav-header' }).createDiv({ cls: 'nav-buttons-container' });
  const repair = addButton(nav, 'wrench', '', actions.repair);
  const count = repair.createSpan('omnivore-rescue-repair-count');
  const sort = addButton(nav, 'arrow-up-narrow-wide', panel.sort, (event) =>
    openMenu(sortMenu(actions), event),
  );
  const filter = addButton(nav, 'list-filter', panel.filter, (event) =>
    openMenu(filterMenu(actions), event),
  );
  const chart = addButton(nav, 'chart-column', panel.chart, actions.toggleChart);
  addButton(nav, 'chevrons-down-up', panel.foldAll, () =>
    actions.change({ ...actions.view(), open: [] }),
  );
  for (const button of [sort, filter]) button.setAttribute('aria-haspopup', 'menu');
  const search = drawSearch(el, actions);
  const groups = drawGroups(el, actions);
  let articlesBefore = -1;
  let dueBefore = -1;
  return {
    show(articles, due) {
      const { filter: asked, grouping } = actions.view();
      if (articles !== articlesBefore) search.name(panel.search(articles));
      if (due !== dueBefore) {
        repair.toggle(due > 0);
        repair.setAttribute('aria-label', panel.repairShown(due));
        count.setText(runs.number(due));
      }
      articlesBefore = articles;
      dueBefore = due;
      search.show(asked.text);
      const filters = asked.drafts || asked.due || asked.states.length > 0 || asked.month !== null;
      filter.toggleClass('is-active', filters);
      chart.toggleClass('is-active', actions.chart());
      chart.setAttribute('aria-pressed', String(actions.chart()));
      for (const [one, button] of groups) {
        button.setAttribute('aria-pressed', String(one === grouping));
      }
    },
  };
}

function addButton(
  nav: HTMLElement,
  icon: string,
  label: string,
  act: (event: MouseEvent) => void,
): HTMLElement {
  const attr = { 'aria-label': label, type: 'button' };
  const button = nav.createEl('button', { cls: 'clickable-icon nav-action-button', attr });
  setIcon(button, icon);
  button.addEventListener('click', act);
  return button;
}

/** The search's field. */
interface Search {
  readonly name: (label: string) => void;
  readonly show: (text: string) => void;
}

/** While Chinese is being composed, what stands in the field is not yet what is meant, and must not be put in order. */
function drawSearch(el: HTMLElement, { view, change }: HeaderActions): Search {
  const search = addSearch(el);
  let composing = false;
  const take = (): void => {
    const text = search.getValue();
    const { filter } = view();
    if (!composing && text !== filter.text) change({ ...view(), filter: { ...filter, text } });
  };
  search.onChange(take);
  search.inputEl.addEventListener('compositionstart', () => (composing = true));
  search.inputEl.addEventListener('compositionend', () => {
    composing = false;
    take();
  });
  return {
    name(label) {
      search.setPlaceholder(label);
      search.inputEl.setAttribute('aria-label', label);
    },
    show(text) {
      if (!composing && search.getValue() !== text) search.setValue(text);
    },
  };
}

function drawGroups(
  el: HTMLElement,
  { view, change }: HeaderActions,
): ReadonlyMap<PanelView['grouping'], HTMLElement> {
  const { panel } = messages();
  const attr = { role: 'group', 'aria-label': panel.grouping };
  const group = el.createDiv({ cls: 'omnivore-rescue-groups', attr });
  return new Map(
    GROUPINGS.map((grouping) => {
      const button = group.createEl('button', { text: panel.groupings[grouping] });
      button.addEventListener('click', () => change({ ...view(), grouping }));
      return [grouping, button] as const;
    }),
  );
}

function sortMenu({ view, change }: HeaderActions): Menu {
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

function filterMenu({ view, change }: HeaderActions): Menu {
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

/** From the keyboard a click has no place: the menu opens below the button. */
function openMenu(menu: Menu, event: MouseEvent): void {
  if (event.detail > 0) return void menu.showAtMouseEvent(event);
  const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom });
}
