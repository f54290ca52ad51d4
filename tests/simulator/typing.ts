import type { Editor } from './editor';

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Lets a user in a browser type into the note, paste, drop something into it and undo. The text
 * goes through the editor, as typing in the app does, and never straight into the element.
 */
export function letUserType(editor: Editor): void {
  const { contentEl } = editor;
  contentEl.setAttribute('contenteditable', 'true');
  contentEl.addEventListener('beforeinput', (event) => onInput(editor, event));
  // While an input method is at work the browser itself must change the element.
  contentEl.addEventListener('compositionend', () => readBack(editor));
  contentEl.addEventListener('keydown', (event) => onKey(editor, event));
  contentEl.addEventListener('dragover', (event) => event.preventDefault());
  contentEl.addEventListener('drop', (event) => onDrop(editor, event));
}

function onInput(editor: Editor, event: InputEvent): void {
  if (event.inputType.includes('Composition')) return;
  event.preventDefault();
  const [target] = event.getTargetRanges();
  if (!target) return;
  const from = offsetIn(editor.contentEl, target.startContainer, target.startOffset);
  const to = offsetIn(editor.contentEl, target.endContainer, target.endOffset);
  if (event.inputType.startsWith('delete')) put(editor, { from, to }, '');
  else if (event.inputType.startsWith('insert')) put(editor, { from, to }, inserted(event));
}

function inserted(event: InputEvent): string {
  if (event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph') return '\n';
  return event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
}

function onKey(editor: Editor, event: KeyboardEvent): void {
  if (!event.ctrlKey && !event.metaKey) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) editor.redo();
  else editor.undo();
}

function onDrop(editor: Editor, event: DragEvent): void {
  event.preventDefault();
  const text = event.dataTransfer?.getData('text/plain') ?? '';
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
  if (!text || !caret) return;
  const at = offsetIn(editor.contentEl, caret.offsetNode, caret.offset);
  put(editor, { from: at, to: at }, text);
}

function put(editor: Editor, { from, to }: Range, text: string): void {
  editor.replaceRange(text, editor.offsetToPos(from), editor.offsetToPos(to));
  showCaret(editor, from + text.length);
}

function readBack(editor: Editor): void {
  const text = editor.contentEl.textContent ?? '';
  const selection = document.getSelection();
  const node = selection?.focusNode ?? null;
  const at = node ? offsetIn(editor.contentEl, node, selection?.focusOffset ?? 0) : text.length;
  if (text !== editor.getValue()) editor.setValue(text);
  showCaret(editor, at);
}

function showCaret(editor: Editor, at: number): void {
  editor.setCursor(editor.offsetToPos(at));
  const text = editor.contentEl.firstChild;
  document.getSelection()?.collapse(text ?? editor.contentEl, text ? at : 0);
}

/** How many UTF-16 units of the element's text lie before the place. */
function offsetIn(contentEl: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(contentEl, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
