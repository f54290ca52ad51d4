import { ProgressBarComponent } from 'obsidian';
import { messages } from '../../core/i18n';

/** The progress of the scan, shown instead of the preview. */
export interface Reading {
  readonly show: (done: number) => void;
  readonly fail: (error: string) => void;
}

/** Draws the progress of reading `total` notes, with a button that cancels it. */
export function drawReading(el: HTMLElement, total: number, end: () => void): Reading {
  const { preview } = messages().runs;
  const attr = { 'aria-live': 'polite' };
  const statusEl = el.createDiv({ cls: 'omnivore-rescue-progress-text', attr });
  const bar = new ProgressBarComponent(el);
  const buttons = el.createDiv('modal-button-container');
  const cancel = buttons.createEl('button', { text: preview.cancel });
  cancel.addEventListener('click', end);
  cancel.focus();
  return {
    show(done) {
      bar.setValue((100 * done) / total);
      statusEl.setText(preview.readingOf(done, total));
    },
    fail: (error) => void statusEl.setText(preview.failed(error)),
  };
}
