import { messages } from '../../i18n';
import type { Shown } from '../../library/rows';

/** What is counted at the panel's foot. */
export interface Foot {
  /** Shows the counts of what is shown, of a library of so many articles. */
  readonly show: (shown: Shown, all: number) => void;
}

/** Articles and sources on one side, drafts on the other. */
export function drawFoot(el: HTMLElement): Foot {
  const left = el.createDiv('omnivore-rescue-foot-counts');
  const [articles, sources] = [left.createSpan(), left.createSpan()];
  const drafts = el.createDiv();
  const say = (part: HTMLElement, text: string): void => {
    if (part.textContent !== text) part.setText(text);
    part.toggle(text !== '');
  };
  const { panel } = messages();
  let before = '';
  return {
    show(shown, all) {
      const now = [shown.articles, shown.sources, shown.drafts, all].join();
      if (now === before) return;
      before = now;
      el.toggle(all > 0);
      say(articles, panel.shown(shown.articles, all));
      say(sources, shown.sources > 0 ? panel.sources(shown.sources) : '');
      say(drafts, shown.drafts > 0 ? panel.drafts(shown.drafts) : '');
    },
  };
}
