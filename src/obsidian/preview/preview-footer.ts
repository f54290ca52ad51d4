import { messages } from '../../core/i18n';
import type { ChoiceTotals } from '../../core/report/preview';

/**
 * Draws the totals and the buttons. Returns a function that shows new totals.
 * `listed` is the number of notes that a search lists, or null.
 */
export function drawPreviewFooter(
  parent: HTMLElement,
  onCancel: () => void,
  onRepair: () => void,
): (totals: ChoiceTotals, listed: number | null) => void {
  const { preview } = messages().runs;
  const footer = parent.createDiv('omnivore-rescue-footer');
  const totalsEl = footer.createDiv({
    cls: 'omnivore-rescue-totals',
    attr: { 'aria-live': 'polite' },
  });
  const cancel = footer.createEl('button', { text: preview.cancel });
  cancel.addEventListener('click', onCancel);
  const repair = footer.createEl('button', { cls: 'mod-cta' });
  repair.addEventListener('click', onRepair);
  return (totals, listed) => {
    const { needRepair, chosen } = totals;
    totalsEl.setText(preview.totals({ ...totals, chosen: chosen.length }, listed));
    cancel.setText(needRepair === 0 ? preview.close : preview.cancel);
    repair.toggle(needRepair > 0);
    repair.setText(preview.repair(chosen.length));
    repair.disabled = chosen.length === 0;
  };
}
