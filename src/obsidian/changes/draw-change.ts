import { messages } from '../../core/i18n';
import type { MarkedChange, MarkedLine } from '../../core/report/marked-changes';

/** Draws the lines of a change, before and after. Sets all content from notes as text, never as HTML. */
export function drawChange(
  el: HTMLElement,
  { before, after }: MarkedChange,
  sideBySide: boolean,
): void {
  const block = el.createDiv('omnivore-rescue-change');
  block.toggleClass('is-side-by-side', sideBySide);
  for (const [sign, lines] of [
    ['−', before],
    ['+', after],
  ] as const) {
    const side = block.createDiv('omnivore-rescue-side');
    for (const line of lines) drawLine(side, sign, line);
  }
}

function drawLine(el: HTMLElement, sign: '−' | '+', { number, parts }: MarkedLine): void {
  const { named, preview } = messages().runs;
  const isBefore = sign === '−';
  const line = el.createDiv('omnivore-rescue-line');
  line.addClass(isBefore ? 'is-before' : 'is-after');
  const attr = { 'aria-hidden': 'true' };
  line.createSpan({ cls: 'omnivore-rescue-line-number', text: String(number), attr });
  line.createSpan({ cls: 'omnivore-rescue-sign', text: sign, attr });
  line.createSpan({
    cls: 'omnivore-rescue-unseen',
    text: named(isBefore ? preview.before : preview.after, ''),
  });
  const code = line.createEl('code', { attr: { dir: 'auto' } });
  for (const { text, changed } of parts) {
    if (changed) code.createEl(isBefore ? 'del' : 'ins', { text });
    else code.appendText(text);
  }
}
