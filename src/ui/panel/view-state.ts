import { NO_FILTER, type Grouping, type PanelView, type Sorting } from '../../library/view';
import { READING_STATES } from '../../library/listed';

/** What the panel keeps across restarts. */
export interface PanelState {
  readonly view: PanelView;
  /** Whether the articles per month are shown. */
  readonly chart: boolean;
  /** How far the list is scrolled, in pixels. */
  readonly scroll: number;
}

export const GROUPINGS: readonly Grouping[] = ['source', 'tag', 'month'];
export const SORTINGS: readonly Sorting[] = ['saved', 'published', 'title'];

export const FIRST_STATE: PanelState = {
  view: { grouping: 'source', sorting: 'saved', descending: true, filter: NO_FILTER, open: [] },
  chart: true,
  scroll: 0,
};

/** Reads what the workspace kept; what is not of its kind is as at first. */
export function panelStateFrom(kept: unknown): PanelState {
  const { view, chart, scroll } = record(kept);
  const { grouping, sorting, descending, filter, open } = record(view);
  const { text, drafts, due, states, month } = record(filter);
  const first = FIRST_STATE.view;
  return {
    view: {
      grouping: GROUPINGS.find((one) => one === grouping) ?? first.grouping,
      sorting: SORTINGS.find((one) => one === sorting) ?? first.sorting,
      descending: typeof descending === 'boolean' ? descending : first.descending,
      filter: {
        text: typeof text === 'string' ? text : '',
        drafts: drafts === true,
        due: due === true,
        states: READING_STATES.filter((one) => Array.isArray(states) && states.includes(one)),
        month: typeof month === 'string' ? month : null,
      },
      open: Array.isArray(open) ? open.filter((key) => typeof key === 'string') : [],
    },
    chart: typeof chart === 'boolean' ? chart : FIRST_STATE.chart,
    scroll: typeof scroll === 'number' && scroll > 0 ? scroll : 0,
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
