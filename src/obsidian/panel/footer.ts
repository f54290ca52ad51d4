import { setIcon } from 'obsidian';
import { messages } from '../../core/i18n';
import type { PanelContents } from '../../core/library/derive-contents';
import type { Grouping } from '../../core/library/view';

/** The actions for the selected articles. */
export interface FooterActions {
  readonly openMenu: (at: { readonly x: number; readonly y: number }) => void;
  readonly clearSelection: () => void;
}

/** The counts in the panel's footer. */
export interface Footer {
  /**
   * Shows counts of the visible rows. `all` is the number of articles in the library. Drafts are counted
   * only for users who publish.
   */
  readonly show: (
    shown: PanelContents,
    all: number,
    grouping: Grouping,
    showsDrafts: boolean,
  ) => void;
  /** Shows the number of selected articles instead of the other counts; 0 shows the other counts again. */
  readonly showSelected: (count: number) => void;
}

/**
 * Draws the counts of articles and groups on one side, and of drafts on the other. While articles are
 * selected, draws their number and their actions instead.
 */
export function drawFooter(el: HTMLElement, actions: FooterActions): Footer {
  const counts = el.createDiv('omnivore-rescue-foot-counts');
  const [articles, groups] = [counts.createSpan(), counts.createSpan()];
  const drafts = el.createDiv('omnivore-rescue-foot-drafts');
  const selection = drawSelection(el, actions);
  const showText = (part: HTMLElement, text: string): void => {
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
      showText(articles, panel.shown(shown.articles, all));
      const hasGroups = grouping !== 'none' && shown.groups > 0;
      showText(groups, hasGroups ? panel.groupCounts[grouping](shown.groups) : '');
      showText(drafts, draftCount > 0 ? panel.draftCount(draftCount) : '');
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
