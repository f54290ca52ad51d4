type Callback = (...data: never[]) => unknown;

/** What `on` gives and `offref` takes. */
export interface EventRef {
  readonly e: Events;
  readonly name: string;
  readonly fn: Callback;
  readonly ctx: unknown;
}

/** The context under which the app itself listens: no plugin's doing. */
export const BY_APP = Symbol('the app itself');

/** Things that can be listened to. */
export class Events {
  readonly #refs = new Map<string, EventRef[]>();

  on(name: string, callback: Callback, ctx?: unknown): EventRef {
    const ref: EventRef = { e: this, name, fn: callback, ctx };
    this.#refs.set(name, [...(this.#refs.get(name) ?? []), ref]);
    return ref;
  }

  off(name: string, callback: Callback): void {
    this.#keep(name, (ref) => ref.fn !== callback);
  }

  offref(ref: EventRef): void {
    this.#keep(ref.name, (known) => known !== ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of this.#refs.get(name) ?? []) this.tryTrigger(ref, data);
  }

  /** A listener that throws must not keep the others from being called. */
  tryTrigger(ref: EventRef, data: unknown[]): void {
    try {
      ref.fn.apply(ref.ctx, data as never[]);
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
  }

  /** How many listeners there are beside the app's own, by event. */
  listenerCounts(): ReadonlyMap<string, number> {
    const others = (refs: readonly EventRef[]): number =>
      refs.filter(({ ctx }) => ctx !== BY_APP).length;
    return new Map([...this.#refs].map(([name, refs]) => [name, others(refs)]));
  }

  #keep(name: string, wanted: (ref: EventRef) => boolean): void {
    this.#refs.set(name, (this.#refs.get(name) ?? []).filter(wanted));
  }
}

/** Something with a life: what it registers is undone when it is unloaded. */
export class Component {
  #loaded = false;
  #children: Component[] = [];
  #undo: (() => unknown)[] = [];

  /** Returns what `onload` returned, so that the caller can wait for it. */
  load(): unknown {
    if (this.#loaded) return undefined;
    this.#loaded = true;
    const loading: unknown = this.onload();
    for (const child of [...this.#children]) child.load();
    return loading;
  }

  onload(): unknown {
    return undefined;
  }

  unload(): void {
    if (!this.#loaded) return;
    this.#loaded = false;
    for (const child of this.#children.splice(0).reverse()) child.unload();
    for (const undo of this.#undo.splice(0).reverse()) undo();
    this.onunload();
  }

  onunload(): void {
    return undefined;
  }

  addChild<T extends Component>(component: T): T {
    this.#children.push(component);
    if (this.#loaded) component.load();
    return component;
  }

  removeChild<T extends Component>(component: T): T {
    this.#children = this.#children.filter((child) => child !== component);
    component.unload();
    return component;
  }

  register(callback: () => unknown): void {
    this.#undo.push(callback);
  }

  registerEvent(ref: EventRef): void {
    this.register(() => ref.e.offref(ref));
  }

  registerDomEvent(
    target: EventTarget,
    type: string,
    callback: (event: never) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = callback as unknown as EventListener;
    target.addEventListener(type, listener, options);
    this.register(() => target.removeEventListener(type, listener, options));
  }

  registerInterval(id: number): number {
    this.register(() => window.clearInterval(id));
    return id;
  }
}
