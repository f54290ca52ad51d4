import { messages } from '../../core/i18n';
import { REPAIR_IDS, type RepairId } from '../../core/repairs';
import { sumOf } from '../../core/repairs/counts';
import { addLabel } from '../components/label';
import type { PreviewState } from './preview-state';

/**
 * Draws a switch for each repair that has found something. The chosen repairs are on. Returns a function that
 * updates the counts.
 */
export function drawRepairChips(
  el: HTMLElement,
  state: PreviewState,
  choose: (repair: RepairId, wanted: boolean) => void,
  isPublisherChosen: boolean,
): () => void {
  const { repairs, runs, number } = messages();
  const group = el.createDiv({ cls: 'omnivore-rescue-chips', attr: { role: 'group' } });
  addLabel(el, group, runs.preview.repairs);
  const chips = REPAIR_IDS.map((id) => {
    const chip = group.createEl('label', 'omnivore-rescue-chip');
    const box = chip.createEl('input', { type: 'checkbox' });
    box.checked = state.repairs.has(id);
    const name = chip.createSpan();
    const count = chip.createSpan('omnivore-rescue-count');
    const markOff = () => chip.toggleClass('is-off', !box.checked);
    markOff();
    box.addEventListener('change', () => {
      markOff();
      choose(id, box.checked);
    });
    return { id, chip, name, count };
  });
  return () => {
    const found = sumOf(state.notes.flatMap(({ counts, skipped }) => [counts, skipped]));
    for (const { id, chip, name, count } of chips) {
      chip.toggle(found[id] > 0);
      const asks = id === 'draft-flag' && !isPublisherChosen;
      name.setText(asks ? runs.preview.choosePublisher(found[id]) : repairs[id]);
      count.toggle(!asks);
      count.setText(asks ? '' : number(found[id]));
    }
    group.toggle(state.needsAnyRepair);
  };
}
