/** Ends of elements that hold code, and of comments, by the name of what they end. */
const END_OF: Readonly<Record<string, RegExp>> = {
  '!--': /-->/g,
  pre: /<\/pre\s*>/gi,
  code: /<\/code\s*>/gi,
  script: /<\/script\s*>/gi,
  style: /<\/style\s*>/gi,
  textarea: /<\/textarea\s*>/gi,
};

/** Looks for ends in a text at growing offsets. What is not found once is not looked for again, so that time stays linear. */
export class Search {
  readonly #text: string;
  readonly #missing = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Where a word ends at or after an offset; -1 without one. */
  endOf(word: string, from: number): number {
    if (this.#missing.has(word)) return -1;
    const at = this.#text.indexOf(word, from);
    if (at < 0) this.#missing.add(word);
    return at < 0 ? -1 : at + word.length;
  }

  /** Where the element or comment (`!--`) that opens at an offset ends; -1 without an end. */
  endOfElement(name: string, from: number): number {
    if (this.#missing.has(name)) return -1;
    const end = END_OF[name] as RegExp;
    end.lastIndex = from + 2;
    if (end.test(this.#text)) return end.lastIndex;
    this.#missing.add(name);
    return -1;
  }
}

/** Finds the next of several words in a text, at growing offsets; what was found ahead is kept. */
export class NextOf {
  readonly #text: string;
  readonly #words: readonly string[];
  readonly #found: number[];
  #next = -1;

  constructor(text: string, words: readonly string[]) {
    this.#text = text;
    this.#words = words;
    this.#found = words.map(() => -1);
  }

  /** Where the next of the words starts at or after an offset; Infinity without one. */
  from(offset: number): number {
    if (offset <= this.#next) return this.#next;
    this.#next = Infinity;
    for (let i = 0; i < this.#words.length; i++) {
      let at = this.#found[i] as number;
      if (at < offset) {
        at = this.#text.indexOf(this.#words[i] as string, offset);
        if (at < 0) at = Infinity;
        this.#found[i] = at;
      }
      if (at < this.#next) this.#next = at;
    }
    return this.#next;
  }
}
