import { setIcon, type Menu } from 'obsidian';
import { messages } from '../../core/i18n';
import { GROUPINGS, isFiltering, type PanelView } from '../../core/library/view';
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

/** The content of the header, and its actions. */
export interface HeaderActions extends FilterActions, FacetActions {
  readonly chart: () => boolean;
  readonly toggleChart: () => void;
  readonly collapseAll: () => void;
  /** Starts the app's own search with the same query. */
  readonly searchFullText: () => void;
  /** Moves the focus to the first article found. Returns false if there is none. */
  readonly toFirstArticle: () => boolean;
}

/**
 * The search field, the grouping, and the buttons to sort, filter, search full text, choose facets, and
 * collapse.
 */
export interface Header {
  /** Shows the current view, for a library with this number of articles. */
  readonly show: (articles: number) => void;
  readonly focusSearch: () => void;
}

/** Draws the header. The sort, filter and facet buttons open menus. */
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
  chart.addClass('omnivore-rescue-chart-button');
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

/** The search field. */
interface Search {
  readonly name: (label: string) => void;
  readonly focus: () => void;
  readonly show: (text: string) => void;
}

/**
 * Draws the search field. During text composition, for example in Chinese, the field's text is incomplete:
 * it is neither searched for nor replaced.
 */
function drawSearch(el: HTMLElement, { view, change, toFirstArticle }: HeaderActions): Search {
  const search = addSearch(el);
  const labelEl = addLabel(el, search.inputEl, '');
  let composing = false;
  const applySearch = (): void => {
    const text = search.getValue();
    const { filter } = view();
    if (!composing && text !== filter.text) change({ ...view(), filter: { ...filter, text } });
  };
  search.onChange(applySearch);
  search.inputEl.addEventListener('compositionstart', () => (composing = true));
  search.inputEl.addEventListener('compositionend', () => {
    composing = false;
    applySearch();
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
  menu.showAtPosition(menuPosition(event), (event.currentTarget as HTMLElement).doc);
}

/** Opens a menu for several choices. The menu opens again after each choice, with its result. */
function openAgain(menuFor: (reopen: () => void) => Menu, event: MouseEvent): void {
  const at = menuPosition(event);
  const { doc } = event.currentTarget as HTMLElement;
  const open = (): void => void menuFor(open).showAtPosition(at, doc);
  open();
}

/** Returns where to open a menu: at the click, or below the button, because a click by keyboard has no position. */
function menuPosition(event: MouseEvent): { readonly x: number; readonly y: number } {
  if (event.detail > 0) return { x: event.clientX, y: event.clientY };
  const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return { x: left, y: bottom };
}
