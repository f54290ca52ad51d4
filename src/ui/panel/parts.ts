import { getLanguage } from 'obsidian';
import { articlesPerMonth } from '../../library/months';
import { panelRows, type Shown } from '../../library/rows';
import type { LibrarySource } from '../../library/source';
import { ArticleTree, type TreeActions } from './article-tree';
import { drawDueBanner } from './due-banner';
import { drawFoot } from './foot';
import { drawHeader, type HeaderActions } from './header';
import { drawMonthChart } from './month-chart';
import { drawStead, type SteadActions } from './stead';
import type { PanelState } from './view-state';

/** What the panel does for its parts. */
export interface PartsActions {
  readonly header: HeaderActions;
  readonly stead: SteadActions;
  readonly tree: TreeActions;
  readonly chooseMonth: (month: string | null) => void;
}

/** The parts of the panel. */
export interface Parts {
  readonly tree: ArticleTree;
  /** Draws what has changed; answers with what is shown. */
  readonly show: (source: LibrarySource, state: PanelState) => Shown;
}

/** Draws the parts of the panel from top to bottom, empty as yet. */
export function drawParts(el: HTMLElement, actions: PartsActions): Parts {
  const headerEl = el.createDiv('omnivore-rescue-header');
  const header = drawHeader(headerEl, actions.header);
  const chartEl = el.createDiv('omnivore-rescue-chart');
  const chart = drawMonthChart(chartEl, actions.chooseMonth);
  const banner = drawDueBanner(el.createDiv('omnivore-rescue-banner'), actions.header.repair);
  const steadEl = el.createDiv({ cls: 'omnivore-rescue-stead', attr: { role: 'status' } });
  const stead = drawStead(steadEl, actions.stead);
  const tree = new ArticleTree(el, actions.tree);
  const attr = { 'aria-live': 'polite' };
  const foot = drawFoot(el.createDiv({ cls: 'omnivore-rescue-panel-foot', attr }));
  return {
    tree,
    show(source, { view, chart: isWanted }) {
      const { library } = source;
      const shown = panelRows(library, view, getLanguage());
      const hasChart = isWanted && library.size > 0;
      headerEl.toggle(library.size > 0);
      chartEl.toggle(hasChart);
      tree.list.el.toggle(shown.rows.length > 0);
      header.show(library.size, shown.due);
      if (hasChart) chart.show(articlesPerMonth(library, view.filter), view.filter.month);
      banner.show(shown.due);
      foot.show(shown, library.size);
      tree.setRows(shown.rows);
      // Last: it may hand the keyboard to the list.
      stead.show(source, shown.articles);
      return shown;
    },
  };
}
