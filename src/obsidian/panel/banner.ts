import { setIcon } from 'obsidian';

/** A line above the list that says something and offers a button. */
export interface Banner {
  /** Shows the text; null hides the banner. The button is disabled where there is nothing to act on. */
  readonly show: (text: string | null, isEnabled?: boolean) => void;
}

/** What a banner looks like and does. */
export interface BannerOptions {
  readonly icon: string;
  readonly button: string;
  readonly act: () => void;
  /** A banner that can be dismissed has a × with this name. */
  readonly dismiss?: { readonly label: string; readonly act: () => void };
}

/** Draws a banner, hidden at first. */
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
