import { setIcon } from 'obsidian';

/** A line above the list with a message and a button. */
export interface Banner {
  /** Shows the text; null hides the banner. The button is disabled if it has nothing to act on. */
  readonly show: (text: string | null, isEnabled?: boolean) => void;
}

/** The icon, the button and the action of a banner. */
export interface BannerOptions {
  readonly icon: string;
  readonly button: string;
  readonly act: () => void;
  /** The label of the × button that dismisses the banner. Without it, the banner can't be dismissed. */
  readonly dismiss?: { readonly label: string; readonly act: () => void };
}

/** Draws a banner. It is hidden until `show` is called with a text. */
export function drawBanner(
  el: HTMLElement,
  { icon, button: label, act, dismiss }: BannerOptions,
): Banner {
  setIcon(el.createSpan({ attr: { 'aria-hidden': 'true' } }), icon);
  const textEl = el.createSpan('omnivore-rescue-banner-text');
  const button = el.createEl('button', { cls: 'mod-cta', text: label });
  button.addEventListener('click', act);
  if (dismiss) {
    const attr = { 'aria-label': dismiss.label, type: 'button' };
    const cross = el.createEl('button', { cls: 'clickable-icon', attr });
    setIcon(cross, 'x');
    cross.addEventListener('click', dismiss.act);
  }
  let before: string | null | undefined;
  return {
    show(text, isEnabled = true) {
      button.disabled = !isEnabled;
      if (text === before) return;
      before = text;
      el.toggle(text !== null);
      textEl.setText(text ?? '');
    },
  };
}
