/** So long is a finger held down for a menu, in milliseconds: longer than where the system has a menu event of its own. */
const HELD = 600;
/** So far a finger may stray and still be held on one spot, in pixels. */
const STRAY = 10;

/** Tells of a finger that is held down. WebKit on phones has no event for it, and the app makes one only for what it lets be dragged itself. */
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
    }, HELD);
  });
  el.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (from && Math.hypot(clientX - from.clientX, clientY - from.clientY) > STRAY) end();
  });
  for (const other of ['pointerup', 'pointercancel', 'contextmenu'] as const)
    el.addEventListener(other, end);
  // The finger that goes up again has done what it was for: a click would open the article, and close the menu.
  el.addEventListener(
    'touchend',
    (event) => {
      if (isHeld && event.cancelable) event.preventDefault();
    },
    { passive: false },
  );
}
