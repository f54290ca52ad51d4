const DEFAULT_DURATION = 4000;

/** A message in the corner of the active window, gone after some seconds or at a click. */
export class Notice {
  containerEl: HTMLElement;
  messageEl: HTMLElement;
  /** The older name of `messageEl`. */
  noticeEl: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** In milliseconds; at 0 it stays until it is clicked or hidden. */
  constructor(message: string | DocumentFragment, duration = DEFAULT_DURATION) {
    this.containerEl = noticeContainer().createDiv('notice');
    this.messageEl = this.containerEl.createDiv('notice-message');
    this.noticeEl = this.messageEl;
    this.containerEl.addEventListener('click', () => this.hide());
    this.setMessage(message);
    if (duration > 0) this.#timer = setTimeout(() => this.hide(), duration);
    else this.containerEl.classList.add('mod-lasting');
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.replaceChildren(message);
    return this;
  }

  hide(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    const container = this.containerEl.parentElement;
    this.containerEl.remove();
    if (container?.childElementCount === 0) container.remove();
  }
}

function noticeContainer(): HTMLElement {
  const known = activeDocument.querySelector<HTMLElement>('.notice-container');
  if (known) return known;
  const container = createDiv({ cls: 'notice-container', attr: { role: 'status' } });
  activeDocument.body.append(container);
  return container;
}
