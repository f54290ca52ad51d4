import { Keymap, type App } from 'obsidian';

/** Draws the path of a note as a link that opens it. Calls `leave` first, because a window would cover the note. */
export function drawNoteLink(
  el: HTMLElement,
  path: string,
  { workspace }: App,
  leave: () => void,
): void {
  const link = el.createEl('a', { cls: 'internal-link', text: path, href: '#' });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
    void workspace.openLinkText(path, '', Keymap.isModEvent(event));
  });
}
