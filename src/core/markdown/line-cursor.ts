/**
 * Reads a line from left to right as CommonMark does. Tab stops are four columns apart; containers (quotes,
 * list items) consume columns. Offsets refer to the whole text.
 */
export class LineCursor {
  readonly text: string;
  /** The end of the line's text, and the start of the next line. */
  to = 0;
  next = 0;
  /** The next character that is not a space or tab, and its column. */
  at = 0;
  column = 0;
  /** How many columns containers have consumed. */
  consumed = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Moves to the line that starts at an offset. */
  open(from: number): void {
    const newline = this.text.indexOf('\n', from);
    this.to = newline < 0 ? this.text.length : newline;
    this.next = newline < 0 ? this.text.length : newline + 1;
    if (newline > from && this.text.charCodeAt(newline - 1) === 13) this.to--;
    this.at = from;
    this.column = 0;
    this.consumed = 0;
    this.#skipSpaces();
  }

  /** The columns of white space before the next character. */
  get indent(): number {
    return this.column - this.consumed;
  }

  get blank(): boolean {
    return this.at >= this.to;
  }

  /** The character code of the next character, or 0 on a blank line. */
  get code(): number {
    return this.at < this.to ? this.text.charCodeAt(this.at) : 0;
  }

  /** The rest of the line. */
  get rest(): string {
    return this.text.slice(this.at, this.to);
  }

  /** Consumes a marker, but not the white space after it. */
  consumeMarker(length: number): void {
    this.at += length;
    this.column += length;
    this.consumed = this.column;
    this.#skipSpaces();
  }

  #skipSpaces(): void {
    for (; this.at < this.to; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 32) this.column++;
      else if (code === 9) this.column += 4 - (this.column % 4);
      else return;
    }
  }
}
