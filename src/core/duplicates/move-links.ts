import type { YamlParser } from '../markdown/front-matter/yaml';
import { parseNote, type Note } from '../markdown/note';
import type { TextEdit } from '../text/edits';
import { fileName, isMarkdown, withoutMarkdown } from '../text/paths';
import type { LinkIndex } from './link-index';
import { noteLinks, type NoteLink } from './note-links';

/** The edit that makes a link to a removed note lead to the kept one. */
export interface MovedLink extends TextEdit {
  /** The removed note. */
  readonly gone: string;
}

/**
 * Returns the edits that make links to removed notes lead to the kept ones, in order. `moves` has the kept note of
 * each removed one. Keeps links in code, and the parts after `#` and `|`.
 */
export function moveLinks(
  text: string,
  path: string,
  moves: ReadonlyMap<string, string>,
  index: LinkIndex,
  parseYaml: YamlParser,
): readonly MovedLink[] {
  const found = noteLinks(text).flatMap((link) => {
    const gone = index.find(link.target, path);
    const kept = gone === null ? undefined : moves.get(gone);
    return gone === null || kept === undefined ? [] : { link, gone, kept };
  });
  if (found.length === 0) return [];
  const note = parseNote(text, parseYaml);
  return found
    .filter(({ link }) => !isCode(note, link.at))
    .map(({ link, gone, kept }) => {
      const { from, to, syntax } = link;
      const insert =
        syntax === 'wiki' ? index.wikiTarget(kept, gone) : markdownTarget(text, link, path, kept);
      return { gone, from, to, insert };
    });
}

/** Returns the new target of a Markdown link. It has an extension if the old one had one. */
function markdownTarget(
  text: string,
  { from, to, syntax }: NoteLink,
  path: string,
  kept: string,
): string {
  const before = text.slice(from, to);
  const target = relativeTo(path, kept, before);
  const written = isMarkdown(before) ? target : withoutMarkdown(target);
  return syntax === 'angled' ? written : encodeURI(written).replace(/[()]/g, encodeParenthesis);
}

/** Ignores the front matter, which is not code. */
function isCode(note: Note, at: number): boolean {
  return at >= note.bodyFrom && note.inCode(at);
}

function encodeParenthesis(sign: string): string {
  return sign === '(' ? '%28' : '%29';
}

/**
 * Returns the path for a link to a note: relative if the link was relative before, otherwise from
 * the vault's root.
 */
function relativeTo(from: string, to: string, before: string): string {
  if (!/^\.{1,2}\//.test(before)) {
    const isOfFolder = !before.includes('/') && folderOf(from) !== '';
    return isOfFolder && folderOf(from) === folderOf(to) ? fileName(to) : to;
  }
  const [base, target] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < Math.min(base.length, target.length - 1) && base[same] === target[same]) same++;
  const up = base.slice(same).map(() => '..');
  const path = [...up, ...target.slice(same)].join('/');
  return path.startsWith('..') ? path : `./${path}`;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
