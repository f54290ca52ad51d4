import { messages } from '../../i18n';
import type { MonthCount } from '../../library/months';
import { monthName } from './names';

/** How many articles were saved each month, as bars. */
export interface MonthChart {
  /** Shows these counts, and which month is chosen; nothing is drawn again that is shown already. */
  readonly show: (counts: readonly MonthCount[], chosen: string | null) => void;
}

/** Makes a chart whose bars choose their month, or let it go. */
export function monthChart(el: HTMLElement, choose: (month: string | null) => void): MonthChart {
  let shown = '';
  return {
    show(counts, chosen) {
      const wanted = JSON.stringify([counts, chosen]);
      if (wanted === shown) return;
      shown = wanted;
      const focused = el.querySelector<HTMLElement>(':focus')?.dataset.month;
      const scrolled = el.childElementCount > 0 ? el.scrollLeft : null;
      el.empty();
      if (counts.length === 0) return;
      const months = el.createDiv('omnivore-rescue-months');
      const bars = drawBars(months, counts, chosen, choose);
      drawEnds(months, counts);
      // The youngest month is the last.
      if (scrolled === null) el.scrollLeft = el.scrollWidth;
      else el.scrollLeft = scrolled;
      if (focused) bars.querySelector<HTMLElement>(`[data-month="${focused}"]`)?.focus();
    },
  };
}

function drawBars(
  el: HTMLElement,
  counts: readonly MonthCount[],
  chosen: string | null,
  choose: (month: string | null) => void,
): HTMLElement {
  const { panel } = messages();
  const most = Math.max(...counts.map(({ count }) => count), 1);
  const bars = el.createDiv({
    cls: 'omnivore-rescue-bars',
    attr: { role: 'group', 'aria-label': panel.chart },
  });
  const reached = counts.some(({ month }) => month === chosen) ? chosen : counts.at(-1)?.month;
  for (const { month, count } of counts) {
    const isChosen = month === chosen;
    const label = panel.inMonth(monthName(month), count);
    const bar = bars.createEl('button', {
      cls: 'omnivore-rescue-bar',
      attr: {
        ...{ 'aria-label': label, 'data-month': month, title: label },
        ...{ 'aria-pressed': String(isChosen), tabindex: month === reached ? '0' : '-1' },
      },
    });
    const height = count === 0 ? 0 : Math.max(4, Math.round((100 * count) / most));
    bar.createDiv().style.setProperty('height', `${height}%`);
    bar.addEventListener('click', () => choose(isChosen ? null : month));
  }
  bars.addEventListener('keydown', walk);
  return bars;
}

function drawEnds(el: HTMLElement, counts: readonly MonthCount[]): void {
  const ends = el.createDiv({ cls: 'omnivore-rescue-ends', attr: { 'aria-hidden': 'true' } });
  ends.createSpan({ text: monthName(counts[0]?.month ?? '') });
  if (counts.length > 1) ends.createSpan({ text: monthName(counts.at(-1)?.month ?? '') });
}

/** Tab reaches one bar; the arrows go on from there. */
function walk(event: KeyboardEvent): void {
  const bars = event.currentTarget as HTMLElement;
  const at = bars.doc.activeElement;
  const next =
    event.key === 'ArrowRight'
      ? at?.nextElementSibling
      : event.key === 'ArrowLeft'
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
