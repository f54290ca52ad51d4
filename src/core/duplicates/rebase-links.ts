import type { YamlParser } from '../markdown/front-matter/yaml';
import { parseNote } from '../markdown/note';
import { applyEdits, type TextEdit } from '../text/edits';
import { BEFORE_DESTINATION } from './note-links';

/** A destination that starts at the note's own folder: `../a.png`, `<./a b.md>`. */
const RELATIVE = /(<?)(\.{1,2}\/[^\s<>()#?]{0,1000})/y;

/** A relative destination in a text. */
interface RelativeLink {
  /** Offset of what comes before the destination. */
  readonly at: number;
  /** Offset of the target, and whether it is in angle brackets. */
  readonly from: number;
  readonly isAngled: boolean;
  readonly target: string;
}

/**
 * Rewrites the relative links in a note's text, so that they lead to the same files from another note. Links in code, and
 * those that lead out of the vault, stay.
 */
export function rebaseLinks(text: string, from: string, to: string, parseYaml: YamlParser): string {
  const [ours, theirs] = [foldersOf(from), foldersOf(to)];
  if (ours.join('/') === theirs.join('/')) return text;
  const found = relativeLinks(text);
  if (found.length === 0) return text;
  const note = parseNote(text, parseYaml);
  const edits = found.flatMap(({ at, from: start, isAngled, target }): TextEdit[] => {
    if (at < note.bodyFrom || note.inCode(at)) return [];
    const encoded = (folders: readonly string[]): readonly string[] =>
      isAngled ? folders : folders.map(encodeURIComponent);
    const insert = rebased(target.split('/'), encoded(ours), encoded(theirs));
    return insert === null ? [] : [{ from: start, to: start + target.length, insert }];
  });
  return applyEdits(text, edits);
}

function relativeLinks(text: string): readonly RelativeLink[] {
  return Array.from(text.matchAll(BEFORE_DESTINATION)).flatMap(({ index: at, 0: opening }) => {
    RELATIVE.lastIndex = at + opening.length;
    const [, angle = '', target] = RELATIVE.exec(text) ?? [];
    if (target === undefined) return [];
    return { at, from: at + opening.length + angle.length, isAngled: angle !== '', target };
  });
}

function foldersOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1);
}

/** Returns a path relative to other folders; null if it leads out of the vault. */
function rebased(
  target: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string | null {
  const path = [...ours];
  for (const name of target) {
    if (name === '..' && path.pop() === undefined) return null;
    if (name !== '..' && name !== '.') path.push(name);
  }
  let same = 0;
  while (same < theirs.length && same < path.length - 1 && path[same] === theirs[same]) same++;
  const up = theirs.slice(same).map(() => '..');
  return [...(up.length > 0 ? up : ['.']), ...path.slice(same)].join('/');
}
