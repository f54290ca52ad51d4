/**
 * Returns the text that an editor shows for a file. Editors only know `\n` line breaks, and `Vault.read`,
 * which fills them, removes a byte order mark (seen in Obsidian 1.12.7 through LiveSync). Saving restores
 * neither, so such a file must not be changed through its editor.
 */
export function shownText(onDisk: string): string {
  const text = onDisk.startsWith('\ufeff') ? onDisk.slice(1) : onDisk;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
