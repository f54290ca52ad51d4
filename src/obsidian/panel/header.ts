import { setIcon, type Menu } from 'obsidian';
import { messages } from '../../core/i18n';
import { isFiltering, type PanelView } from '../../core/library/view';
import { addSearch } from '../components/add-search';
import { addLabel } from '../components/label';
import {
  facetMenu,
  filterMenu,
  sortMenu,
  type FacetActions,
  type FilterActions,
  type ViewActions,
} from './view-menus';
import { GROUPINGS } from './view-state';

/** What the header shows, and what it does. */
export interface HeaderActions extends FilterActions, FacetActions {
  readonly chart: () => boolean;
  readonly toggleChart: () => void;
  readonly collapseAll: () => void;
  /** Passes the search on to the app's own. */
  readonly searchFullText: () => void;
  /** Gives the focus to the first article found; false if there is none. */
  readonly toFirstArticle: () => boolean;
}

/** Search, grouping, and buttons to sort, filter, search full text, choose what rows show, and collapse. */
export interface Header {
  /** Shows the view as it is now, of a library of so many articles. */
  readonly show: (articles: number) => void;
  readonly focusSearch: () => void;
}

export function drawHeader(el: HTMLElement, actions: HeaderActions): Header {
  const { panel } = messages();
  const nav = el.createDiv({ cls: 'nav-header' }).createDiv({ cls: 'nav-buttons-container' });
  const sort = addButton(nav, 'arrow-up-narrow-wide', panel.sort, (event) =>
    openMenu(sortMenu(actions), event),
  );
  const filter = addButton(nav, 'list-filter', panel.filter, (event) =>
    openAgain((reopen) => filterMenu(actions, reopen), event),
  );
  const rows = addButton(nav, 'rows-3', panel.rows, (event) =>
    openAgain((reopen) => facetMenu(actions, reopen), event),
  );
  addButton(nav, 'text-search', panel.searchFullText, actions.searchFullText);
  const chart = addButton(nav, 'chart-column', panel.chart, actions.toggleChart);
  addButton(nav, 'chevrons-down-up', panel.collapseAll, actions.collapseAll);
  for (const button of [sort, filter, rows]) button.setAttribute('aria-haspopup', 'menu');
  const search = drawSearch(el, actions);
  const groups = drawGroups(el, actions);
  const showView = ({ filter: asked, grouping }: PanelView): void => {
    search.show(asked.text);
    const filters = isFiltering({ ...asked, text: '' });
    filter.toggleClass('is-active', filters);
    for (const [one, button] of groups) {
      button.setAttribute('aria-pressed', String(one === grouping));
    }
  };
  let articlesBefore = -1;
  let viewBefore: PanelView | null = null;
  let chartBefore: boolean | null = null;
  return {
    focusSearch: () => search.focus(),
    show(articles) {
      const view = actions.view();
      const hasChart = actions.chart();
      if (articles !== articlesBefore) search.name(panel.search(articles));
      if (view !== viewBefore) showView(view);
      if (hasChart !== chartBefore) {
        chart.toggleClass('is-active', hasChart);
        chart.setAttribute('aria-pressed', String(hasChart));
      }
      [articlesBefore, viewBefore, chartBefore] = [articles, view, hasChart];
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
  readonly focus: () => void;
  readonly show: (text: string) => void;
}

/** While Chinese is being composed, the field holds what is not yet meant: it is not searched for, and not replaced. */
function drawSearch(el: HTMLElement, { view, change, toFirstArticle }: HeaderActions): Search {
  const search = addSearch(el);
  const labelEl = addLabel(el, search.inputEl, '');
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
  search.inputEl.addEventListener('keydown', (event) => {
    if (composing || event.isComposing) return;
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    if (toFirstArticle()) event.preventDefault();
  });
  return {
    focus: () => search.inputEl.focus(),
    name(label) {
      search.setPlaceholder(label);
      labelEl.setText(label);
    },
    show(text) {
      if (!composing && search.getValue() !== text) search.setValue(text);
    },
  };
}

function drawGroups(
  el: HTMLElement,
  { view, change }: ViewActions,
): ReadonlyMap<PanelView['grouping'], HTMLElement> {
  const { panel } = messages();
  const group = el.createDiv({ cls: 'omnivore-rescue-groups', attr: { role: 'group' } });
  addLabel(el, group, panel.grouping);
  return new Map(
    GROUPINGS.map((grouping) => {
      const button = group.createEl('button', { text: panel.groupings[grouping] });
      button.addEventListener('click', () => change({ ...view(), grouping }));
      return [grouping, button] as const;
    }),
  );
}

function openMenu(menu: Menu, event: MouseEvent): void {
  menu.showAtPosition(placeOf(event), (event.currentTarget as HTMLElement).doc);
}

/** Opens a menu in which several choices are made: it is shown again after each, with what has become of it. */
function openAgain(menuFor: (reopen: () => void) => Menu, event: MouseEvent): void {
  const at = placeOf(event);
  const { doc } = event.currentTarget as HTMLElement;
  const open = (): void => void menuFor(open).showAtPosition(at, doc);
  open();
}

/** A click from the keyboard has no place: the menu opens below the button. */
function placeOf(event: MouseEvent): { readonly x: number; readonly y: number } {
  if (event.detail > 0) return { x: event.clientX, y: event.clientY };
  const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return { x: left, y: bottom };
}
