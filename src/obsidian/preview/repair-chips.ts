import { messages } from '../../core/i18n';
import { REPAIR_IDS, type RepairId } from '../../core/repairs';
import { sumOf } from '../../core/repairs/counts';
import type { PreviewNote } from '../../core/report/preview';
import { addLabel } from '../components/label';

/** Draws a switch for each repair that has findings in these notes. The repairs in `chosen` are on. */
export function drawRepairChips(
  el: HTMLElement,
  notes: readonly PreviewNote[],
  chosen: ReadonlySet<RepairId>,
  choose: (repair: RepairId, wanted: boolean) => void,
  isPublisherChosen: boolean,
): void {
  const { repairs, runs } = messages();
  const chips = el.createDiv({ cls: 'omnivore-rescue-chips', attr: { role: 'group' } });
  addLabel(el, chips, runs.preview.repairs);
  const sum = sumOf(notes.map(({ counts }) => counts));
  const decided = new Set(notes.flatMap(({ left }) => left.map(({ repair }) => repair)));
  for (const id of REPAIR_IDS) {
    if (sum[id] === 0 && !decided.has(id)) continue;
    const chip = chips.createEl('label', 'omnivore-rescue-chip');
    const box = chip.createEl('input', { type: 'checkbox' });
    box.checked = chosen.has(id);
    if (id === 'draft-flag' && !isPublisherChosen && sum[id] > 0) {
      chip.createSpan({ text: runs.preview.choosePublisher(sum[id]) });
    } else {
      chip.createSpan({ text: repairs[id] });
      chip.createSpan({ cls: 'omnivore-rescue-count', text: messages().number(sum[id]) });
    }
    box.addEventListener('change', () => choose(id, box.checked));
  }
}
