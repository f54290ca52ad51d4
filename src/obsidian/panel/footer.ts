import { messages } from '../../core/i18n';
import type { PanelContents } from '../../core/library/derive-contents';
import type { Grouping } from '../../core/library/view';

/** What is counted at the panel's footer. */
export interface Footer {
  /** Shows the counts of what is shown, of a library of so many articles. */
  readonly show: (shown: PanelContents, all: number, grouping: Grouping) => void;
}

/** Articles and groups on one side, drafts on the other. */
export function drawFooter(el: HTMLElement): Footer {
  const left = el.createDiv('omnivore-rescue-foot-counts');
  const [articles, groups] = [left.createSpan(), left.createSpan()];
  const drafts = el.createDiv();
  const say = (part: HTMLElement, text: string): void => {
    if (part.textContent !== text) part.setText(text);
    part.toggle(text !== '');
  };
  const { panel } = messages();
  let before = '';
  return {
    show(shown, all, grouping) {
      const now = [shown.articles, shown.groups, grouping, shown.drafts, all].join();
      if (now === before) return;
      before = now;
      el.toggle(all > 0);
      say(articles, panel.shown(shown.articles, all));
      say(groups, shown.groups > 0 ? panel.groupCounts[grouping](shown.groups) : '');
      say(drafts, shown.drafts > 0 ? panel.draftCount(shown.drafts) : '');
    },
  };
}
