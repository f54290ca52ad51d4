import { setIcon } from 'obsidian';
import { messages } from '../../i18n';

/** Says how many of the notes shown need repair, and how many of all. */
export interface DueBanner {
  readonly show: (notes: number, all: number) => void;
}

/** Where notes need repair, says so, and leads to the preview. */
export function drawDueBanner(el: HTMLElement, preview: () => void): DueBanner {
  const { panel } = messages();
  setIcon(el.createSpan({ attr: { 'aria-hidden': 'true' } }), 'wrench');
  const said = el.createSpan('omnivore-rescue-banner-text');
  const button = el.createEl('button', { cls: 'mod-cta', text: panel.review });
  button.addEventListener('click', preview);
  let before = '';
  return {
    show(notes, all) {
      const now = `${notes} ${all}`;
      if (now === before) return;
      before = now;
      el.toggle(notes > 0);
      said.setText(panel.notesNeedRepair(notes, all));
    },
  };
}
