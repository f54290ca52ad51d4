/**
 * The text that an editor shows of a file. It knows no line break but `\n`, and `Vault.read`, by which it is filled, takes a byte
 * order mark off (seen by LiveSync in Obsidian 1.12.7); what it saves has neither, so such a file must not be changed through it.
 */
export function shownText(onDisk: string): string {
  const text = onDisk.startsWith('\ufeff') ? onDisk.slice(1) : onDisk;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
