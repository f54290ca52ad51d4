import { setIcon } from 'obsidian';
import { messages } from '../../core/i18n';
import type { Filter } from '../../core/library/view';
import { monthsName } from './names';

/** The active filters, shown as chips. The search is not a chip, because it has its own field. */
export interface ActiveFilters {
  readonly show: (filter: Filter) => void;
}

/** Draws a chip for each active filter. A click on a chip removes its filter. */
export function drawActiveFilters(
  el: HTMLElement,
  remove: (change: Partial<Filter>) => void,
): ActiveFilters {
  let before: Filter | null = null;
  return {
    show(filter) {
      if (filter === before) return;
      before = filter;
      const chips = chipsOf(filter);
      const hadFocus = el.contains(el.doc.activeElement);
      el.empty();
      el.toggle(chips.length > 0);
      for (const [name, without] of chips) {
        const chip = el.createEl('button', {
          cls: 'omnivore-rescue-filter',
          attr: { type: 'button', 'aria-label': messages().panel.removeFilter(name) },
        });
        chip.createSpan({ text: name });
        setIcon(chip.createSpan({ attr: { 'aria-hidden': 'true' } }), 'x');
        chip.addEventListener('click', () => remove(without));
      }
      if (hadFocus) el.querySelector('button')?.focus();
    },
  };
}

function chipsOf(filter: Filter): readonly (readonly [name: string, without: Partial<Filter>])[] {
  const { panel } = messages();
  const { drafts, needsRepair, needsAttention, hasHighlights, duplicates, states, months } = filter;
  return [
    ...(months === null ? [] : [[monthsName(months), { months: null }] as const]),
    ...(drafts ? [[panel.drafts, { drafts: false }] as const] : []),
    ...(needsRepair ? [[panel.needsRepair, { needsRepair: false }] as const] : []),
    ...(needsAttention ? [[panel.needsAttention, { needsAttention: false }] as const] : []),
    ...(duplicates ? [[panel.duplicates, { duplicates: false }] as const] : []),
    ...(hasHighlights ? [[panel.hasHighlights, { hasHighlights: false }] as const] : []),
    ...states.map((state) => {
      return [panel.states[state], { states: states.filter((one) => one !== state) }] as const;
    }),
  ];
}
