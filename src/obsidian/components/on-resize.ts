/** Each window has its own ResizeObserver. */
type ObservingWindow = Window & {
  readonly ResizeObserver?: new (act: () => void) => ResizeObserver;
};

/**
 * Calls `act` once, and again when the size of an element changes, even in another window. Never calls it if
 * the page can't observe sizes.
 */
export function onResize(el: HTMLElement, act: () => void): void {
  let observer: ResizeObserver | null = null;
  // The main window's ResizeObserver would not report anything while that window is hidden.
  const observe = (win: Window): void => {
    observer?.disconnect();
    const { ResizeObserver: Observer } = win as ObservingWindow;
    observer = Observer ? new Observer(act) : null;
    observer?.observe(el);
  };
  observe(el.win);
  el.onWindowMigrated(observe);
}
