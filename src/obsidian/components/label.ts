let made = 0;

/**
 * Names an element for screen readers after another one. Not with `aria-label`: the app shows that as a tooltip wherever the pointer is
 * in the element, also over its content.
 */
export function labelBy(el: HTMLElement, labelEl: HTMLElement): void {
  labelEl.id ||= `omnivore-rescue-label-${made++}`;
  el.setAttribute('aria-labelledby', labelEl.id);
}

/** Names an element by a text that nobody sees; answers with what holds the text. `parent`: where it lies, beside the element. */
export function addLabel(parent: HTMLElement, el: HTMLElement, text: string): HTMLElement {
  const labelEl = parent.createSpan({ text, attr: { hidden: '' } });
  labelBy(el, labelEl);
  return labelEl;
}
