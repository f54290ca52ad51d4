/** A path without slashes at its end. */
export function trimSlashesEnd(path: string): string {
  let to = path.length;
  while (to > 0 && path.charAt(to - 1) === '/') to--;
  return path.slice(0, to);
}

/** A path without slashes at both ends. */
export function trimSlashes(path: string): string {
  return trimSlashesEnd(path).replace(/^\/+/, '');
}
