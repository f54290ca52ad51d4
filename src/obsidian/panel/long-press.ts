/**
 * How long a finger must be held down to open a menu, in milliseconds. Longer than the system's own menu
 * gesture.
 */
const HELD_MS = 600;
/** How far a held finger may move, in pixels. */
const MAX_MOVE_PX = 10;

/**
 * Calls `act` when a finger is held down. WebKit on phones has no event for this, and the app creates one
 * only for elements that it can drag itself.
 */
export function onLongPress(el: HTMLElement, act: (event: PointerEvent) => void): void {
  let timer: number | null = null;
  let from: PointerEvent | null = null;
  let isHeld = false;
  const end = (): void => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
  };
  el.addEventListener('pointerdown', (event) => {
    end();
    isHeld = false;
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    from = event;
    timer = window.setTimeout(() => {
      timer = null;
      isHeld = true;
      act(event);
    }, HELD_MS);
  });
  el.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (from && Math.hypot(clientX - from.clientX, clientY - from.clientY) > MAX_MOVE_PX) end();
  });
  for (const other of ['pointerup', 'pointercancel', 'contextmenu'] as const)
    el.addEventListener(other, end);
  // Without this, lifting the finger would cause a click, which opens the article and closes the menu.
  el.addEventListener(
    'touchend',
    (event) => {
      if (isHeld && event.cancelable) event.preventDefault();
    },
    { passive: false },
  );
}
