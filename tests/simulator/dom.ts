import { setup } from 'obsidian-test-mocks/setup';
import { decodeUtf8, encodeUtf8 } from './bytes';

type DelegatedListener = (event: Event, target: HTMLElement) => unknown;

interface Delegation {
  readonly type: string;
  readonly selector: string;
  readonly listener: DelegatedListener;
  readonly callback: (event: Event) => void;
}

// jsdom lays nothing out, and so has nothing to scroll.
Element.prototype.scrollIntoView ??= () => undefined;

const delegations = new WeakMap<EventTarget, Delegation[]>();

/** Calls the listener with the nearest ancestor of the event's target that the selector names. */
function on(
  this: HTMLElement | Document,
  type: string,
  selector: string,
  listener: DelegatedListener,
  options?: boolean | AddEventListenerOptions,
): void {
  const callback = (event: Event): void => {
    const target = event.target instanceof Element ? event.target.closest(selector) : null;
    if (target && (this === document || this.contains(target))) {
      listener.call(this, event, target as HTMLElement);
    }
  };
  this.addEventListener(type, callback, options);
  delegations.set(this, [...(delegations.get(this) ?? []), { type, selector, listener, callback }]);
}

function off(
  this: HTMLElement | Document,
  type: string,
  selector: string,
  listener: DelegatedListener,
  options?: boolean | AddEventListenerOptions,
): void {
  const known = delegations.get(this) ?? [];
  const gone = known.find(
    (d) => d.type === type && d.selector === selector && d.listener === listener,
  );
  if (!gone) return;
  this.removeEventListener(type, gone.callback, options);
  delegations.set(
    this,
    known.filter((d) => d !== gone),
  );
}

function find(this: Element | DocumentFragment, selector: string): Element | null {
  return this.querySelector(selector);
}

const migrations = new WeakMap<Element, Set<(win: Window) => unknown>>();

function onWindowMigrated(this: HTMLElement, listener: (win: Window) => unknown): () => void {
  const listeners = migrations.get(this) ?? new Set();
  migrations.set(this, listeners.add(listener));
  return () => void listeners.delete(listener);
}

/** Moves an element to another place, in another window mostly, and tells it and what is in it. */
export function moveToWindow(el: HTMLElement, parent: HTMLElement): void {
  parent.append(el);
  const win = parent.ownerDocument.defaultView;
  for (const one of [el, ...el.querySelectorAll('*')]) {
    for (const listener of migrations.get(one) ?? []) if (win) listener(win);
  }
}

/**
 * Gives the page the helpers that the app adds to every element (`createEl`, `setText`, …).
 * The borrowed ones ignore the selector of `on` and throw where `find` finds nothing, so these
 * are ours. Does nothing where there is no page.
 */
function extendDom(): void {
  if (typeof document === 'undefined') return;
  setup();
  // The borrowed set-up leaves an app of its own behind, which would be mistaken for this one.
  delete (globalThis as { app?: unknown }).app;
  Object.assign(HTMLElement.prototype, { on, off, find, onWindowMigrated });
  Object.assign(Document.prototype, { on, off });
  Object.assign(DocumentFragment.prototype, { find });
}

/** Gives jsdom what every page of the app has. */
function completePage(): void {
  const page = globalThis as {
    TextEncoder?: unknown;
    TextDecoder?: unknown;
    MessageChannel?: unknown;
  };
  page.MessageChannel ??= class {
    readonly port1 = { onmessage: (): void => undefined, close: (): void => undefined };
    readonly port2 = {
      postMessage: (): void => void window.setTimeout(() => this.port1.onmessage(), 0),
    };
  };
  page.TextDecoder ??= class {
    decode(bytes: Uint8Array): string {
      return decodeUtf8(bytes);
    }
  };
  page.TextEncoder ??= class {
    encode(text: string): Uint8Array {
      return encodeUtf8(text);
    }
  };
}

extendDom();
completePage();
