import { messages } from '../../i18n';

/** Says in the preview's place that there is nothing to repair: of so many notes that were read, so many are saved articles. */
export function drawNothing(
  el: HTMLElement,
  read: number,
  articles: number,
  close: () => void,
): void {
  const { preview } = messages().runs;
  const said = (): string => {
    if (read === 0) return preview.noNotes;
    return articles === 0 ? preview.noArticles(read) : preview.allFine(articles);
  };
  el.createEl('p', { text: said() });
  const buttons = el.createDiv('modal-button-container');
  const button = buttons.createEl('button', { cls: 'mod-cta', text: preview.close });
  button.addEventListener('click', close);
  button.focus();
}
