import { setIcon } from 'obsidian';
import { messages } from '../../i18n';

/** Says how many of the notes that are shown need repair, and leads to the preview of just these; hidden where none does. */
export function drawBanner(el: HTMLElement, due: number, preview: () => void): void {
  const { panel } = messages();
  el.toggle(due > 0);
  const said = panel.notesDue(due);
  const before = el.querySelector('.omnivore-rescue-banner-text');
  if (before) return before.setText(said);
  setIcon(el.createSpan({ attr: { 'aria-hidden': 'true' } }), 'wrench');
  el.createSpan({ cls: 'omnivore-rescue-banner-text', text: said });
  const button = el.createEl('button', { cls: 'mod-cta', text: panel.preview });
  button.addEventListener('click', preview);
}
