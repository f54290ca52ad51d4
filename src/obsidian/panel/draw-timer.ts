/** How often the panel is drawn while the vault is read. */
const DRAW_WHILE_READING_MS = 200;

/** Draws several changes of the vault as one. */
export class DrawTimer {
  readonly #el: HTMLElement;
  readonly #draw: () => void;
  /** Cancels the waiting; null if nothing waits. */
  #cancel: (() => void) | null = null;

  /** `el` is in the window whose timers are used: another window may be hidden, and its timers late. */
  constructor(el: HTMLElement, draw: () => void) {
    this.#el = el;
    this.#draw = draw;
  }

  /** Draws soon. While the vault is read, that is less often, because drawing delays the reading. */
  start(isReading: boolean): void {
    if (this.#cancel !== null) return;
    const { win } = this.#el;
    const draw = (): void => {
      this.#cancel = null;
      this.#draw();
    };
    const timer = win.setTimeout(draw, isReading ? DRAW_WHILE_READING_MS : 0);
    this.#cancel = () => win.clearTimeout(timer);
  }

  stop(): void {
    this.#cancel?.();
  }
}
