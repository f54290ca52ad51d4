import type { App } from './app';
import { ButtonComponent } from './buttons';
import { moveToWindow } from './dom';
import { Scope } from './keyboard';

/** Titles have ids, by which their windows are named. */
let made = 0;

/** A window within the active window. Escape, a click beside it and its cross close it. */
export class Modal {
  app: App;
  scope = new Scope();
  containerEl: HTMLElement;
  modalEl: HTMLElement;
  titleEl: HTMLElement;
  contentEl: HTMLElement;
  shouldRestoreSelection = true;
  #isOpen = false;
  #focusBefore: Element | null = null;
  #closeCallback: () => unknown = () => undefined;

  constructor(app: App) {
    this.app = app;
    this.containerEl = createDiv('modal-container mod-dim');
    const background = this.containerEl.createDiv('modal-bg');
    background.addEventListener('click', () => this.close());
    this.modalEl = this.containerEl.createDiv('modal');
    this.modalEl.setAttribute('role', 'dialog');
    this.modalEl.setAttribute('aria-modal', 'true');
    this.modalEl.tabIndex = -1;
    const cross = this.modalEl.createDiv('modal-header-button mod-close clickable-icon');
    cross.setAttribute('aria-label', 'Close');
    cross.setAttribute('role', 'button');
    cross.addEventListener('click', () => this.close());
    this.titleEl = this.modalEl.createDiv('modal-header').createDiv('modal-title');
    // Not with `aria-label`, which would be a tooltip over the whole window.
    this.titleEl.id = `modal-title-${made++}`;
    this.modalEl.setAttribute('aria-labelledby', this.titleEl.id);
    this.contentEl = this.modalEl.createDiv('modal-content');
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#focusBefore = activeDocument.activeElement;
    this.app.keymap.pushScope(this.scope);
    moveToWindow(this.containerEl, activeDocument.body);
    void this.onOpen();
    if (!this.modalEl.contains(this.modalEl.ownerDocument.activeElement)) this.focusFirst();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    if (this.shouldRestoreSelection && this.#focusBefore instanceof HTMLElement) {
      this.#focusBefore.focus();
    }
    this.onClose();
    this.#closeCallback();
  }

  onOpen(): Promise<void> | void {
    return undefined;
  }

  onClose(): void {
    return undefined;
  }

  setTitle(title: string): this {
    this.titleEl.textContent = title;
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.replaceChildren(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.#closeCallback = callback;
    return this;
  }

  /** The simulator's own: what gets the focus at opening, unless `onOpen` chose a place. */
  focusFirst(): void {
    const first = this.modalEl.querySelector<HTMLElement>('input, select, textarea, button');
    (first ?? this.modalEl).focus();
  }
}

/** A button that closes its modal, unless its handler returns something truthy. */
export class ConfirmationButton extends ButtonComponent {
  readonly #modal: ConfirmationModal;
  #handler: (event: MouseEvent) => unknown = () => undefined;

  constructor(containerEl: HTMLElement, modal: ConfirmationModal) {
    super(containerEl);
    this.#modal = modal;
    super.onClick(async (event) => {
      if (!(await this.#handler(event))) this.#modal.close();
    });
  }

  override onClick(handler: (event: MouseEvent) => unknown): this {
    this.#handler = handler;
    return this;
  }

  setInitialFocus(): this {
    this.#modal.initialFocus = this;
    return this;
  }

  setSecondary(): this {
    this.buttonEl.classList.add('mod-secondary');
    return this;
  }

  setCancel(): this {
    this.buttonEl.classList.add('mod-cancel');
    return this;
  }
}

/** Asks before something is done. */
export class ConfirmationModal extends Modal {
  buttonContainerEl: HTMLElement;
  /** The simulator's own: the button that has the focus at opening. */
  initialFocus: ConfirmationButton | null = null;

  constructor(app: App) {
    super(app);
    this.containerEl.classList.add('mod-confirmation');
    this.buttonContainerEl = this.modalEl.createDiv('modal-button-container');
  }

  addClass(cls: string): this {
    this.modalEl.classList.add(cls);
    return this;
  }

  addCheckbox(label: string, callback: (value: boolean) => unknown): this {
    const labelEl = this.buttonContainerEl.createEl('label', 'mod-checkbox');
    const input = labelEl.createEl('input', { type: 'checkbox', attr: { tabindex: -1 } });
    labelEl.append(label);
    input.addEventListener('change', () => void callback(input.checked));
    return this;
  }

  addButton(callback: (button: ConfirmationButton) => unknown): this {
    callback(new ConfirmationButton(this.buttonContainerEl, this));
    return this;
  }

  addCancelButton(text = 'Cancel'): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }

  override focusFirst(): void {
    if (this.initialFocus) this.initialFocus.buttonEl.focus();
    else super.focusFirst();
  }
}
