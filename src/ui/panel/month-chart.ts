import { messages } from '../../i18n';
import type { MonthCount } from '../../library/months';
import { monthName } from './names';

/** Draws how many articles were saved each month. A bar chooses its month, or lets it go. */
export function drawMonthChart(
  el: HTMLElement,
  counts: readonly MonthCount[],
  chosen: string | null,
  choose: (month: string | null) => void,
): void {
  const { panel } = messages();
  const before = el.querySelector<HTMLElement>(':focus')?.dataset.month;
  el.empty();
  if (counts.length === 0) return;
  const most = Math.max(...counts.map(({ count }) => count), 1);
  const bars = el.createDiv({
    cls: 'omnivore-rescue-bars',
    attr: { role: 'group', 'aria-label': panel.chart },
  });
  const reached = counts.some(({ month }) => month === chosen) ? chosen : counts.at(-1)?.month;
  for (const { month, count } of counts) {
    const isChosen = month === chosen;
    const bar = bars.createEl('button', {
      cls: 'omnivore-rescue-bar',
      attr: {
        ...{ 'aria-label': panel.inMonth(monthName(month), count), 'data-month': month },
        ...{ 'aria-pressed': String(isChosen), tabindex: month === reached ? '0' : '-1' },
      },
    });
    const height = count === 0 ? 0 : Math.max(4, Math.round((100 * count) / most));
    bar.createDiv().style.setProperty('height', `${height}%`);
    bar.addEventListener('click', () => choose(isChosen ? null : month));
  }
  bars.addEventListener('keydown', walk);
  const ends = el.createDiv({ cls: 'omnivore-rescue-ends', attr: { 'aria-hidden': 'true' } });
  ends.createSpan({ text: monthName(counts[0]?.month ?? '') });
  if (counts.length > 1) ends.createSpan({ text: monthName(counts.at(-1)?.month ?? '') });
  if (before) el.querySelector<HTMLElement>(`[data-month="${before}"]`)?.focus();
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
