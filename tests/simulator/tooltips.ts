/** How long the pointer rests before a tooltip shows, in milliseconds. */
const DELAY_MS = 300;

/**
 * The tooltips. As in the app, an element is asked for the nearest `aria-label` around it: a
 * container that has one shows it for everything inside, unless it sets `--no-tooltip`.
 */
export class Tooltips {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #tooltipEl: HTMLElement | null = null;
  readonly #onOver = ({ target }: Event): void => this.#aim(target);
  readonly #onOut = (): void => this.#hide();

  listen(doc: Document): void {
    doc.addEventListener('mouseover', this.#onOver);
    doc.addEventListener('focusin', this.#onOver);
    doc.addEventListener('mouseout', this.#onOut);
    doc.addEventListener('focusout', this.#onOut);
  }

  stopListening(): void {
    this.#hide();
    document.removeEventListener('mouseover', this.#onOver);
    document.removeEventListener('focusin', this.#onOver);
    document.removeEventListener('mouseout', this.#onOut);
    document.removeEventListener('focusout', this.#onOut);
  }

  #aim(target: EventTarget | null): void {
    this.#hide();
    const el = target instanceof Element ? target.closest<HTMLElement>('[aria-label]') : null;
    if (el) this.#timer = setTimeout(() => this.#show(el), DELAY_MS);
  }

  #show(el: HTMLElement): void {
    const text = el.getAttribute('aria-label') ?? '';
    const isOff = getComputedStyle(el).getPropertyValue('--no-tooltip').trim() === 'true';
    if (text === '' || isOff || !el.isConnected) return;
    const { left, width, bottom } = el.getBoundingClientRect();
    this.#tooltipEl = createDiv({ cls: 'tooltip', text });
    el.ownerDocument.body.append(this.#tooltipEl);
    this.#tooltipEl.style.left = `${left + width / 2}px`;
    this.#tooltipEl.style.top = `${bottom + 5}px`;
  }

  #hide(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#tooltipEl?.remove();
    this.#tooltipEl = null;
  }
}
