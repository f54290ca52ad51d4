import type { Editor } from './editor';
import { getFrontMatterInfo, parseYaml, stringifyYaml } from './front-matter';

/**
 * The properties above the text of a note, each with a field. They follow the text, except for the field
 * with the focus. Leaving a field whose text has changed writes all properties anew, as the app does.
 */
export class Properties {
  readonly containerEl: HTMLElement;
  readonly #editor: Editor;
  #shown: Record<string, unknown> = {};

  constructor(containerEl: HTMLElement, editor: Editor) {
    this.containerEl = containerEl;
    this.#editor = editor;
  }

  /** Shows the properties that the text has now. */
  follow(): void {
    const properties = this.#read();
    const keys = Object.keys(properties);
    if (keys.join() !== Object.keys(this.#shown).join()) this.#draw(keys);
    for (const key of keys) {
      const field = this.#field(key);
      if (field !== document.activeElement) field?.setText(textOf(properties[key]));
    }
    this.#shown = properties;
  }

  #read(): Record<string, unknown> {
    try {
      const { frontmatter } = getFrontMatterInfo(this.#editor.getValue());
      return (parseYaml(frontmatter) ?? {}) as Record<string, unknown>;
    } catch {
      // The app shows invalid YAML as text.
      return {};
    }
  }

  #draw(keys: readonly string[]): void {
    this.containerEl.empty();
    for (const key of keys) {
      const row = this.containerEl.createDiv('metadata-property');
      row.dataset.propertyKey = key;
      row.createDiv({ cls: 'metadata-property-key', text: key });
      const field = row.createDiv('metadata-property-value').createDiv('metadata-input-longtext');
      field.setAttribute('contenteditable', 'plaintext-only');
      field.addEventListener('blur', () => this.#enter(key, field.textContent ?? ''));
      field.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        field.blur();
      });
    }
  }

  #field(key: string): HTMLElement | null {
    const rows = [...this.containerEl.children] as HTMLElement[];
    const row = rows.find(({ dataset }) => dataset.propertyKey === key);
    return row?.querySelector('.metadata-input-longtext') ?? null;
  }

  #enter(key: string, text: string): void {
    const properties = this.#read();
    if (!(key in properties) || textOf(properties[key]) === text) return;
    const { contentStart } = getFrontMatterInfo(this.#editor.getValue());
    this.#editor.replaceRange(
      `---\n${stringifyYaml({ ...properties, [key]: text })}---\n`,
      this.#editor.offsetToPos(0),
      this.#editor.offsetToPos(contentStart),
    );
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
