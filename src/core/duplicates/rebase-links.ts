import type { YamlParser } from '../markdown/front-matter/yaml';
import { parseNote } from '../markdown/note';
import { applyEdits, type TextEdit } from '../text/edits';

/** A destination in Markdown that starts at the note's own folder: `](../a.png)`, `[a]: <./a b.md>`. */
const RELATIVE =
  /(\]\(|^[ >]{0,20}\[[^[\]\n^][^[\]\n]{0,300}\]:[ \t]{0,20})(<?)(\.{1,2}\/[^\s<>()#?]{0,1000})/gm;

/**
 * Rewrites the relative links in a note's text, so that they lead to the same files from another note. Links in code, and
 * those that lead out of the vault, stay.
 */
export function rebaseLinks(text: string, from: string, to: string, parseYaml: YamlParser): string {
  const [ours, theirs] = [foldersOf(from), foldersOf(to)];
  if (ours.join('/') === theirs.join('/')) return text;
  const found = [...text.matchAll(RELATIVE)];
  if (found.length === 0) return text;
  const note = parseNote(text, parseYaml);
  const edits = found.flatMap(
    ({ index, 1: opening = '', 2: angle = '', 3: target = '' }): TextEdit[] => {
      if (index < note.bodyFrom || note.inCode(index)) return [];
      const encoded = (folders: readonly string[]): readonly string[] =>
        angle === '' ? folders.map(encodeURIComponent) : folders;
      const insert = rebased(target.split('/'), encoded(ours), encoded(theirs));
      const at = index + opening.length + angle.length;
      return insert === null ? [] : [{ from: at, to: at + target.length, insert }];
    },
  );
  return applyEdits(text, edits);
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
