import { setIcon, type Menu } from 'obsidian';
import { messages } from '../../core/i18n';
import { isFiltering, type PanelView } from '../../core/library/view';
import { addSearch } from '../components/add-search';
import { addLabel } from '../components/label';
import { filterMenu, sortMenu, type ViewActions } from './view-menus';
import { GROUPINGS } from './view-state';

/** What the header shows, and what it does. */
export interface HeaderActions extends ViewActions {
  readonly chart: () => boolean;
  readonly toggleChart: () => void;
  readonly collapseAll: () => void;
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
  addButton(nav, 'chevrons-down-up', panel.collapseAll, actions.collapseAll);
  for (const button of [sort, filter]) button.setAttribute('aria-haspopup', 'menu');
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
  let [articlesBefore, dueBefore] = [-1, -1];
  let viewBefore: PanelView | null = null;
  let chartBefore: boolean | null = null;
  return {
    show(articles, due) {
      const view = actions.view();
      const hasChart = actions.chart();
      if (articles !== articlesBefore) search.name(panel.search(articles));
      if (due !== dueBefore) {
        repair.toggle(due > 0);
        repair.setAttribute('aria-label', panel.repairShown(due));
        count.setText(runs.number(due));
      }
      if (view !== viewBefore) showView(view);
      if (hasChart !== chartBefore) {
        chart.toggleClass('is-active', hasChart);
        chart.setAttribute('aria-pressed', String(hasChart));
      }
      [articlesBefore, dueBefore, viewBefore, chartBefore] = [articles, due, view, hasChart];
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
function drawSearch(el: HTMLElement, { view, change }: ViewActions): Search {
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
  return {
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

/** From the keyboard a click has no place: the menu opens below the button. */
function openMenu(menu: Menu, event: MouseEvent): void {
  if (event.detail > 0) return void menu.showAtMouseEvent(event);
  const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom });
}
