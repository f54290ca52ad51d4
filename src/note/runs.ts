/** Where the runs of one sign and length start, and how many of them have been passed. */
interface Starts {
  readonly all: number[];
  passed: number;
}

/** The runs of backticks and dollar signs in a block, paired by their length. */
export class Runs {
  readonly #text: string;
  #starts: Map<string, Starts> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The run at an offset: where it ends, and where the next run of the same length ends; -1 without one. */
  at(offset: number): { readonly end: number; readonly closed: number } {
    const sign = this.#text.charAt(offset);
    let end = offset + 1;
    while (this.#text.charAt(end) === sign) end++;
    const length = end - offset;
    const starts = this.#all().get(sign + String(length));
    if (!starts) return { end, closed: -1 };
    while ((starts.all[starts.passed] ?? Infinity) < end) starts.passed++;
    const next = starts.all[starts.passed];
    return { end, closed: next === undefined ? -1 : next + length };
  }

  #all(): ReadonlyMap<string, Starts> {
    if (this.#starts) return this.#starts;
    this.#starts = new Map();
    for (const { 0: run, index } of this.#text.matchAll(/`+|\$+/g)) {
      const key = run.charAt(0) + String(run.length);
      const starts = this.#starts.get(key);
      if (starts) starts.all.push(index);
      else this.#starts.set(key, { all: [index], passed: 0 });
    }
    return this.#starts;
  }
}
