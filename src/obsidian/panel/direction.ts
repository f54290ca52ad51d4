/** Returns whether the content of an element runs from right to left. */
export function isMirrored(el: HTMLElement): boolean {
  return el.win.getComputedStyle(el).direction === 'rtl';
}
