import { READING_STATES } from '../../core/library/listed-article';
import {
  NO_FILTER,
  type ArticleOrder,
  type GroupOrder,
  type Grouping,
  type PanelView,
} from '../../core/library/view';

/** What the panel keeps across restarts. */
export interface PanelState {
  readonly view: PanelView;
  /** Whether the articles per month are shown. */
  readonly chart: boolean;
  /** How far the list is scrolled, in pixels. */
  readonly scroll: number;
}

export const GROUPINGS: readonly Grouping[] = ['source', 'tag', 'month'];
export const ARTICLE_ORDERS: readonly ArticleOrder[] = ['saved', 'published', 'title'];
export const GROUP_ORDERS: readonly GroupOrder[] = ['name', 'name-reversed', 'count', 'newest'];

export const FIRST_STATE: PanelState = {
  view: {
    grouping: 'source',
    articleOrder: 'saved',
    descending: true,
    groupOrder: 'name',
    filter: NO_FILTER,
    expanded: [],
    collapsedResults: [],
  },
  chart: true,
  scroll: 0,
};

/** Reads what the workspace kept; values of another kind are as at first. */
export function panelStateFrom(kept: unknown): PanelState {
  const { view, chart, scroll } = recordOf(kept);
  const { grouping, articleOrder, descending, groupOrder, filter, expanded } = recordOf(view);
  const { text, drafts, needsRepair, needsAttention, states, month } = recordOf(filter);
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
        states: READING_STATES.filter((one) => Array.isArray(states) && states.includes(one)),
        month: typeof month === 'string' ? month : null,
      },
      expanded: Array.isArray(expanded) ? expanded.filter((key) => typeof key === 'string') : [],
      collapsedResults: [],
    },
    chart: typeof chart === 'boolean' ? chart : FIRST_STATE.chart,
    scroll: typeof scroll === 'number' && scroll > 0 ? scroll : 0,
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
