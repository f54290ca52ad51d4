import { messages } from '../../core/i18n';
import { isInMonths, type MonthRange } from '../../core/library/month-range';
import type { MonthCount } from '../../core/library/months';
import { addLabel } from '../components/label';
import { onResize } from '../components/on-resize';
import { onChooseMonths } from './choose-months';
import { isMirrored } from './direction';
import { monthName } from './names';

/** A bar chart of how many articles were saved each month. */
export interface MonthChart {
  /** Shows new counts. `chosen` are the months of the panel's filter. */
  readonly show: (counts: readonly MonthCount[], chosen: MonthRange | null) => void;
}

/** Draws the chart, in which months can be chosen; see `onChooseMonths`. Unchanged bars are not drawn again. */
export function drawMonthChart(
  el: HTMLElement,
  choose: (months: MonthRange | null) => void,
): MonthChart {
  const bars = el.createDiv({ cls: 'omnivore-rescue-bars', attr: { role: 'group' } });
  addLabel(el, bars, messages().panel.chart);
  const ends = el.createDiv({ cls: 'omnivore-rescue-ends', attr: { 'aria-hidden': 'true' } });
  let drawn: readonly MonthCount[] = [];
  let chosenBefore: MonthRange | null = null;
  const showEnds = (): void => showVisibleMonths(el, bars, ends);
  let fromNewest = 0;
  let width = el.clientWidth;
  const onScroll = (): void => {
    // The event of an earlier width may come after the width has changed.
    if (el.clientWidth === width)
      fromNewest = el.scrollWidth - el.clientWidth - Math.abs(el.scrollLeft);
    showEnds();
  };
  el.addEventListener('scroll', onScroll, { passive: true });
  onResize(el, () => {
    // A narrower chart would keep the oldest months in view.
    width = el.clientWidth;
    scrollBack(el, fromNewest);
    showEnds();
  });
  onChooseMonths(bars, { chosen: () => chosenBefore, choose });
  return {
    show(counts, chosen) {
      const isSame = areSame(counts, drawn, 'month');
      if (isSame && chosen === chosenBefore && areSame(counts, drawn, 'count')) return;
      if (!isSame) drawBars(bars, counts);
      const most = mostOf(counts);
      const isScaled = !isSame || most !== mostOf(drawn);
      for (const [i, one] of counts.entries()) {
        const bar = bars.children[i] as HTMLElement;
        if (isScaled || one.count !== drawn[i]?.count) showCount(bar, one, most);
        if (!isSame || chosen !== chosenBefore)
          bar.setAttribute(
            'aria-pressed',
            String(chosen !== null && isInMonths(one.month, chosen)),
          );
      }
      if (!isSame) {
        makeReachable(bars, chosen);
        showEnds();
      }
      drawn = counts;
      chosenBefore = chosen;
    },
  };
}

function areSame(
  some: readonly MonthCount[],
  others: readonly MonthCount[],
  what: keyof MonthCount,
): boolean {
  return some.length === others.length && some.every((one, i) => one[what] === others[i]?.[what]);
}

function mostOf(counts: readonly MonthCount[]): number {
  return Math.max(...counts.map(({ count }) => count), 1);
}

function drawBars(bars: HTMLElement, counts: readonly MonthCount[]): void {
  const before = bars.querySelector<HTMLElement>(':focus')?.dataset.month;
  bars.empty();
  bars.parentElement?.setCssProps({ '--omnivore-rescue-months': String(counts.length) });
  for (const { month } of counts) {
    const attr = { type: 'button', tabindex: '-1', 'data-month': month };
    const bar = bars.createEl('button', { cls: 'omnivore-rescue-bar', attr });
    bar.createSvg('svg', { attr: { 'aria-hidden': 'true' } }).createSvg('rect');
  }
  if (before) bars.querySelector<HTMLElement>(`[data-month="${before}"]`)?.focus();
}

/**
 * Shows the first and the last visible month, and the years between them. If there are many months, only some
 * of them fit.
 */
function showVisibleMonths(el: HTMLElement, bars: HTMLElement, ends: HTMLElement): void {
  const { left, right } = el.getBoundingClientRect();
  const visible = Array.from(bars.children).filter((bar) => {
    const box = bar.getBoundingClientRect();
    const middle = (box.left + box.right) / 2;
    return middle >= left && middle <= right;
  }) as HTMLElement[];
  const names = [visible[0], visible.at(-1)].map((bar) => monthName(bar?.dataset.month ?? ''));
  const texts = [...new Set(names)];
  ends.empty();
  for (const text of texts) ends.createSpan({ text });
  showYears(visible, ends);
}

/** The space between two labels, in pixels. */
const LABEL_GAP_PX = 8;

/** Shows the years below their first month, where the labels of the first and the last month leave room. */
function showYears(visible: readonly HTMLElement[], ends: HTMLElement): void {
  const box = ends.getBoundingClientRect();
  const taken = Array.from(ends.children, (label) => label.getBoundingClientRect());
  for (const bar of visible) {
    const [year = '', month] = (bar.dataset.month ?? '').split('-');
    if (month !== '01') continue;
    const label = ends.createSpan({ cls: 'omnivore-rescue-year', text: year });
    const { left, right } = bar.getBoundingClientRect();
    label.setCssStyles({ left: `${(left + right) / 2 - box.left}px` });
    const room = label.getBoundingClientRect();
    const isFree = taken.every(
      (other) => room.left - LABEL_GAP_PX > other.right || room.right + LABEL_GAP_PX < other.left,
    );
    if (isFree) taken.push(room);
    else label.remove();
  }
}

function showCount(bar: HTMLElement, { month, count }: MonthCount, most: number): void {
  const height = count === 0 ? 0 : Math.max(4, Math.round((100 * count) / most));
  const rect = bar.querySelector('rect');
  rect?.setAttribute('height', `${height}%`);
  rect?.setAttribute('y', `${100 - height}%`);
  bar.setAttribute('aria-label', messages().panel.inMonth(monthName(month), count));
}

/**
 * Scrolls to the newest months if not all fit. Makes one bar reachable with Tab; the arrow keys move from
 * there.
 */
function makeReachable(bars: HTMLElement, chosen: MonthRange | null): void {
  const all = Array.from(bars.children) as HTMLElement[];
  const reached = all.find(({ dataset }) => dataset.month === chosen?.to) ?? all.at(-1);
  reached?.setAttribute('tabindex', '0');
  if (bars.parentElement) scrollBack(bars.parentElement, 0);
}

/** Scrolls to this distance from the newest month, in pixels. */
function scrollBack(el: HTMLElement, fromNewest: number): void {
  const left = el.scrollWidth - el.clientWidth - fromNewest;
  el.scrollLeft = isMirrored(el) ? -left : left;
}
