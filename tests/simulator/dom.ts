import { setup } from 'obsidian-test-mocks/setup';
import './page-globals';

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

/** Moves an element. If it goes to another window, it and the elements in it are notified. */
export function moveToWindow(el: HTMLElement, parent: HTMLElement): void {
  const before = el.ownerDocument;
  parent.append(el);
  if (el.ownerDocument === before) return;
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
  // The borrowed setup creates its own `app`, which would be mistaken for this one.
  delete (globalThis as { app?: unknown }).app;
  Object.assign(HTMLElement.prototype, { on, off, find, onWindowMigrated });
  Object.assign(Document.prototype, { on, off });
  Object.assign(DocumentFragment.prototype, { find });
}

extendDom();
