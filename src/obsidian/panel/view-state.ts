import { Platform } from 'obsidian';
import {
  FACETS,
  GROUPINGS,
  NO_FILTER,
  type ArticleOrder,
  type Facet,
  type GroupOrder,
  type PanelView,
} from '../../core/library/view';
import type { MonthRange } from '../../core/library/month-range';
import type { Settings } from '../../core/settings/settings';
import { READING_STATES } from '../../core/omnivore/reading-state';
import { recordOf } from '../../core/schema/read-fields';

/** The state of the panel that is kept across restarts. */
export interface PanelState {
  readonly view: PanelView;
  /** Whether the chart of articles per month is shown. */
  readonly chart: boolean;
  /** The facets that rows show in addition to the title. */
  readonly facets: readonly Facet[];
  /**
   * The number of notes that needed repair when the banner was dismissed. The banner appears again if there
   * are more.
   */
  readonly dismissed: number;
  /** The scroll position of the list, in pixels. */
  readonly scroll: number;
}

/** All orders of articles, as the sort menu lists them. */
export const ARTICLE_ORDERS: readonly ArticleOrder[] = ['saved', 'published', 'title', 'length'];
/** All orders of groups, as the sort menu lists them. */
export const GROUP_ORDERS: readonly GroupOrder[] = ['name', 'name-reversed', 'count', 'newest'];

/** With fewer articles than this, all groups start expanded. */
const FEW_ARTICLES = 50;

/** Returns the state of a new panel. */
export function firstState({ panel, secondLine }: Settings): PanelState {
  return {
    view: {
      grouping: panel.grouping,
      articleOrder: 'saved',
      descending: true,
      groupOrder: 'name',
      filter: NO_FILTER,
      expanded: [],
      collapsed: [],
      expandBelow: FEW_ARTICLES,
      collapsedResults: [],
    },
    // A phone is too small for the chart and the list.
    chart: panel.chart && !Platform.isPhone,
    facets: FACETS.filter((facet) => facet === 'state' || secondLine[facet]),
    dismissed: 0,
    scroll: 0,
  };
}

/**
 * Returns the state of an open panel after a change of the settings. What is the same in both settings stays
 * as the user left it in the panel.
 */
export function withNewSettings(state: PanelState, before: Settings, after: Settings): PanelState {
  const [old, first] = [firstState(before), firstState(after)];
  const isSameLine = old.facets.join() === first.facets.join();
  const isSameGrouping = old.view.grouping === first.view.grouping;
  return {
    ...state,
    ...(!isSameGrouping && { view: { ...state.view, grouping: first.view.grouping } }),
    ...(old.chart !== first.chart && { chart: first.chart }),
    ...(!isSameLine && { facets: first.facets }),
  };
}

/** Parses the state that the workspace kept. Replaces invalid values with those of a new panel. */
export function panelStateFrom(kept: unknown, newPanel: PanelState): PanelState {
  const { view, chart, facets, dismissed, scroll } = recordOf(kept);
  const { grouping, articleOrder, descending, groupOrder, filter } = recordOf(view);
  const { expanded, collapsed } = recordOf(view);
  const { text, drafts, needsRepair, needsAttention, hasHighlights, duplicates, states } =
    recordOf(filter);
  const first = newPanel.view;
  return {
    view: {
      grouping: GROUPINGS.find((one) => one === grouping) ?? first.grouping,
      articleOrder: ARTICLE_ORDERS.find((one) => one === articleOrder) ?? first.articleOrder,
      descending: typeof descending === 'boolean' ? descending : first.descending,
      groupOrder: GROUP_ORDERS.find((one) => one === groupOrder) ?? first.groupOrder,
      filter: {
        text: typeof text === 'string' ? text : '',
        drafts: drafts === true,
        needsRepair: needsRepair === true,
        needsAttention: needsAttention === true,
        hasHighlights: hasHighlights === true,
        duplicates: duplicates === true,
        states: READING_STATES.filter((one) => Array.isArray(states) && states.includes(one)),
        months: monthsFrom(filter),
      },
      expanded: onlyTexts(expanded),
      collapsed: onlyTexts(collapsed),
      expandBelow: first.expandBelow,
      collapsedResults: [],
    },
    chart: typeof chart === 'boolean' ? chart : newPanel.chart,
    facets: Array.isArray(facets)
      ? FACETS.filter((facet) => facets.includes(facet))
      : newPanel.facets,
    dismissed: typeof dismissed === 'number' && dismissed > 0 ? dismissed : 0,
    scroll: typeof scroll === 'number' && scroll > 0 ? scroll : 0,
  };
}

/** Parses the months of a filter. Earlier versions had a single month. */
function monthsFrom(filter: unknown): MonthRange | null {
  const { month, months } = recordOf(filter);
  const { from = month, to = month } = recordOf(months);
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : null;
}

function onlyTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
