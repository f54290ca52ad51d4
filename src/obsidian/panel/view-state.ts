import { Platform } from 'obsidian';
import {
  FACETS,
  NO_FILTER,
  type ArticleOrder,
  type Facet,
  type GroupOrder,
  type Grouping,
  type PanelView,
} from '../../core/library/view';
import { READING_STATES } from '../../core/omnivore/reading-state';

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

/** All groupings, in the order of the buttons. */
export const GROUPINGS: readonly Grouping[] = ['source', 'tag', 'month', 'none'];
/** All orders of articles, as the sort menu lists them. */
export const ARTICLE_ORDERS: readonly ArticleOrder[] = ['saved', 'published', 'title', 'length'];
/** All orders of groups, as the sort menu lists them. */
export const GROUP_ORDERS: readonly GroupOrder[] = ['name', 'name-reversed', 'count', 'newest'];

/** With fewer articles than this, all groups start expanded. */
const FEW_ARTICLES = 50;

/** The state of a new panel. */
export const FIRST_STATE: PanelState = {
  view: {
    grouping: 'source',
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
  chart: !Platform.isPhone,
  facets: FACETS.filter((facet) => facet !== 'author'),
  dismissed: 0,
  scroll: 0,
};

/** Parses the state that the workspace kept. Replaces invalid values with defaults. */
export function panelStateFrom(kept: unknown): PanelState {
  const { view, chart, facets, dismissed, scroll } = recordOf(kept);
  const { grouping, articleOrder, descending, groupOrder, filter } = recordOf(view);
  const { expanded, collapsed } = recordOf(view);
  const { text, drafts, needsRepair, needsAttention, hasHighlights, states, month } =
    recordOf(filter);
  const first = FIRST_STATE.view;
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
        states: READING_STATES.filter((one) => Array.isArray(states) && states.includes(one)),
        month: typeof month === 'string' ? month : null,
      },
      expanded: textsOf(expanded),
      collapsed: textsOf(collapsed),
      expandBelow: first.expandBelow,
      collapsedResults: [],
    },
    chart: typeof chart === 'boolean' ? chart : FIRST_STATE.chart,
    facets: Array.isArray(facets)
      ? FACETS.filter((facet) => facets.includes(facet))
      : FIRST_STATE.facets,
    dismissed: typeof dismissed === 'number' && dismissed > 0 ? dismissed : 0,
    scroll: typeof scroll === 'number' && scroll > 0 ? scroll : 0,
  };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
