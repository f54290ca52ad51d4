/** Calls when an element has another size, and once at first; never where the page does not tell. */
export function onResize(el: HTMLElement, act: () => void): void {
  if (typeof ResizeObserver !== 'undefined') new ResizeObserver(act).observe(el);
}
