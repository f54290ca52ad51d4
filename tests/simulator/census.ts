import type { App } from './app';
import type { Events } from './events';

/** Counts of what a plugin can leave behind, each under a descriptive name. */
export type Census = ReadonlyMap<string, number>;

type AddListener = typeof EventTarget.prototype.addEventListener;

interface Watched {
  readonly target: EventTarget;
  readonly name: string;
  readonly listeners: Map<string, number>;
}

/** Keeps count of intervals, and of listeners of the window, the page and its body. */
export class GlobalWatch {
  readonly #watched: Watched[];
  readonly #intervals = new Set<number>();
  readonly #undo: (() => void)[] = [];

  constructor() {
    // The first question after an element, and the first after its styles, make jsdom listen to the window and the page.
    document.querySelector('body');
    getComputedStyle(document.body).getPropertyValue('direction');
    const targets: [EventTarget, string][] = [
      [window, 'window'],
      [document, 'document'],
      [document.body, 'body'],
    ];
    this.#watched = targets.map(([target, name]) => this.#watch(target, name));
    this.#watchIntervals();
  }

  stop(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }

  counts(): [string, number][] {
    const listeners = this.#watched.flatMap(({ name, listeners: known }) =>
      [...known].map(([type, count]): [string, number] => [`listener ${name} ${type}`, count]),
    );
    return [['interval', this.#intervals.size], ...listeners];
  }

  /** The same listener added twice counts once, as the page keeps it once. */
  #watch(target: EventTarget, name: string): Watched {
    const listeners = new Map<string, number>();
    const known = new Map<unknown, Set<string>>();
    const { addEventListener, removeEventListener } = target;
    const add: AddListener = (type, listener, options) => {
      const key = `${type} ${isCapture(options)}`;
      const types = known.get(listener) ?? new Set();
      if (listener && !types.has(key)) listeners.set(type, (listeners.get(type) ?? 0) + 1);
      known.set(listener, types.add(key));
      addEventListener.call(target, type, listener, options);
    };
    const remove: AddListener = (type, listener, options) => {
      const key = `${type} ${isCapture(options)}`;
      if (known.get(listener)?.delete(key)) listeners.set(type, (listeners.get(type) ?? 1) - 1);
      removeEventListener.call(target, type, listener, options);
    };
    Object.assign(target, { addEventListener: add, removeEventListener: remove });
    this.#undo.push(() => Object.assign(target, { addEventListener, removeEventListener }));
    return { target, name, listeners };
  }

  #watchIntervals(): void {
    // The page's own types: Node's would have it that an interval is an object.
    const page = window as unknown as PageTimers;
    const { setInterval: start, clearInterval: stop } = page;
    page.setInterval = (...args) => {
      const id = start.apply(window, args);
      this.#intervals.add(id);
      return id;
    };
    page.clearInterval = (id) => {
      this.#intervals.delete(id);
      stop.call(window, id);
    };
    this.#undo.push(() => Object.assign(page, { setInterval: start, clearInterval: stop }));
  }
}

interface PageTimers {
  setInterval: (...args: unknown[]) => number;
  clearInterval: (id: number) => void;
}

/** Counts what there is now. */
export function takeCensus(app: App, watch: GlobalWatch): Census {
  return new Map([
    ...watch.counts(),
    ...eventCounts('vault', app.vault),
    ...eventCounts('metadataCache', app.metadataCache),
    ...eventCounts('workspace', app.workspace),
    ...names('command', Object.keys(app.commands.commands)),
    ...names('view type', app.viewRegistry.types()),
    ...names('cli command', [...app.cli.commands.keys()]),
    ...names(
      'setting tab',
      app.setting.pluginTabs.map((tab) => tab.id),
    ),
    ...names('hover source', Object.keys(app.workspace.hoverLinkSources)),
    ['keymap scope', app.keymap.depth],
    // The others go away by themselves.
    ['lasting notice', document.querySelectorAll('.notice.mod-lasting').length],
    ...elementCounts(document.head),
    ...elementCounts(document.body),
    ...elementCounts(app.ribbonActionsEl),
    ...(app.statusBarEl ? elementCounts(app.statusBarEl) : []),
  ]);
}

/** What there is more of than before, as readable lines; empty if nothing was added. */
export function leftBehind(before: Census, after: Census): string[] {
  const more = [...after].filter(([name, count]) => count > (before.get(name) ?? 0));
  return more.map(([name, count]) => `${name}: ${count - (before.get(name) ?? 0)}`);
}

function eventCounts(owner: string, events: Events): [string, number][] {
  return [...events.listenerCounts()].map(([name, count]) => [`event ${owner} ${name}`, count]);
}

function names(kind: string, found: readonly string[]): [string, number][] {
  return found.map((name) => [`${kind} ${name}`, 1]);
}

function elementCounts(parent: Element): [string, number][] {
  const counts = new Map<string, number>();
  for (const el of parent.children) {
    if (el.matches('.notice-container, .tooltip')) continue;
    const name = `element ${parent.tagName.toLowerCase()} > ${el.tagName.toLowerCase()}.${el.className}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts];
}

function isCapture(options: boolean | AddEventListenerOptions | undefined): boolean {
  return typeof options === 'object' ? (options.capture ?? false) : (options ?? false);
}
