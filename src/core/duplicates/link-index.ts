import { fileName, withoutMarkdown } from '../text/paths';

/** Resolves links between the notes of a vault. */
export interface LinkIndex {
  /**
   * Returns the note that a link in `from` leads to; null if there is none, or more than one is
   * possible.
   */
  readonly find: (target: string, from: string) => string | null;
  /** Returns the shortest wiki link target for a note, after the note `gone` is removed. */
  readonly wikiTarget: (path: string, gone: string) => string;
}

/** Creates an index of these paths. Ignores case, as Obsidian does. */
export function linkIndex(paths: readonly string[]): LinkIndex {
  const byName = new Map<string, string[]>();
  const byPath = new Map<string, string>();
  for (const path of paths) {
    byPath.set(plainTarget(path), path);
    const name = nameKey(path);
    const sameName = byName.get(name);
    if (sameName) sameName.push(path);
    else byName.set(name, [path]);
  }
  return {
    find(target, from) {
      const wanted = plainTarget(target);
      const exact = byPath.get(wanted) ?? byPath.get(plainTarget(resolved(target, from)));
      if (exact !== undefined) return exact;
      const ends = (byName.get(nameKey(wanted)) ?? []).filter((path) =>
        `/${plainTarget(path)}`.endsWith(`/${wanted}`),
      );
      return ends.length === 1 ? (ends[0] ?? null) : null;
    },
    wikiTarget(path, gone) {
      const others = (byName.get(nameKey(path)) ?? []).filter(
        (other) => other !== path && other !== gone,
      );
      const bare = withoutMarkdown(path);
      return others.length === 0 ? fileName(bare) : bare;
    },
  };
}

/** Returns the name of a note for comparing: Obsidian ignores case, and how accents are encoded. */
export function nameKey(path: string): string {
  return fileName(plainTarget(path));
}

function plainTarget(path: string): string {
  return withoutMarkdown(path).normalize('NFC').toLowerCase();
}

/** Resolves a path that is relative to a note's folder. Returns the path from the vault's root. */
function resolved(target: string, from: string): string {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
