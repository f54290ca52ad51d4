import { messages } from '../../core/i18n';
import type { MonthCount } from '../../core/library/months';
import { addLabel } from '../components/label';
import { onResize } from '../components/on-resize';
import { isMirrored } from './direction';
import { monthName } from './names';

/** A bar chart of how many articles were saved each month. */
export interface MonthChart {
  /** Shows new counts. `chosen` is the month of the panel's filter. */
  readonly show: (counts: readonly MonthCount[], chosen: string | null) => void;
}

/**
 * Draws the chart. A click on a bar chooses its month, or clears the choice. Unchanged bars are not drawn
 * again.
 */
export function drawMonthChart(
  el: HTMLElement,
  choose: (month: string | null) => void,
): MonthChart {
  const bars = el.createDiv({ cls: 'omnivore-rescue-bars', attr: { role: 'group' } });
  addLabel(el, bars, messages().panel.chart);
  const ends = el.createDiv({ cls: 'omnivore-rescue-ends', attr: { 'aria-hidden': 'true' } });
  let drawn: readonly MonthCount[] = [];
  let chosenBefore: string | null = null;
  const showEnds = (): void => showVisibleMonths(el, bars, ends);
  el.addEventListener('scroll', showEnds, { passive: true });
  onResize(el, showEnds);
  bars.addEventListener('keydown', moveByKey);
  bars.addEventListener('click', ({ target }) => {
    const bar = (target as Element).closest<HTMLElement>('.omnivore-rescue-bar');
    if (!bar?.dataset.month) return;
    choose(bar.getAttribute('aria-pressed') === 'true' ? null : bar.dataset.month);
  });
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
          bar.setAttribute('aria-pressed', String(one.month === chosen));
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
  for (const { month } of counts) {
    const attr = { type: 'button', tabindex: '-1', 'data-month': month };
    const bar = bars.createEl('button', { cls: 'omnivore-rescue-bar', attr });
    bar.createSvg('svg', { attr: { 'aria-hidden': 'true' } }).createSvg('rect');
  }
  if (before) bars.querySelector<HTMLElement>(`[data-month="${before}"]`)?.focus();
}

/** Shows the first and the last visible month. If there are many months, only some of them fit. */
function showVisibleMonths(el: HTMLElement, bars: HTMLElement, ends: HTMLElement): void {
  const { left, right } = el.getBoundingClientRect();
  const visible = Array.from(bars.children).filter((bar) => {
    const box = bar.getBoundingClientRect();
    const middle = (box.left + box.right) / 2;
    return middle >= left && middle <= right;
  }) as HTMLElement[];
  const names = [visible[0], visible.at(-1)].map((bar) => monthName(bar?.dataset.month ?? ''));
  const texts = [...new Set(names)];
  if (texts.join('') === ends.textContent) return;
  ends.empty();
  for (const text of texts) ends.createSpan({ text });
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
function makeReachable(bars: HTMLElement, chosen: string | null): void {
  const all = Array.from(bars.children) as HTMLElement[];
  const reached = all.find(({ dataset }) => dataset.month === chosen) ?? all.at(-1);
  reached?.setAttribute('tabindex', '0');
  const scroller = bars.parentElement;
  if (!scroller) return;
  scroller.scrollLeft = isMirrored(scroller) ? -scroller.scrollWidth : scroller.scrollWidth;
}

function moveByKey(event: KeyboardEvent): void {
  const bars = event.currentTarget as HTMLElement;
  const at = bars.doc.activeElement;
  const [nextKey, previousKey] = isMirrored(bars)
    ? ['ArrowLeft', 'ArrowRight']
    : ['ArrowRight', 'ArrowLeft'];
  const next =
    event.key === nextKey
      ? at?.nextElementSibling
      : event.key === previousKey
        ? at?.previousElementSibling
        : event.key === 'Home'
          ? bars.firstElementChild
          : event.key === 'End'
            ? bars.lastElementChild
            : null;
  if (!next?.instanceOf(HTMLElement)) return;
  event.preventDefault();
  for (const bar of Array.from(bars.children)) bar.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}
