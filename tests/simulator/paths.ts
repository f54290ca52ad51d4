/** The folder that holds the path; the root is `/`. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '/' : path.slice(0, slash);
}

/** The last part of the path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name without its extension, and the extension without its dot. */
export function splitName(name: string): { basename: string; extension: string } {
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return { basename: name, extension: '' };
  return { basename: name.slice(0, dot), extension: name.slice(dot + 1).toLowerCase() };
}

/** True if some part starts with a dot: the vault's tree does not show such files. */
export function isHidden(path: string): boolean {
  return path.startsWith('.') || path.includes('/.');
}

/** True if the path is the folder itself or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}

/** The path as the app writes it: forward slashes, none doubled or at an end, NFC, plain spaces. */
export function normalizePath(path: string): string {
  const clean = path
    .replace(/[\\/]+/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .normalize('NFC');
  return clean === '' ? '/' : clean;
}
