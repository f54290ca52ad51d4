import type { App } from './app';
import { Scope } from './keyboard';

/** A list of suggestions of which one is chosen, by key or by pointer. */
export class SuggestionList<T> {
  readonly containerEl: HTMLElement;
  readonly #owner: SuggestionOwner<T>;
  #values: readonly T[] = [];
  #selected = 0;

  constructor(owner: SuggestionOwner<T>, containerEl: HTMLElement, scope: Scope) {
    this.#owner = owner;
    containerEl.setAttribute('role', 'listbox');
    containerEl.setAttribute('aria-label', 'Results');
    this.containerEl = containerEl;
    const step = (by: number) => () => {
      this.#select(this.#selected + by);
      return false;
    };
    scope.register([], 'ArrowDown', step(1));
    scope.register([], 'ArrowUp', step(-1));
    scope.register(null, 'Enter', (event) => {
      if (event.isComposing) return undefined;
      this.useSelected(event);
      return false;
    });
  }

  setSuggestions(values: readonly T[]): void {
    this.#values = values;
    this.containerEl.replaceChildren();
    values.forEach((value, i) => this.#row(value, i));
    this.#select(0);
  }

  useSelected(event: MouseEvent | KeyboardEvent): void {
    const value = this.#values[this.#selected];
    if (value !== undefined) this.#owner.selectSuggestion(value, event);
  }

  #row(value: T, at: number): void {
    const row = this.containerEl.createDiv({ cls: 'suggestion-item', attr: { role: 'option' } });
    this.#owner.renderSuggestion(value, row);
    row.addEventListener('mousemove', () => this.#select(at));
    // The input must not lose the focus before the choice is made.
    row.addEventListener('mousedown', (event) => event.preventDefault());
    row.addEventListener('click', (event) => {
      this.#select(at);
      this.useSelected(event);
    });
  }

  #select(at: number): void {
    const count = this.#values.length;
    this.#selected = count === 0 ? 0 : (at + count) % count;
    Array.from(this.containerEl.children).forEach((row, i) => {
      row.classList.toggle('is-selected', i === this.#selected);
    });
  }
}

export interface SuggestionOwner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** Suggestions in a box of their own. */
export abstract class PopoverSuggest<T> {
  app: App;
  scope: Scope;
  /** The simulator's own name for the box. */
  readonly suggestEl: HTMLElement;
  protected readonly suggestions: SuggestionList<T>;
  protected isOpen = false;

  constructor(app: App, scope: Scope = new Scope()) {
    this.app = app;
    this.scope = scope;
    this.suggestEl = createDiv('suggestion-container');
    this.suggestions = new SuggestionList<T>(this, this.suggestEl.createDiv('suggestion'), scope);
    scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.app.keymap.pushScope(this.scope);
    document.body.append(this.suggestEl);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.suggestEl.remove();
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** Suggestions below an input while it has the focus. */
export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  readonly #inputEl: HTMLInputElement | HTMLDivElement;
  #callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown = () => undefined;
  #query = 0;

  constructor(app: App, textInputEl: HTMLInputElement | HTMLDivElement) {
    super(app);
    this.#inputEl = textInputEl;
    textInputEl.addEventListener('input', () => void this.#suggest());
    textInputEl.addEventListener('focus', () => void this.#suggest());
    textInputEl.addEventListener('blur', () => this.close());
  }

  setValue(value: string): void {
    if (this.#inputEl instanceof HTMLInputElement) this.#inputEl.value = value;
    else this.#inputEl.textContent = value;
  }

  getValue(): string {
    if (this.#inputEl instanceof HTMLInputElement) return this.#inputEl.value;
    return this.#inputEl.textContent ?? '';
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.#callback(value, event);
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.#callback = callback;
    return this;
  }

  /** An answer that comes after the next question is dropped. */
  async #suggest(): Promise<void> {
    const query = ++this.#query;
    const values = await this.getSuggestions(this.getValue());
    if (query !== this.#query || !this.#inputEl.isConnected) return;
    const shown = this.limit > 0 ? values.slice(0, this.limit) : values;
    if (shown.length === 0) return this.close();
    this.suggestions.setSuggestions(shown);
    this.open();
    const { left, bottom } = this.#inputEl.getBoundingClientRect();
    Object.assign(this.suggestEl.style, { left: `${left}px`, top: `${bottom}px` });
    this.suggestEl.style.position = 'fixed';
  }
}
