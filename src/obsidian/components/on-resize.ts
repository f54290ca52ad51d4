/** A window whose elements' sizes can be observed; each has a class of its own for it. */
type ObservingWindow = Window & {
  readonly ResizeObserver?: new (act: () => void) => ResizeObserver;
};

/** Calls when an element has another size, in whatever window it is, and once at first; never where the page does not tell. */
export function onResize(el: HTMLElement, act: () => void): void {
  let observer: ResizeObserver | null = null;
  // The main window's own would not tell while that window is hidden.
  const observe = (win: Window): void => {
    observer?.disconnect();
    const { ResizeObserver: Observer } = win as ObservingWindow;
    observer = Observer ? new Observer(act) : null;
    observer?.observe(el);
  };
  observe(el.win);
  el.onWindowMigrated(observe);
}
