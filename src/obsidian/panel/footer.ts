import { setIcon } from 'obsidian';
import { messages } from '../../core/i18n';
import type { PanelContents } from '../../core/library/derive-contents';
import type { Grouping } from '../../core/library/view';

/** What can be done with the articles that are selected. */
export interface FooterActions {
  readonly openMenu: (at: { readonly x: number; readonly y: number }) => void;
  readonly clearSelection: () => void;
}

/** What is counted at the panel's footer. */
export interface Footer {
  /** Shows the counts of what is shown, of a library of so many articles; drafts only for people who publish. */
  readonly show: (
    shown: PanelContents,
    all: number,
    grouping: Grouping,
    showsDrafts: boolean,
  ) => void;
  /** Shows how many articles are selected, instead of the other counts; 0: none. */
  readonly showSelected: (count: number) => void;
}

/** Articles and groups on one side, drafts on the other; while articles are selected, their number and what to do with them. */
export function drawFooter(el: HTMLElement, actions: FooterActions): Footer {
  const counts = el.createDiv('omnivore-rescue-foot-counts');
  const [articles, groups] = [counts.createSpan(), counts.createSpan()];
  const drafts = el.createDiv('omnivore-rescue-foot-drafts');
  const selection = drawSelection(el, actions);
  const say = (part: HTMLElement, text: string): void => {
    if (part.textContent !== text) part.setText(text);
    part.toggle(text !== '');
  };
  const { panel } = messages();
  let before = '';
  return {
    show(shown, all, grouping, showsDrafts) {
      const draftCount = showsDrafts ? shown.drafts : 0;
      const now = [shown.articles, shown.groups, grouping, draftCount, all].join();
      if (now === before) return;
      before = now;
      el.toggle(all > 0);
      say(articles, panel.shown(shown.articles, all));
      const hasGroups = grouping !== 'none' && shown.groups > 0;
      say(groups, hasGroups ? panel.groupCounts[grouping](shown.groups) : '');
      say(drafts, draftCount > 0 ? panel.draftCount(draftCount) : '');
    },
    showSelected(count) {
      el.toggleClass('has-selection', count > 0);
      selection(count);
    },
  };
}

function drawSelection(
  el: HTMLElement,
  { openMenu, clearSelection }: FooterActions,
): (count: number) => void {
  const { panel } = messages();
  const bar = el.createDiv('omnivore-rescue-selection');
  const draw = (): HTMLElement => {
    const text = bar.createSpan();
    const button = bar.createEl('button', { text: panel.selectionActions });
    button.setAttribute('aria-haspopup', 'menu');
    button.addEventListener('click', () => {
      const { left, top } = button.getBoundingClientRect();
      openMenu({ x: left, y: top });
    });
    const attr = { 'aria-label': panel.clearSelection, type: 'button' };
    const cross = bar.createEl('button', { cls: 'clickable-icon', attr });
    setIcon(cross, 'x');
    cross.addEventListener('click', clearSelection);
    return text;
  };
  let textEl: HTMLElement | null = null;
  bar.hide();
  return (count) => {
    bar.toggle(count > 0);
    if (count === 0) {
      bar.empty();
      textEl = null;
      return;
    }
    textEl ??= draw();
    textEl.setText(panel.selectedCount(count));
  };
}
