import type { Note } from '../markdown/note';
import { destination } from '../omnivore/links';
import type { TextEdit } from '../text/edits';

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
    const name = lastPartOf(plainTarget(path));
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  return {
    find(target, from) {
      const wanted = plainTarget(target);
      const exact = byPath.get(wanted) ?? byPath.get(plainTarget(resolved(target, from)));
      if (exact !== undefined) return exact;
      const ends = (byName.get(lastPartOf(wanted)) ?? []).filter((path) =>
        `/${plainTarget(path)}`.endsWith(`/${wanted}`),
      );
      return ends.length === 1 ? (ends[0] ?? null) : null;
    },
    wikiTarget(path, gone) {
      const others = (byName.get(lastPartOf(plainTarget(path))) ?? []).filter(
        (other) => other !== path && other !== gone,
      );
      const bare = path.replace(MARKDOWN, '');
      return others.length === 0 ? lastPartOf(bare) : bare;
    },
  };
}

const MARKDOWN = /\.(?:md|markdown)$/i;

function plainTarget(path: string): string {
  return path.normalize('NFC').replace(MARKDOWN, '').toLowerCase();
}

function lastPartOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
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

const WIKI_LINK = /\[\[([^[\]|#\n]{1,500})([^[\]\n]{0,500})\]\]/g;
/** What stands before the destination of a Markdown link, or of the definition of one. */
const BEFORE_DESTINATION = /\]\(|^[ >]{0,20}\[[^[\]\n^][^[\]\n]{0,300}\]:[ \t]{0,20}/gm;

/**
 * Returns the edits that change links to one note into links to another. Keeps links in code, and
 * the parts after `#` and `|`.
 */
export function moveLinks(
  note: Note,
  path: string,
  gone: string,
  kept: string,
  index: LinkIndex,
): readonly TextEdit[] {
  const { text } = note;
  const edits: TextEdit[] = [];
  for (const { index: at, 1: target = '' } of text.matchAll(WIKI_LINK)) {
    const from = at + 2;
    if (isCode(note, at) || index.find(target.trim(), path) !== gone) continue;
    edits.push({ from, to: from + target.length, insert: index.wikiTarget(kept, gone) });
  }
  for (const { index: at, 0: opening } of text.matchAll(BEFORE_DESTINATION)) {
    const start = at + opening.length;
    const isAngled = text.charAt(start) === '<';
    const from = start + (isAngled ? 1 : 0);
    const url = isAngled
      ? (/^[^<>\n]{0,1000}/.exec(text.slice(from, from + 1_001))?.[0] ?? '')
      : destination(text, from);
    const [target = ''] = url.split('#');
    // A definition with a bare word can be prose.
    if (opening !== '](' && !MARKDOWN.test(target)) continue;
    if (target === '' || /^[a-z][a-z+.-]*:/i.test(target) || isCode(note, at)) continue;
    if (index.find(decodeTarget(target), path) !== gone) continue;
    const file = relativeTo(path, kept, target);
    const written = MARKDOWN.test(target) ? file : file.replace(MARKDOWN, '');
    edits.push({
      from,
      to: from + target.length,
      insert: isAngled ? written : encodeURI(written).replace(/[()]/g, encodeParenthesis),
    });
  }
  return edits.sort((a, b) => a.from - b.from);
}

/** Ignores the front matter, which is not code. */
function isCode(note: Note, at: number): boolean {
  return at >= note.bodyFrom && note.inCode(at);
}

function encodeParenthesis(sign: string): string {
  return sign === '(' ? '%28' : '%29';
}

function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/**
 * Returns the path for a link to a note: relative if the link was relative before, otherwise from
 * the vault's root.
 */
function relativeTo(from: string, to: string, before: string): string {
  if (!/^\.{1,2}\//.test(before)) {
    const isOfFolder = !before.includes('/') && folderOf(from) !== '';
    return isOfFolder && folderOf(from) === folderOf(to) ? lastPartOf(to) : to;
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
