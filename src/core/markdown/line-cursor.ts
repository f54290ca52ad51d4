/**
 * Reads a line from left to right as CommonMark does: tabs stop at every fourth column, and containers (quotes, list items)
 * consume columns. Offsets are those of the whole text.
 */
export class LineCursor {
  readonly text: string;
  /** Where the line's own text ends, and where the next line starts. */
  to = 0;
  next = 0;
  /** The first character that is neither space nor tab behind what was consumed, and its column. */
  at = 0;
  column = 0;
  /** The columns that containers have consumed. */
  consumed = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the line that starts at an offset. */
  open(from: number): void {
    const newline = this.text.indexOf('\n', from);
    this.to = newline < 0 ? this.text.length : newline;
    this.next = newline < 0 ? this.text.length : newline + 1;
    if (newline > from && this.text.charCodeAt(newline - 1) === 13) this.to--;
    this.at = from;
    this.column = 0;
    this.consumed = 0;
    this.#skipBlanks();
  }

  /** The columns of white space before the next character. */
  get indent(): number {
    return this.column - this.consumed;
  }

  get blank(): boolean {
    return this.at >= this.to;
  }

  /** The code of the next character; 0 on a blank line. */
  get code(): number {
    return this.at < this.to ? this.text.charCodeAt(this.at) : 0;
  }

  /** The rest of the line. */
  get rest(): string {
    return this.text.slice(this.at, this.to);
  }

  /** Consumes a marker, but not the white space behind it. */
  consumeMarker(length: number): void {
    this.at += length;
    this.column += length;
    this.consumed = this.column;
    this.#skipBlanks();
  }

  #skipBlanks(): void {
    for (; this.at < this.to; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 32) this.column++;
      else if (code === 9) this.column += 4 - (this.column % 4);
      else return;
    }
  }
}
