import { setIcon } from 'obsidian';
import { messages } from '../../i18n';

/** Says how many of the notes that are shown need repair. */
export interface DueBanner {
  readonly show: (notes: number) => void;
}

/** Where notes need repair, says so, and leads to the preview. */
export function drawDueBanner(el: HTMLElement, preview: () => void): DueBanner {
  const { panel } = messages();
  setIcon(el.createSpan({ attr: { 'aria-hidden': 'true' } }), 'wrench');
  const said = el.createSpan('omnivore-rescue-banner-text');
  const button = el.createEl('button', { cls: 'mod-cta', text: panel.preview });
  button.addEventListener('click', preview);
  let before = -1;
  return {
    show(notes) {
      if (notes === before) return;
      before = notes;
      el.toggle(notes > 0);
      said.setText(panel.notesDue(notes));
    },
  };
}
