let labelCount = 0;

/**
 * Labels an element for screen readers by another element. `aria-label` is not suitable, because the app shows
 * it as a tooltip on the whole element, including its content.
 */
export function labelBy(el: HTMLElement, labelEl: HTMLElement): void {
  labelEl.id ||= `omnivore-rescue-label-${labelCount++}`;
  el.setAttribute('aria-labelledby', labelEl.id);
}

/** Labels an element for screen readers with a hidden text in `parent`. Returns the element with the text. */
export function addLabel(parent: HTMLElement, el: HTMLElement, text: string): HTMLElement {
  const labelEl = parent.createSpan({ text, attr: { hidden: '' } });
  labelBy(el, labelEl);
  return labelEl;
}
