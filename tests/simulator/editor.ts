import type {
  EditorChange,
  EditorCommandName,
  EditorPosition,
  EditorRange,
  EditorRangeOrCaret,
  EditorSelection,
  EditorSelectionOrCaret,
  EditorTransaction,
} from 'obsidian';
import type { Change } from './editor-document';
import { EditorDocument, mapOffset } from './editor-document';

/** A selection as offsets; anchor and head are the same where nothing is selected. */
interface Selection {
  readonly anchor: number;
  readonly head: number;
}

interface Step {
  readonly document: EditorDocument;
  readonly selections: readonly Selection[];
}

/**
 * The text of an open note. Line ends are `\n` in here whatever the file has. Each transaction is
 * one step for undo, however many changes it makes.
 */
export class Editor {
  /** The simulator's own: the element that has the focus when the editor has it. */
  readonly contentEl: HTMLElement;
  /** The simulator's own: called after each change of the text. */
  onChange: () => void = () => undefined;
  #document = new EditorDocument('');
  #selections: readonly Selection[] = [{ anchor: 0, head: 0 }];
  #past: Step[] = [];
  #future: Step[] = [];
  #scroll = { top: 0, left: 0 };
  #cell: { readonly from: number; readonly to: number } | null = null;

  constructor(contentEl: HTMLElement) {
    this.contentEl = contentEl;
  }

  /** The simulator's own: shows another text, with nothing to undo. */
  open(text: string): void {
    this.#document = new EditorDocument(text);
    this.#selections = [{ anchor: 0, head: 0 }];
    this.#past = [];
    this.#future = [];
    this.#show();
  }

  /** Whether the cursor is in a cell of a table, which has an editor of its own. Not in the typings. */
  get inTableCell(): boolean {
    return this.#cell !== null;
  }

  /**
   * The simulator's own: the user goes into the cell with this text, or with null out of it. Changes
   * are then the cell's, though the text is still the note's: so nobody may take one for the other.
   */
  enterTableCell(text: string | null): void {
    const from = text === null ? -1 : this.#document.text.indexOf(text);
    this.#cell = text === null || from < 0 ? null : { from, to: from + text.length };
  }

  getDoc(): this {
    return this;
  }

  refresh(): void {
    this.#show();
  }

  getValue(): string {
    return this.#document.text;
  }

  setValue(content: string): void {
    this.#apply([{ from: 0, to: this.#document.text.length, insert: content }]);
  }

  getLine(line: number): string {
    return this.#document.line(line);
  }

  setLine(line: number, text: string): void {
    const from = { line, ch: 0 };
    this.replaceRange(text, from, { line, ch: this.getLine(line).length });
  }

  lineCount(): number {
    return this.#document.lineCount;
  }

  lastLine(): number {
    return this.lineCount() - 1;
  }

