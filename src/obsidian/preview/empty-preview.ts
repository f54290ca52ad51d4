import { messages } from '../../core/i18n';

/** Says that there is nothing to repair. */
export function drawNothing(el: HTMLElement, text: string, close: () => void): void {
  el.createEl('p', { text });
  const buttons = el.createDiv('modal-button-container');
  const label = messages().runs.preview.close;
  const button = buttons.createEl('button', { cls: 'mod-cta', text: label });
  button.addEventListener('click', close);
  button.focus();
}

/** Why there is nothing to repair, by how many notes were read and how many articles are in them. */
export function nothingToRepairText(notes: number, articles: number): string {
  const { preview } = messages().runs;
  if (notes === 0) return preview.noNotes;
  return articles === 0 ? preview.noArticles(notes) : preview.allFine(articles);
}
