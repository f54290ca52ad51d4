import type { Editor } from 'obsidian';
import type { Edits } from '../../core/text/edits';

/**
 * Returns whether an editor is editing a table cell. Then edits may only affect the cell, and positions don't
 * refer to the note.
 */
export function isInTableCell(editor: Editor): boolean {
  // Not part of the public API.
  return (editor as Editor & { readonly inTableCell?: boolean }).inTableCell === true;
}

/** Applies edits as one transaction, so that one undo reverts them. */
export function applyInEditor(editor: Editor, edits: Edits): void {
  if (edits.length === 0) return;
  const changes = edits.map(({ from, to, insert }) => ({
    from: editor.offsetToPos(from),
    to: editor.offsetToPos(to),
    text: insert,
  }));
  editor.transaction({ changes });
}