  getSelection(): string {
    return this.#ranges()
      .map(({ from, to }) => this.#document.text.slice(from, to))
      .join('\n');
  }

  somethingSelected(): boolean {
    return this.#selections.some(({ anchor, head }) => anchor !== head);
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.#document.text.slice(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(replacement: string, _origin?: string): void {
    this.#apply(this.#ranges().map((range) => ({ ...range, insert: replacement })));
  }

  replaceRange(
    replacement: string,
    from: EditorPosition,
    to?: EditorPosition,
    _origin?: string,
  ): void {
    this.#apply([this.#change({ text: replacement, from, ...(to && { to }) })]);
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    const { anchor, head } = this.#selections[0] ?? { anchor: 0, head: 0 };
    const sides = { anchor, head, from: Math.min(anchor, head), to: Math.max(anchor, head) };
    return this.offsetToPos(sides[side]);
  }

  listSelections(): EditorSelection[] {
    return this.#selections.map(({ anchor, head }) => ({
      anchor: this.offsetToPos(anchor),
      head: this.offsetToPos(head),
    }));
  }

  setCursor(position: EditorPosition | number, ch = 0): void {
    this.setSelection(typeof position === 'number' ? { line: position, ch } : position);
  }

  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    this.setSelections([{ anchor, head }]);
  }

  setSelections(ranges: EditorSelectionOrCaret[], _main?: number): void {
    this.#selections = ranges.map(({ anchor, head }) => ({
      anchor: this.posToOffset(anchor),
      head: this.posToOffset(head ?? anchor),
    }));
  }

  /** The caret stands at the cursor then. */
  focus(): void {
    this.contentEl.focus();
    const text = this.contentEl.firstChild;
    const at = this.posToOffset(this.getCursor());
    document.getSelection()?.collapse(text ?? this.contentEl, text ? at : 0);
  }

  blur(): void {
    this.contentEl.blur();
  }

  hasFocus(): boolean {
    return document.activeElement === this.contentEl;
  }

  getScrollInfo(): { top: number; left: number } {
    return { ...this.#scroll };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    this.#scroll = { left: x ?? this.#scroll.left, top: y ?? this.#scroll.top };
  }

  scrollIntoView(_range: EditorRange, _center?: boolean): void {
    return undefined;
  }

  undo(): void {
    this.#travel(this.#past, this.#future);
  }

  redo(): void {
    this.#travel(this.#future, this.#past);
  }

  exec(command: EditorCommandName): void {
    throw new Error(`The simulated editor does not know the command ${command}`);
  }

  /** All positions in the transaction mean the text before it. */
  transaction(tx: EditorTransaction, _origin?: string): void {
    const changes = (tx.changes ?? []).map((change) => this.#change(change));
    if (tx.replaceSelection !== undefined) {
      const insert = tx.replaceSelection;
      changes.push(...this.#ranges().map((range) => ({ ...range, insert })));
    }
    if (changes.length > 0) this.#apply(changes);
    const selections = tx.selections ?? (tx.selection ? [tx.selection] : []);
    if (selections.length > 0) this.setSelections(selections.map(selectionOf));
  }

  wordAt(position: EditorPosition): EditorRange | null {
    const line = this.getLine(position.line);
    const before = /[\p{L}\p{N}_]*$/u.exec(line.slice(0, position.ch))?.[0] ?? '';
    const after = /^[\p{L}\p{N}_]*/u.exec(line.slice(position.ch))?.[0] ?? '';
    if (!before && !after) return null;
    const at = (ch: number): EditorPosition => ({ line: position.line, ch });
    return { from: at(position.ch - before.length), to: at(position.ch + after.length) };
  }

  posToOffset(position: EditorPosition): number {
    return this.#document.offsetOf(position);
  }

  offsetToPos(offset: number): EditorPosition {
    return this.#document.positionOf(offset);
  }

  processLines<T>(
    read: (line: number, lineText: string) => T | null,
    write: (line: number, lineText: string, value: T | null) => EditorChange | void,
    ignoreEmpty = true,
  ): void {
    const changes: EditorChange[] = [];
    for (let line = 0; line < this.lineCount(); line++) {
      const text = this.getLine(line);
      if (ignoreEmpty && text === '') continue;
      const change = write(line, text, read(line, text));
      if (change) changes.push(change);
    }
    this.transaction({ changes });
  }

  #change(change: EditorChange): Change {
    const from = this.#inCell(this.posToOffset(change.from));
    const to = change.to ? this.#inCell(this.posToOffset(change.to)) : from;
    return { from, to, insert: change.text };
  }

  #inCell(offset: number): number {
    return this.#cell ? Math.min(this.#cell.from + offset, this.#cell.to) : offset;
  }

  #ranges(): { from: number; to: number }[] {
    return this.#selections.map(({ anchor, head }) => ({
      from: Math.min(anchor, head),
      to: Math.max(anchor, head),
    }));
  }

  #apply(changes: readonly Change[]): void {
    const after = this.#document.with(changes);
    this.#past.push({ document: this.#document, selections: this.#selections });
    this.#future = [];
    this.#selections = this.#selections.map(({ anchor, head }) => ({
      anchor: mapOffset(anchor, changes),
      head: mapOffset(head, changes),
    }));
    this.#document = after;
    this.#show();
    this.onChange();
  }

  #travel(from: Step[], to: Step[]): void {
    const step = from.pop();
    if (!step) return;
    to.push({ document: this.#document, selections: this.#selections });
    this.#document = step.document;
    this.#selections = step.selections;
    this.#show();
    this.onChange();
  }

  #show(): void {
    this.contentEl.textContent = this.#document.text;
  }
}

function selectionOf({ from, to }: EditorRangeOrCaret): EditorSelectionOrCaret {
  return to ? { anchor: from, head: to } : { anchor: from };
}
