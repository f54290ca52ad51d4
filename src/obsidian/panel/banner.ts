import { setIcon } from 'obsidian';

/** A line above the list that says something and offers a button. */
export interface Banner {
  /** Shows the text; null hides the banner. */
  readonly show: (text: string | null) => void;
}

/** Draws a banner, hidden at first. */
export function drawBanner(
  el: HTMLElement,
  {
    icon,
    button: label,
    act,
  }: { readonly icon: string; readonly button: string; readonly act: () => void },
): Banner {
  setIcon(el.createSpan({ attr: { 'aria-hidden': 'true' } }), icon);
  const textEl = el.createSpan('omnivore-rescue-banner-text');
  const button = el.createEl('button', { cls: 'mod-cta', text: label });
  button.addEventListener('click', act);
  let before: string | null | undefined;
  return {
    show(text) {
      if (text === before) return;
      before = text;
      el.toggle(text !== null);
      textEl.setText(text ?? '');
    },
  };
}
