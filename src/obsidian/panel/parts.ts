import { getLanguage } from 'obsidian';
import { messages } from '../../core/i18n';
import type { Library, LibrarySource } from '../../core/library/library';
import { contentsDeriver, type PanelContents } from '../../core/library/derive-contents';
import { isFiltering, type Filter } from '../../core/library/view';
import { drawActiveFilters } from './active-filters';
import { ArticleTree } from './article-tree';
import type { TreeActions } from './tree-actions';
import { drawBanner } from './banner';
import { drawFooter, type FooterActions } from './footer';
import { drawHeader, type HeaderActions } from './header';
import { drawMonthChart } from './month-chart';
import { drawEmptyState, type EmptyStateActions } from './empty-state';
import { rowStyleCache, type RowStyle } from './row-style';
import type { PanelState } from './view-state';

/** The panel's actions, which its parts call. */
export interface PartsActions {
  readonly header: HeaderActions;
  readonly emptyState: EmptyStateActions;
  readonly tree: Omit<TreeActions, 'selected'>;
  /** Opens the preview for the notes that are shown. */
  readonly repair: () => void;
  readonly dismissRepair: () => void;
  /** Opens the menu of the selected articles. */
  readonly selectionMenu: FooterActions['openMenu'];
  readonly showUnreadable: () => void;
  /** Lists the findings that need the user's attention in the notes that are shown. */
  readonly showAttention: () => void;
  readonly filter: (change: Partial<Filter>) => void;
  /** Opens the preview for unproxying images in notes that are not saved articles. */
  readonly unproxyOther: () => void;
}

/** What is marked in the panel. */
interface Badges {
  /** Whether drafts matter, because the user publishes. */
  readonly drafts: boolean;
  /** Whether rows have badges. */
  readonly rows: boolean;
}

/** The parts of the panel. */
export interface Parts {
  readonly tree: ArticleTree;
  readonly focusSearch: () => void;
  /** Draws what has changed. Returns the contents that are shown. */
  readonly show: (source: LibrarySource, state: PanelState, badges: Badges) => PanelContents;
}

/** Draws the parts of the panel from top to bottom, empty at first. */
export function drawParts(el: HTMLElement, actions: PartsActions): Parts {
  const headerEl = el.createDiv('omnivore-rescue-header');
  const header = drawHeader(headerEl, actions.header);
  const chartEl = el.createDiv('omnivore-rescue-chart');
  const chart = drawMonthChart(chartEl, (months) => actions.filter({ months }));
  const filtersEl = el.createDiv('omnivore-rescue-filters');
  const filters = drawActiveFilters(filtersEl, actions.filter);
  const { panel } = messages();
  const banner = drawBanner(el.createDiv('omnivore-rescue-banner'), {
    icon: 'wrench',
    button: panel.review,
    act: actions.repair,
    dismiss: { label: panel.dismiss, act: actions.dismissRepair },
  });
  const ownImages = drawBanner(el.createDiv('omnivore-rescue-banner'), {
    icon: 'image-off',
    button: panel.review,
    act: actions.unproxyOther,
  });
  const attention = drawBanner(el.createDiv('omnivore-rescue-banner'), {
    icon: 'circle-help',
    button: panel.resolve,
    act: actions.showAttention,
  });
  const unreadable = drawBanner(el.createDiv('omnivore-rescue-banner'), {
    icon: 'triangle-alert',
    button: panel.showUnreadable,
    act: actions.showUnreadable,
  });
  const emptyStateEl = el.createDiv({
    cls: 'omnivore-rescue-empty-state',
    attr: { role: 'status' },
  });
  const emptyState = drawEmptyState(emptyStateEl, actions.emptyState);
  const styleOf = rowStyleCache();
  const style = styleOf(FIRST_STYLE);
  const tree: ArticleTree = new ArticleTree(el, style, {
    ...actions.tree,
    selected: (count) => footer.showSelected(count),
  });
  const attr = { 'aria-live': 'polite' };
  const footer = drawFooter(el.createDiv({ cls: 'omnivore-rescue-panel-footer', attr }), {
    openMenu: actions.selectionMenu,
    clearSelection: () => {
      tree.clearSelection();
      tree.list.all.focus();
    },
  });
  const derive = contentsDeriver();
  return {
    tree,
    focusSearch: () => header.focusSearch(),
    show(source, { view, chart: isWanted, facets: chosen, dismissed }, badges) {
      const { library } = source;
      const shown = derive(library.articles, view, getLanguage(), library.clippings);
      const hasChart = isWanted && library.size > 0;
      headerEl.toggle(library.size > 0);
      chartEl.toggle(hasChart);
      tree.list.el.toggle(shown.rows.length > 0);
      header.show(library.size);
      filters.show(view.filter);
      if (hasChart) chart.show(shown.months(), view.filter.months);
      const { needRepair, allNeedRepair } = shown;
      banner.show(
        allNeedRepair > dismissed ? panel.notesNeedRepair(needRepair, allNeedRepair) : null,
        needRepair > 0,
      );
      ownImages.show(ownImagesText(library.ownImages, view.filter));
      unreadable.show(unreadableText(source));
      attention.show(view.filter.needsAttention ? attentionText(library, shown) : null);
      footer.show(shown, library.size, view.grouping, badges.drafts);
      const { grouping, filter } = view;
      const showsAttention = filter.needsAttention;
      const { rows, words } = shown;
      const showsDrafts = badges.rows && badges.drafts;
      const facets = badges.rows ? chosen : chosen.filter((facet) => facet !== 'state');
      tree.setRows(rows, styleOf({ grouping, facets, showsDrafts, showsAttention, words }));
      // Do this last, because it may move the focus to the list.
      emptyState.show(source, shown.articles);
      return shown;
    },
  };
}

const FIRST_STYLE: Omit<RowStyle, 'find'> = {
  ...{ facets: [], showsAttention: false, showsDrafts: false, words: [] },
  grouping: 'source',
};

/** Returns how many notes need attention, as a text. If none does, but findings are ignored, says so. */
function attentionText({ articles }: Library, shown: PanelContents): string | null {
  const { panel } = messages();
  if (shown.articles > 0) return panel.notesNeedAttention(shown.paths().size);
  const ignored = articles.reduce((sum, { article }) => sum + article.ignored.length, 0);
  return ignored > 0 ? panel.ignoredCount(ignored) : null;
}

/**
 * Returns the text about images in notes that are not articles. Null while a filter is active, because it
 * matches no such note. It stays while the user searches, so that the list does not jump.
 */
function ownImagesText(ownImages: ReadonlyMap<string, number>, filter: Filter): string | null {
  if (ownImages.size === 0 || isFiltering({ ...filter, text: '' })) return null;
  let images = 0;
  for (const count of ownImages.values()) images += count;
  return messages().panel.ownImages(images, ownImages.size);
}

/**
 * Returns how many notes could not be read, as a text. Null if the scan failed, because the empty state
 * shows that.
 */
function unreadableText({ unreadable, progress }: LibrarySource): string | null {
  const { size } = unreadable;
  return size > 0 && progress.kind === 'ready' ? messages().panel.unreadable(size) : null;
}
