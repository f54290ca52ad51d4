import type { App } from '../simulator/app';
import { Keymap } from '../simulator/keyboard';

interface HoverLink {
  readonly event: MouseEvent;
  readonly source: string;
  readonly targetEl: HTMLElement | null;
  readonly linktext: string;
  readonly sourcePath?: string;
}

const LONGEST = 2000;

/** Shows the linked note in a box beside what the pointer is on, with Mod held where a source asks for it. */
export function showHoverPreviews(app: App): void {
  app.workspace.on('hover-link', (link: HoverLink) => void showPreview(app, link));
}

async function showPreview(app: App, link: HoverLink): Promise<void> {
  const { event, source, targetEl, linktext, sourcePath = '' } = link;
  const { hoverLinkSources } = app.workspace;
  if (hoverLinkSources[source]?.defaultMod && !Keymap.isModifier(event, 'Mod')) return;
  const file = app.metadataCache.getFirstLinkpathDest(linktext.split('#')[0] ?? '', sourcePath);
  if (!file || !targetEl || document.querySelector('.hover-popover')) return;
  const text = await app.vault.cachedRead(file);
  const popover = document.body.createDiv('popover hover-popover');
  popover.textContent = text.slice(0, LONGEST);
  const { top, left } = targetEl.getBoundingClientRect();
  const y = Math.max(8, Math.min(top, window.innerHeight - popover.offsetHeight - 8));
  Object.assign(popover.style, { top: `${y}px` });
  popover.style.left = `${Math.max(8, left - popover.offsetWidth - 8)}px`;
  targetEl.addEventListener('mouseleave', () => popover.remove(), { once: true });
}
