import { setIcon } from './icons';
import type { Menu } from './menus';

/** A line of a menu. */
export class MenuItem {
  readonly dom: HTMLElement;
  readonly iconEl: HTMLElement;
  readonly titleEl: HTMLElement;
  section = '';
  disabled = false;
  isLabel = false;
  submenu: Menu | null = null;
  readonly #menu: Menu;
  #callback: (event: MouseEvent | KeyboardEvent) => unknown = () => undefined;

  constructor(menu: Menu) {
    this.#menu = menu;
    this.dom = createDiv({ cls: 'menu-item tappable', attr: { role: 'menuitem', tabindex: -1 } });
    this.iconEl = this.dom.createDiv('menu-item-icon');
    this.titleEl = this.dom.createDiv('menu-item-title');
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.replaceChildren(title);
    return this;
  }

  setIcon(icon: string | null): this {
    if (icon) setIcon(this.iconEl, icon);
    else this.iconEl.replaceChildren();
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.dom.classList.toggle('mod-checked', checked === true);
    this.dom.setAttribute('role', checked === null ? 'menuitem' : 'menuitemcheckbox');
    if (checked === null) this.dom.removeAttribute('aria-checked');
    else this.dom.setAttribute('aria-checked', String(checked));
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.classList.toggle('is-disabled', disabled);
    this.dom.setAttribute('aria-disabled', String(disabled));
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.classList.toggle('is-warning', isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.isLabel = isLabel;
    this.dom.classList.toggle('is-label', isLabel);
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.#callback = callback;
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    this.dom.setAttribute('data-section', section);
    return this;
  }

  /** Not in the typings, but in the app. */
  setSubmenu(): Menu {
    this.dom.classList.add('has-submenu');
    this.dom.setAttribute('aria-haspopup', 'menu');
    return (this.submenu ??= this.#menu.makeSubmenu());
  }

  get canRun(): boolean {
    return !this.disabled && !this.isLabel;
  }

  run(event: MouseEvent | KeyboardEvent): void {
    this.#callback(event);
  }
}

export class MenuSeparator {
  readonly dom = createDiv({ cls: 'menu-separator', attr: { role: 'separator' } });
}
