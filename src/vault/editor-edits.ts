import type { Editor } from 'obsidian';
import type { Edits } from '../text/edit';

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
