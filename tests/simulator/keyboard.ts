import type { KeymapContext, Modifier, PaneType, UserEvent } from 'obsidian';

type KeymapEventListener = (event: KeyboardEvent, context: KeymapContext) => unknown;

/** What kind of device this is; `setPlatform` changes it in place, as plugins hold on to it. */
export const Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: false,
  isWin: false,
  isLinux: true,
  isSafari: false,
  resourcePathPrefix: 'app://simulator/',
};

/** Makes the device a Linux desktop or an Android phone. */
export function setPlatform(mobile: boolean): void {
  const desktop = !mobile;
  Object.assign(Platform, { isDesktop: desktop, isDesktopApp: desktop, isLinux: desktop });
  Object.assign(Platform, {
    isMobile: mobile,
    isMobileApp: mobile,
    isAndroidApp: mobile,
    isPhone: mobile,
  });
  document.body.classList.toggle('is-mobile', mobile);
  document.body.classList.toggle('is-phone', mobile);
}

export interface KeymapEventHandler {
  readonly scope: Scope;
  /** Sorted and joined by commas; null stands for any. */
  readonly modifiers: string | null;
  readonly key: string | null;
  readonly func: KeymapEventListener;
}

/** The keys that mean something while a part of the app has the focus. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly #handlers: KeymapEventHandler[] = [];

  constructor(parent?: Scope) {
    this.parent = parent;
  }

  register(
    modifiers: Modifier[] | null,
    key: string | null,
    func: KeymapEventListener,
  ): KeymapEventHandler {
    const handler = { scope: this, modifiers: modifiers && joined(modifiers), key, func };
    this.#handlers.push(handler);
    return handler;
  }

  unregister(handler: KeymapEventHandler): void {
    const at = this.#handlers.indexOf(handler);
    if (at >= 0) this.#handlers.splice(at, 1);
  }

  /** Calls the matching handlers; false from one of them means that the key is used. */
  handleKey(event: KeyboardEvent): unknown {
    const modifiers = pressedModifiers(event);
    for (const handler of [...this.#handlers]) {
      if (handler.modifiers !== null && handler.modifiers !== modifiers) continue;
      if (handler.key !== null && handler.key.toLowerCase() !== event.key.toLowerCase()) continue;
      const result = handler.func(event, { modifiers, key: event.key, vkey: event.key });
      if (result !== undefined) return result;
    }
    return this.parent?.handleKey(event);
  }
}

/** Which scope has the focus: the one pushed last, else the active view's, else the app's. */
export class Keymap {
  /** The simulator's own: the active view's scope. */
  viewScope: () => Scope | null = () => null;
  readonly #root: Scope;
  readonly #stack: Scope[] = [];
  readonly #listener = (event: KeyboardEvent): void => this.#onKey(event);

  constructor(root: Scope) {
    this.#root = root;
  }

  /** Runs before any element gets the key: a key that a scope uses reaches no element. */
  listen(win: Window = window): void {
    win.addEventListener('keydown', this.#listener, true);
  }

  stopListening(): void {
    window.removeEventListener('keydown', this.#listener, true);
  }

  pushScope(scope: Scope): void {
    this.#stack.push(scope);
  }

  popScope(scope: Scope): void {
    const at = this.#stack.lastIndexOf(scope);
    if (at >= 0) this.#stack.splice(at, 1);
  }

  /** How many scopes were pushed and not popped. */
  get depth(): number {
    return this.#stack.length;
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    if (modifier === 'Shift') return event.shiftKey;
    if (modifier === 'Alt') return event.altKey;
    if (modifier === 'Ctrl') return event.ctrlKey;
    if (modifier === 'Meta') return event.metaKey;
    return Platform.isMacOS ? event.metaKey : event.ctrlKey;
  }

  /** Where a click should open its file: Mod is a new tab, with Alt a split, with Shift a window. */
  static isModEvent(event?: UserEvent | null): PaneType | boolean {
    if (!event) return false;
    if ('button' in event && event.button === 1) return 'tab';
    if (!Keymap.isModifier(event, 'Mod')) return false;
    if (!event.altKey) return 'tab';
    return event.shiftKey ? 'window' : 'split';
  }

  #onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const scope = this.#stack[this.#stack.length - 1] ?? this.viewScope() ?? this.#root;
    if (scope.handleKey(event) !== false) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function joined(modifiers: readonly Modifier[]): string {
  const mod = Platform.isMacOS ? 'Meta' : 'Ctrl';
  return modifiers
    .map((modifier) => (modifier === 'Mod' ? mod : modifier))
    .sort()
    .join(',');
}

function pressedModifiers(event: KeyboardEvent): string {
  const pressed: Modifier[] = [];
  if (event.ctrlKey) pressed.push('Ctrl');
  if (event.metaKey) pressed.push('Meta');
  if (event.altKey) pressed.push('Alt');
  if (event.shiftKey) pressed.push('Shift');
  return joined(pressed);
}
