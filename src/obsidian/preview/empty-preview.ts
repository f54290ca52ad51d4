import { messages } from '../../core/i18n';

/** Shows that there is nothing to repair. */
export function drawNothing(el: HTMLElement, text: string, close: () => void): void {
  el.createEl('p', { text });
  const buttons = el.createDiv('modal-button-container');
  const label = messages().runs.preview.close;
  const button = buttons.createEl('button', { cls: 'mod-cta', text: label });
  button.addEventListener('click', close);
  button.focus();
}

/** Returns why there is nothing to repair, with the number of notes read and of articles in them. */
export function nothingToRepairText(notes: number, articles: number): string {
  const { preview } = messages().runs;
  if (notes === 0) return preview.noNotes;
  return articles === 0 ? preview.noArticles(notes) : preview.allFine(articles);
}
