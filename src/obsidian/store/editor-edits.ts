import type { Editor } from 'obsidian';
import type { Edits } from '../../core/text/edits';

/** Whether an editor edits a cell of a table: then what it is told to do may happen in the cell alone, and positions of the note mean nothing. */
export function isInTableCell(editor: Editor): boolean {
  // Not in the typings.
  return (editor as Editor & { readonly inTableCell?: boolean }).inTableCell === true;
}

/** Makes edits in an editor as one transaction, so that one undo takes them back. */
export function makeEdits(editor: Editor, edits: Edits): void {
  if (edits.length === 0) return;
  const changes = edits.map(({ from, to, insert }) => ({
    from: editor.offsetToPos(from),
    to: editor.offsetToPos(to),
    text: insert,
  }));
  editor.transaction({ changes });
}
