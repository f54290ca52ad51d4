import { messages } from '../../i18n';
import type { Shown } from '../../library/rows';

/** Says at the panel's foot how many articles, sources and drafts are shown, of a library of so many articles. */
export function drawFoot(el: HTMLElement, { articles, sources, drafts }: Shown, all: number): void {
  const { panel } = messages();
  const said = all === 0 ? [] : [panel.shown(articles, all, sources)];
  if (drafts > 0) said.push(panel.drafts(drafts));
  // Who hears the page is told only of what is new.
  if (el.textContent === said.join('')) return;
  el.empty();
  for (const text of said) el.createSpan({ text });
}
