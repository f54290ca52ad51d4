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

/**
 * Returns the text that an editor shows for a file. Editors only know `\n` line breaks, and `Vault.read`,
 * which fills them, removes a byte order mark (seen in Obsidian 1.12.7 through LiveSync). Saving restores
 * neither, so such a file must not be changed through its editor.
 */
export function shownText(onDisk: string): string {
  const text = onDisk.startsWith('\ufeff') ? onDisk.slice(1) : onDisk;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
