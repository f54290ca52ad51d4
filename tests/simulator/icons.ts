import type { TooltipOptions } from 'obsidian';

const icons = new Map<string, string>();

/** Registers SVG texts under their names, with or without `lucide-` before them. */
export function registerIcons(known: Readonly<Record<string, string>>): void {
  for (const [name, svg] of Object.entries(known)) icons.set(plain(name), svg);
}

/** Like the app's: the content lies within a box of 100 by 100. */
export function addIcon(iconId: string, svgContent: string): void {
  const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">';
  icons.set(plain(iconId), `${open}${svgContent}</svg>`);
}

export function removeIcon(iconId: string): void {
  icons.delete(plain(iconId));
}

export function getIconIds(): string[] {
  return [...icons.keys()].map((name) => `lucide-${name}`);
}

/** The chevron beside what can be collapsed: the app's own, not one of Lucide. */
const RIGHT_TRIANGLE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" class="right-triangle"><path d="M3 8L12 17L21 8"/></svg>';

/** A fresh element of the icon; null for a name that the app does not know. */
export function getIcon(iconId: string): SVGSVGElement | null {
  const name = plain(iconId);
  const svg = name === 'right-triangle' ? RIGHT_TRIANGLE : icons.get(name);
  if (svg === undefined) return null;
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const element = document.importNode(parsed, true) as unknown as SVGSVGElement;
  element.setAttribute('aria-hidden', 'true');
  element.classList.add('svg-icon');
  if (name !== 'right-triangle') element.classList.add(`lucide-${name}`);
  return element;
}

export function setIcon(parent: HTMLElement, iconId: string): void {
  parent.replaceChildren();
  const icon = iconId ? getIcon(iconId) : null;
  if (icon) parent.append(icon);
}

/** The app shows the accessible name as the tooltip. */
export function setTooltip(el: HTMLElement, tooltip: string, options: TooltipOptions = {}): void {
  el.setAttribute('aria-label', tooltip);
  if (options.placement) el.setAttribute('data-tooltip-position', options.placement);
}

export function displayTooltip(
  el: HTMLElement,
  content: string | DocumentFragment,
  options?: TooltipOptions,
): void {
  const text = typeof content === 'string' ? content : (content.textContent ?? '');
  setTooltip(el, text, options);
}

function plain(name: string): string {
  return name.replace(/^lucide-/, '');
}
