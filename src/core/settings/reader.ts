/** Takes values out of unknown JSON by their names, and notes the paths of those that are not what they should be. */
export class Reader {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #refused: string[];
  readonly #known = new Set<string>();
  readonly #inner: Reader[] = [];

  constructor(data: unknown, path: string, refused: string[]) {
    const isMap = typeof data === 'object' && data !== null && !Array.isArray(data);
    if (!isMap && data !== undefined && data !== null) refused.push(path || '(the whole)');
    this.#values = isMap ? (data as Record<string, unknown>) : {};
    this.#path = path;
    this.#refused = refused;
  }

  /** The map of this name; an empty one where there is none. */
  inner(name: string): Reader {
    const inner = new Reader(this.#value(name), this.#pathOf(name), this.#refused);
    this.#inner.push(inner);
    return inner;
  }

  /** The paths of all names that were asked for so far. */
  get known(): readonly string[] {
    return [
      ...[...this.#known].map((name) => this.#pathOf(name)),
      ...this.#inner.flatMap(({ known }) => known),
    ];
  }

  /** The paths of names that are there and were never asked for. */
  get unknown(): readonly string[] {
    const names = Object.keys(this.#values).filter((name) => !this.#known.has(name));
    return [
      ...names.map((name) => this.#pathOf(name)),
      ...this.#inner.flatMap(({ unknown }) => unknown),
    ];
  }

  /** Yes or no. */
  flag(name: string, otherwise: boolean): boolean {
    return this.#take(name, otherwise, (value) => typeof value === 'boolean');
  }

  /** A text that is accepted. */
  text(name: string, otherwise: string, accept: (text: string) => boolean): string {
    return this.#take(name, otherwise, (value) => typeof value === 'string' && accept(value));
  }

  /** Whether there is a value of this name, `null` included. */
  has(name: string): boolean {
    return this.#value(name) !== undefined;
  }

  /** One of these words. */
  oneOf<T extends string, Otherwise extends T | null>(
    name: string,
    choices: readonly T[],
    otherwise: Otherwise,
  ): T | Otherwise {
    return this.#take<T | Otherwise>(name, otherwise, (value) => choices.includes(value as T));
  }

  /** A list of texts; what is no text, or not accepted, is left out of it and noted. */
  texts(
    name: string,
    otherwise: readonly string[],
    accept: (text: string) => boolean = (text) => text.trim() !== '',
  ): readonly string[] {
    const list = this.#take<readonly unknown[]>(name, otherwise, Array.isArray);
    const texts = list.filter((item) => typeof item === 'string' && accept(item));
    if (texts.length < list.length) this.#refused.push(this.#pathOf(name));
    return texts as readonly string[];
  }

  #take<T>(name: string, otherwise: T, accept: (value: unknown) => boolean): T {
    const value = this.#value(name);
    if (value === undefined || value === null) return otherwise;
    if (accept(value)) return value as T;
    this.#refused.push(this.#pathOf(name));
    return otherwise;
  }

  #value(name: string): unknown {
    this.#known.add(name);
    return Object.prototype.hasOwnProperty.call(this.#values, name)
      ? this.#values[name]
      : undefined;
  }

  #pathOf(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }
}
