import type { Editor } from 'obsidian';
import { plan, type Plan, type Planner } from '../repairs/plan';

/** What became of an open note. */
export interface EditorRepair {
  readonly findings: Plan['findings'];
  readonly changed: boolean;
}

/** Repairs the text in an editor as one transaction, so that one undo takes it back; null where it is no saved article. */
export function repairEditor(editor: Editor, path: string, planner: Planner): EditorRepair | null {
  const { detection, edits, findings } = plan(editor.getValue(), path, planner);
  if (detection.kind !== 'saved') return null;
  const changes = edits.map(({ from, to, insert }) => ({
    from: editor.offsetToPos(from),
    to: editor.offsetToPos(to),
    text: insert,
  }));
  if (changes.length > 0) editor.transaction({ changes });
  return { findings, changed: changes.length > 0 };
}
