/** The offsets of all runs of one character and length, and how many of them have been passed. */
interface Starts {
  readonly all: number[];
  passed: number;
}

/** Pairs the runs of backticks and dollar signs in a block by their length. */
export class DelimiterRuns {
  readonly #text: string;
  #starts: Map<string, Starts> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Returns where the run at an offset ends, and where the next run of the same length ends (-1 if there is
   * none).
   */
  at(offset: number): { readonly end: number; readonly closed: number } {
    const end = endOfRun(this.#text, offset);
    const length = end - offset;
    const starts = this.#all().get(this.#text.charAt(offset) + String(length));
    if (!starts) return { end, closed: -1 };
    while ((starts.all[starts.passed] ?? Infinity) < end) starts.passed++;
    const next = starts.all[starts.passed];
    return { end, closed: next === undefined ? -1 : next + length };
  }

  #all(): ReadonlyMap<string, Starts> {
    if (this.#starts) return this.#starts;
    this.#starts = new Map();
    for (const sign of '`$') {
      for (let at = this.#text.indexOf(sign); at >= 0;) {
        const end = endOfRun(this.#text, at);
        const key = sign + String(end - at);
        const starts = this.#starts.get(key);
        if (starts) starts.all.push(at);
        else this.#starts.set(key, { all: [at], passed: 0 });
        at = this.#text.indexOf(sign, end);
      }
    }
    return this.#starts;
  }
}

function endOfRun(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let end = at + 1;
  while (text.charCodeAt(end) === code) end++;
  return end;
}
