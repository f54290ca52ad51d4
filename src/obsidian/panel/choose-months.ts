import { monthsBetween, type MonthRange } from '../../core/library/month-range';
import { isMirrored } from './direction';

/** What the user can do with the bars of the chart. */
interface MonthChoice {
  readonly chosen: () => MonthRange | null;
  readonly choose: (months: MonthRange | null) => void;
}

/**
 * Lets the user choose months in the chart. A click chooses a month, or clears the choice if only that month
 * is chosen. Shift with a click or with an arrow key, or dragging the mouse, chooses the months in between.
 */
export function onChooseMonths(bars: HTMLElement, { chosen, choose }: MonthChoice): void {
  /** The month where a range starts; null if none was chosen yet. */
  let anchor: string | null = null;
  /** The month where the mouse button was pressed; null while it is not pressed. */
  let pressed: string | null = null;
  let isDragged = false;
  const extend = (month: string): void => {
    anchor ??= chosen()?.from ?? month;
    choose(monthsBetween(anchor, month));
  };
  const toggle = (month: string): void => {
    const range = chosen();
    const isAlone = range?.from === month && range.to === month;
    anchor = isAlone ? null : month;
    choose(isAlone ? null : { from: month, to: month });
  };
  bars.addEventListener('click', (event) => {
    const month = monthOfBar(event.target);
    // At the end of a drag there is a click too if the mouse is back where it was pressed.
    if (month === null || isDragged) isDragged = false;
    else if (event.shiftKey) extend(month);
    else toggle(month);
  });
  bars.addEventListener('pointerdown', ({ target, button, pointerType, shiftKey }) => {
    isDragged = false;
    // With a finger, dragging scrolls.
    pressed = button === 0 && pointerType !== 'touch' && !shiftKey ? monthOfBar(target) : null;
  });
  bars.addEventListener('pointerover', ({ target, buttons }) => {
    const month = monthOfBar(target);
    if (pressed === null || month === null || buttons !== 1) return;
    if (month === pressed && !isDragged) return;
    isDragged = true;
    anchor = pressed;
    choose(monthsBetween(pressed, month));
  });
  bars.addEventListener('keydown', (event) => {
    const bar = barAt(bars, event.key);
    if (!bar?.instanceOf(HTMLElement)) return;
    event.preventDefault();
    const from = monthOfBar(bars.doc.activeElement);
    for (const one of Array.from(bars.children)) one.setAttribute('tabindex', '-1');
    bar.setAttribute('tabindex', '0');
    bar.focus();
    const month = monthOfBar(bar);
    if (!event.shiftKey || month === null) return;
    if (chosen() === null) anchor = from;
    extend(month);
  });
}

function monthOfBar(target: EventTarget | null): string | null {
  const bar = (target as Element | null)?.closest<HTMLElement>('.omnivore-rescue-bar');
  return bar?.dataset.month ?? null;
}

/** Returns the bar that a key moves to, or null for other keys. */
function barAt(bars: HTMLElement, key: string): Element | null | undefined {
  const at = bars.doc.activeElement;
  const [nextKey, previousKey] = isMirrored(bars)
    ? ['ArrowLeft', 'ArrowRight']
    : ['ArrowRight', 'ArrowLeft'];
  switch (key) {
    case nextKey:
      return at?.nextElementSibling;
    case previousKey:
      return at?.previousElementSibling;
    case 'Home':
      return bars.firstElementChild;
    case 'End':
      return bars.lastElementChild;
  }
  return null;
}
