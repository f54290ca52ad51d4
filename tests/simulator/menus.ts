import type { MenuPositionDef } from 'obsidian';
import { Component } from './events';
import { Scope } from './keyboard';
import type { Keymap } from './keyboard';
import { MenuItem, MenuSeparator } from './menu-item';

/** Which keymap the menus take their keys from; set by the app that is running. */
let keymap: Keymap | null = null;

export function giveMenusTheKeyboard(of: Keymap | null): void {
  keymap = of;
}

/**
 * A menu at the pointer. Items of one section are together. The sections that `addSections` names come
 * first, then the others as they came; items without a section are last, unless it names `''`.
 */
export class Menu extends Component {
  readonly dom = createDiv({ cls: 'menu', attr: { role: 'menu' } });
  readonly items: (MenuItem | MenuSeparator)[] = [];
  /** Not in the typings, but in the app. */
  readonly sections: string[] = [];
  readonly #scope = new Scope();
  #selected = -1;
  #parent: Menu | null = null;
  #focusBefore: Element | null = null;
  #onHide: () => unknown = () => undefined;
  readonly #onPointer = (event: Event): void => {
    if (!this.#contains(event.target as Node)) this.#top().hide();
  };

  constructor() {
    super();
    const keys: Record<string, (event: KeyboardEvent) => void> = {
      Escape: () => this.hide(),
      ArrowDown: () => this.#step(1),
      ArrowUp: () => this.#step(-1),
      Home: () => this.#select(0),
      End: () => this.#select(this.#menuItems().length - 1),
      ArrowRight: () => this.#openSubmenu(),
      ArrowLeft: () => this.#parent && this.hide(),
      Enter: (event) => this.#choose(this.#menuItems()[this.#selected], event),
    };
    for (const [key, act] of Object.entries(keys)) {
      this.#scope.register(null, key, (event) => {
        act(event);
        return false;
      });
    }
  }

  setNoIcon(): this {
    this.dom.classList.add('mod-no-icon');
    return this;
  }

  setUseNativeMenu(_useNativeMenu: boolean): this {
    return this;
  }

  addItem(callback: (item: MenuItem) => unknown): this {
    const item = new MenuItem(this);
    this.items.push(item);
    callback(item);
    item.dom.addEventListener('click', (event) => this.#choose(item, event));
    item.dom.addEventListener('mousemove', () => this.#select(this.#menuItems().indexOf(item)));
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  /** Not in the typings, but in the app: the order of sections. Those known come before what has no section. */
  addSections(sections: readonly string[]): this {
    const added = sections.filter((section) => !this.sections.includes(section));
    const end = this.sections.indexOf('');
    this.sections.splice(end < 0 ? this.sections.length : end, 0, ...added);
    return this;
  }

  setParentElement(_el: HTMLElement): this {
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    event.preventDefault();
    return this.showAtPosition({ x: event.clientX, y: event.clientY });
  }

  showAtPosition(position: MenuPositionDef, doc: Document = activeDocument): this {
    this.#arrange();
    this.#focusBefore = doc.activeElement;
    Object.assign(this.dom.style, { position: 'fixed', left: '0', top: '0' });
    doc.body.append(this.dom);
    this.#moveTo(position, doc);
    this.load();
    keymap?.pushScope(this.#scope);
    this.register(() => keymap?.popScope(this.#scope));
    this.registerDomEvent(doc, 'mousedown', this.#onPointer);
    return this;
  }

  hide(): this {
    if (!this.dom.isConnected) return this;
    for (const item of this.#menuItems()) item.submenu?.hide();
    this.dom.remove();
    this.unload();
    if (this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus();
    this.#onHide();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.#onHide = callback;
  }

  /** The simulator's own: a menu that opens beside one of this menu's items. */
  makeSubmenu(): Menu {
    const submenu = new Menu();
    submenu.#parent = this;
    return submenu;
  }

  /** One menu for the event, whoever asks; shown once all have added their items. */
  static forEvent(event: MouseEvent): Menu {
    const known = menusByEvent.get(event);
    if (known) return known;
    const menu = new Menu();
    menusByEvent.set(event, menu);
    event.preventDefault();
    setTimeout(() => menu.items.length > 0 && menu.showAtMouseEvent(event));
    return menu;
  }

  #menuItems(): MenuItem[] {
    return this.items.filter((item) => item instanceof MenuItem);
  }

  #arrange(): void {
    const sectionOf = (item: MenuItem | MenuSeparator): string =>
      item instanceof MenuItem ? item.section : '';
    for (const section of this.items.map(sectionOf)) {
      if (section !== '' && !this.sections.includes(section)) this.sections.push(section);
    }
    const parts: (MenuItem | MenuSeparator)[] = [];
    let group: string | null = null;
    for (const section of this.sections) {
      const items = this.items.filter((item) => sectionOf(item) === section);
      if (items.length === 0) continue;
      // `info` and `info.copy` are one group.
      const [name = ''] = section.split('.');
      if (group !== null && group !== name) parts.push(new MenuSeparator());
      group = name;
      parts.push(...items);
    }
    if (!this.sections.includes('')) {
      parts.push(...this.items.filter((item) => sectionOf(item) === ''));
    }
    while (parts.at(-1) instanceof MenuSeparator) parts.pop();
    this.dom.replaceChildren(...parts.map((part) => part.dom));
    this.items.splice(0, this.items.length, ...parts);
  }

  /** As far as it stays within the window, as in the app. */
  #moveTo({ x, y }: MenuPositionDef, doc: Document): void {
    const { innerWidth, innerHeight } = doc.defaultView ?? window;
    const { width, height } = this.dom.getBoundingClientRect();
    this.dom.style.left = `${Math.max(0, Math.min(x, innerWidth - width))}px`;
    this.dom.style.top = `${Math.max(0, Math.min(y, innerHeight - height))}px`;
  }

  #contains(node: Node): boolean {
    if (this.dom.contains(node)) return true;
    return this.#menuItems().some((item) => item.submenu?.dom.contains(node));
  }

  #top(): Menu {
    return this.#parent ? this.#parent.#top() : this;
  }

  #step(by: number): void {
    const items = this.#menuItems();
    const start = this.#selected < 0 && by < 0 ? 0 : this.#selected;
    for (let step = 1; step <= items.length; step++) {
      const at = (start + by * step + items.length * (step + 1)) % items.length;
      if (items[at]?.canRun) return this.#select(at);
    }
  }

  #select(at: number): void {
    this.#selected = at;
    this.#menuItems().forEach((item, i) => item.dom.classList.toggle('selected', i === at));
    this.#menuItems()[at]?.dom.focus();
  }

  #choose(item: MenuItem | undefined, event: MouseEvent | KeyboardEvent): void {
    if (!item?.canRun) return;
    if (item.submenu) {
      this.#select(this.#menuItems().indexOf(item));
      this.#openSubmenu();
      return;
    }
    this.#top().hide();
    item.run(event);
  }

  #openSubmenu(): void {
    const item = this.#menuItems()[this.#selected];
    if (!item?.submenu) return;
    const { right, top } = item.dom.getBoundingClientRect();
    item.submenu.showAtPosition({ x: right, y: top });
    item.submenu.#step(1);
  }
}

const menusByEvent = new WeakMap<Event, Menu>();
