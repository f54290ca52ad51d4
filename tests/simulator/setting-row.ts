/** Makes the element act at a click, at a tap and at Enter. */
export function onPress(el: HTMLElement, act: () => void): void {
  el.classList.add('tappable');
  el.tabIndex = 0;
  el.setAttribute('role', 'button');
  el.addEventListener('click', act);
  el.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === el) act();
  });
}

/** A fragment is empty once it is in the page, and the same definition may be shown again. */
export function copyOf(content: string | DocumentFragment): string | DocumentFragment {
  return typeof content === 'string' ? content : (content.cloneNode(true) as DocumentFragment);
}
