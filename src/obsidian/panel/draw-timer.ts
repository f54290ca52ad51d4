/** The time between two drawings while the vault is read. */
const DRAW_WHILE_READING_MS = 200;

/** Combines several changes of the vault into one drawing. */
export class DrawTimer {
  readonly #el: HTMLElement;
  readonly #draw: () => void;
  /** Cancels the scheduled drawing; null if none is scheduled. */
  #cancel: (() => void) | null = null;

  /** Uses the timers of the window that contains `el`, because timers of a hidden window run late. */
  constructor(el: HTMLElement, draw: () => void) {
    this.#el = el;
    this.#draw = draw;
  }

  /**
   * Schedules a drawing. While the vault is read, it draws less often, because drawing slows down the
   * reading.
   */
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
