import type { FuzzyMatch, Instruction, SearchResult } from 'obsidian';
import { prepareFuzzySearch, sortSearchResults } from 'obsidian-test-mocks/obsidian';
import type { App } from './app';
import { Modal } from './modals';
import { SuggestionList } from './suggest';

/** Asks for one of many, found by typing. */
export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  inputEl: HTMLInputElement;
  resultContainerEl: HTMLElement;
  readonly #list: SuggestionList<T>;
  #query = 0;

  constructor(app: App) {
    super(app);
    this.modalEl.className = 'prompt';
    this.modalEl.replaceChildren();
    const box = this.modalEl.createDiv('prompt-input-container');
    this.inputEl = box.createEl('input', { cls: 'prompt-input', type: 'text' });
    this.inputEl.addEventListener('input', () => void this.#suggest());
    const attr = { id: 'prompt-results' };
    this.resultContainerEl = this.modalEl.createDiv({ cls: 'prompt-results', attr });
    this.inputEl.setAttribute('role', 'combobox');
    this.inputEl.setAttribute('aria-expanded', 'true');
    this.inputEl.setAttribute('aria-controls', 'prompt-results');
    this.#list = new SuggestionList<T>(this, this.resultContainerEl, this.scope);
  }

  override open(): void {
    super.open();
    void this.#suggest();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
    this.inputEl.setAttribute('aria-label', placeholder);
  }

  setInstructions(instructions: Instruction[]): void {
    const bar = this.modalEl.createDiv('prompt-instructions');
    for (const { command, purpose } of instructions) {
      const line = bar.createDiv('prompt-instruction');
      line.createSpan({ cls: 'prompt-instruction-command', text: command });
      line.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {
    this.resultContainerEl.replaceChildren();
    this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.#list.useSelected(event);
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

  async #suggest(): Promise<void> {
    const query = ++this.#query;
    const values = await this.getSuggestions(this.inputEl.value);
    if (query !== this.#query) return;
    this.#list.setSuggestions(values.slice(0, this.limit));
    if (values.length === 0) this.onNoSuggestion();
  }
}

const ANYTHING: SearchResult = { score: 0, matches: [] };

/** The same where each thing has a text that is searched for the letters typed. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;

  getSuggestions(query: string): FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query);
    const matches = this.getItems().flatMap((item): FuzzyMatch<T>[] => {
      const match = query ? search(this.getItemText(item)) : ANYTHING;
      return match ? [{ item, match }] : [];
    });
    if (query) sortSearchResults(matches);
    return matches;
  }

  renderSuggestion(match: FuzzyMatch<T>, el: HTMLElement): void {
    el.textContent = this.getItemText(match.item);
  }

  onChooseSuggestion(match: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(match.item, event);
  }
}
