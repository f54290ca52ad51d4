/** Removes the slashes at the end of a path. */
export function trimSlashesEnd(path: string): string {
  let to = path.length;
  while (to > 0 && path.charAt(to - 1) === '/') to--;
  return path.slice(0, to);
}

/** Removes the slashes at both ends of a path. */
export function trimSlashes(path: string): string {
  return trimSlashesEnd(path).replace(/^\/+/, '');
}
