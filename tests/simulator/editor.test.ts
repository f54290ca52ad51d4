/** @jest-environment jsdom */
import './obsidian';
import type { EditorChange } from 'obsidian';
import { Editor } from './editor';

function editorWith(text: string): Editor {
  const editor = new Editor(document.createElement('div'));
  editor.open(text);
  return editor;
}

/** A change by offsets in the text that the editor has now. */
function change(editor: Editor, from: number, to: number, text: string): EditorChange {
  return { from: editor.offsetToPos(from), to: editor.offsetToPos(to), text };
}

test('positions and offsets are turned into each other, and held within the text', () => {
  const editor = editorWith('ab\n\ncde');
  const offsets = [0, 2, 3, 4, 7];
  expect(offsets.map((offset) => editor.posToOffset(editor.offsetToPos(offset)))).toEqual(offsets);
  expect(editor.offsetToPos(4)).toEqual({ line: 2, ch: 0 });
  expect(editor.offsetToPos(99)).toEqual({ line: 2, ch: 3 });
  expect(editor.posToOffset({ line: 0, ch: 99 })).toBe(2);
  expect(editor.posToOffset({ line: 9, ch: 0 })).toBe(7);
  expect([editor.lineCount(), editor.lastLine(), editor.getLine(2)]).toEqual([3, 2, 'cde']);
});

test('all changes of a transaction mean the text before it, and are one step to undo', () => {
  const editor = editorWith('one two three');
  editor.transaction({
    changes: [change(editor, 8, 13, '3'), change(editor, 0, 3, 'first'), change(editor, 4, 7, '')],
  });
  expect(editor.getValue()).toBe('first  3');
  editor.undo();
  expect(editor.getValue()).toBe('one two three');
  editor.redo();
  expect(editor.getValue()).toBe('first  3');
  editor.undo();
  editor.undo();
  expect(editor.getValue()).toBe('one two three');
});

test('changes that overlap are refused, and nothing is done', () => {
  const editor = editorWith('abcdef');
  const changes = [change(editor, 0, 3, 'x'), change(editor, 2, 4, 'y')];
  expect(() => editor.transaction({ changes })).toThrow(RangeError);
  expect(editor.getValue()).toBe('abcdef');
});

test('the cursor moves with the text before it', () => {
  const editor = editorWith('one two');
  editor.setCursor({ line: 0, ch: 5 });
  editor.replaceRange('>> ', { line: 0, ch: 0 });
  expect(editor.getCursor()).toEqual({ line: 0, ch: 8 });
  editor.undo();
  expect(editor.getCursor()).toEqual({ line: 0, ch: 5 });
});

test('a selection is read and replaced', () => {
  const editor = editorWith('one two');
  editor.setSelection({ line: 0, ch: 7 }, { line: 0, ch: 4 });
  expect([editor.getSelection(), editor.somethingSelected()]).toEqual(['two', true]);
  expect([editor.getCursor('from').ch, editor.getCursor('head').ch]).toEqual([4, 4]);
  editor.replaceSelection('2');
  expect(editor.getValue()).toBe('one 2');
});

test('in an editor every line ends with a line feed', () => {
  const editor = editorWith('a\r\nb\r\n');
  expect(editor.getValue()).toBe('a\nb\n');
  editor.replaceRange('c\r\nd', { line: 0, ch: 0 });
  expect(editor.getValue()).toBe('c\nda\nb\n');
});

test('lines are processed in one step', () => {
  const editor = editorWith('a\n\nb');
  editor.processLines(
    (_line, text) => text.toUpperCase(),
    (line, text, upper) => ({
      from: { line, ch: 0 },
      to: { line, ch: text.length },
      text: upper ?? '',
    }),
  );
  expect(editor.getValue()).toBe('A\n\nB');
  editor.undo();
  expect(editor.getValue()).toBe('a\n\nb');
});
