/** The ends of comments and of elements with code, by name. */
const ELEMENT_ENDS: Readonly<Record<string, RegExp>> = {
  '!--': /-->/g,
  pre: /<\/pre\s*>/gi,
  code: /<\/code\s*>/gi,
  script: /<\/script\s*>/gi,
  style: /<\/style\s*>/gi,
  textarea: /<\/textarea\s*>/gi,
};

/** Searches for ends, at increasing offsets. Remembers what is missing, so that time stays linear. */
export class ForwardSearch {
  readonly #text: string;
  readonly #missing = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns the offset after a word found at or after `from`, or -1. */
  endOf(word: string, from: number): number {
    if (this.#missing.has(word)) return -1;
    const at = this.#text.indexOf(word, from);
    if (at < 0) this.#missing.add(word);
    return at < 0 ? -1 : at + word.length;
  }

  /** Returns the end of the element or comment (`!--`) that starts at `from`, or -1. */
  endOfElement(name: string, from: number): number {
    if (this.#missing.has(name)) return -1;
    const end = ELEMENT_ENDS[name] as RegExp;
    end.lastIndex = from + 2;
    if (end.test(this.#text)) return end.lastIndex;
    this.#missing.add(name);
    return -1;
  }
}

/** Finds the next of several words, at increasing offsets. Results further ahead are cached. */
export class NextWord {
  readonly #text: string;
  readonly #words: readonly string[];
  /** Where each word was found last. The end of the text if it was not: mixing in Infinity would be slow. */
  readonly #found: number[] = [];
  #next = -1;

  constructor(text: string, words: readonly string[]) {
    this.#text = text;
    this.#words = words;
    for (let i = 0; i < words.length; i++) this.#found.push(-1);
  }

  /** Returns where the next word starts at or after an offset, or Infinity. */
  from(offset: number): number {
    if (offset > this.#next) this.#search(offset);
    return this.#next < this.#text.length ? this.#next : Infinity;
  }

  #search(offset: number): void {
    this.#next = this.#text.length;
    for (let i = 0; i < this.#words.length; i++) {
      let at = this.#found[i] as number;
      if (at < offset) {
        at = this.#text.indexOf(this.#words[i] as string, offset);
        if (at < 0) at = this.#text.length;
        this.#found[i] = at;
      }
      if (at < this.#next) this.#next = at;
    }
  }
}

/** Finds matches of regular expressions with the flag `g`. Searches that only move forward are linear, because the last match is cached. */
export class NextMatch {
  readonly #text: string;
  readonly #matches = new Map<RegExp, { readonly from: number; readonly to: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns the offset of the first match from an offset on, or Infinity. */
  from(expression: RegExp, from: number): number {
    const cached = this.#matches.get(expression);
    if (cached && from >= cached.from && from <= cached.to) return cached.to;
    expression.lastIndex = from;
    const to = expression.exec(this.#text)?.index ?? Infinity;
    this.#matches.set(expression, { from, to });
    return to;
  }
}
