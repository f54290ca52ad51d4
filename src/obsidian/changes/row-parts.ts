import { setIcon } from 'obsidian';

/** Draws the triangle that shows whether a row is expanded. */
export function drawChevron(el: HTMLElement, open: boolean): void {
  const attr = { 'aria-hidden': 'true' };
  const icon = el.createSpan({ cls: 'omnivore-rescue-chevron collapse-icon', attr });
  icon.toggleClass('is-collapsed', !open);
  setIcon(icon, 'right-triangle');
}

/** Draws a button that opens a note. */
export function drawOpen(el: HTMLElement, label: string, act: (event: MouseEvent) => void): void {
  const button = el.createEl('button', {
    cls: 'omnivore-rescue-open clickable-icon',
    attr: { 'aria-label': label, 'data-part': 'open' },
  });
  setIcon(button, 'arrow-up-right');
  button.addEventListener('click', act);
}
