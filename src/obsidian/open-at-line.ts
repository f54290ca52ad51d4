import { Keymap, TFile, type App } from 'obsidian';

/**
 * Opens a note and scrolls to a line, from 1. A click with Ctrl or Cmd opens it in a new tab. Resolves to
 * false if the note is gone.
 */
export async function openAtLine(
  { vault, workspace }: App,
  path: string,
  line: number,
  event: MouseEvent,
): Promise<boolean> {
  const file = vault.getAbstractFileByPath(path);
  if (!(file instanceof TFile)) return false;
  const leaf = workspace.getLeaf(Keymap.isModEvent(event));
  await leaf.openFile(file, { eState: { line: line - 1 } });
  return true;
}
