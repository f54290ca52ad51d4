import { messages } from '../../core/i18n';
import { changesIn, type Choice, type PreviewNote } from '../../core/report/preview';

/** Draws a checkbox for all shown notes that can be repaired. Returns a function that updates it. */
export function drawAllSwitch(
  el: HTMLElement,
  choose: (paths: readonly string[], wanted: boolean) => void,
): (shown: readonly PreviewNote[], choice: Choice) => void {
  const label = el.createEl('label', 'omnivore-rescue-all');
  const box = label.createEl('input', { type: 'checkbox' });
  label.createSpan({ text: messages().runs.preview.all });
  let needRepair: readonly string[] = [];
  box.addEventListener('change', () => choose(needRepair, box.checked));
  return (shown, { repairs, without }) => {
    needRepair = shown.filter((note) => changesIn(note, repairs) > 0).map(({ path }) => path);
    const chosen = needRepair.filter((path) => !without.has(path)).length;
    box.disabled = needRepair.length === 0;
    box.checked = chosen > 0 && chosen === needRepair.length;
    box.indeterminate = chosen > 0 && chosen < needRepair.length;
  };
}
