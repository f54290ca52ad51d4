import type {
  CachedMetadata,
  FrontmatterLinkCache,
  HeadingCache,
  Loc,
  Pos,
  ReferenceCache,
  TagCache,
} from 'obsidian';
import { getFrontMatterInfo, parseYaml } from './front-matter';

type Locate = (from: number, to: number) => Pos;

/**
 * What the metadata cache knows of a note: front matter, tags, links, embeds and headings. Code
 * and comments are skipped. Front matter that is not valid YAML, or no map, is ignored.
 */
export function parseMetadata(text: string): CachedMetadata {
  const info = getFrontMatterInfo(text);
  const body = withoutCode(text, info.contentStart);
  const locate = locator(text);
  const frontmatter = info.exists ? readProperties(info.frontmatter) : null;
  const links = readLinks(body, locate);
  return {
    ...(frontmatter && { frontmatter, frontmatterPosition: locate(0, endOfFence(text, info.to)) }),
    ...listed('frontmatterLinks', frontmatterLinks(frontmatter ?? {})),
    ...listed('tags', readTags(body, locate)),
    ...listed(
      'links',
      links.filter((link) => !link.original.startsWith('!')),
    ),
    ...listed(
      'embeds',
      links.filter((link) => link.original.startsWith('!')),
    ),
    ...listed('headings', readHeadings(body, locate)),
  };
}

function listed<T>(key: string, list: readonly T[]): Record<string, readonly T[]> {
  return list.length > 0 ? { [key]: list } : {};
}

function readProperties(yaml: string): Record<string, unknown> | null {
  try {
    const value = parseYaml(yaml);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return value as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** The position ends with the closing fence, without the line end after it. */
function endOfFence(text: string, yamlEnd: number): number {
  return text.indexOf('---', yamlEnd) + 3;
}

/** The same text with spaces instead of front matter, code and comments; offsets and lines stay. */
function withoutCode(text: string, bodyStart: number): string {
  const spaces = (found: string): string => found.replace(/[^\n]/g, ' ');
  const body = text
    .slice(bodyStart)
    .replace(
      /^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:[^\n]*\n)*?(?: {0,3}\1[^\n]*(?:\n|$)|$(?![\s\S]))/gm,
      spaces,
    )
    .replace(/%%[^%]*%%/g, spaces)
    .replace(/`[^`\n]+`/g, spaces);
  return spaces(text.slice(0, bodyStart)) + body;
}

const TAG = /(^|\s)(#[\p{L}\p{N}_/-]+)/gmu;

function readTags(body: string, locate: Locate): TagCache[] {
  return [...body.matchAll(TAG)]
    .map((match) => ({ at: match.index + (match[1] ?? '').length, tag: match[2] ?? '' }))
    .filter(({ tag }) => /[^#\d]/.test(tag))
    .map(({ at, tag }) => ({ tag, position: locate(at, at + tag.length) }));
}

const LINK = /!?\[\[([^\]\n|]+)(?:\|([^\]\n]*))?\]\]|!?\[([^\]\n]*)\]\(([^)\s]+)\)/g;

/** Links into the vault only: what has a scheme (`https:`) is no link to the cache. */
function readLinks(body: string, locate: Locate): ReferenceCache[] {
  const links: ReferenceCache[] = [];
  for (const match of body.matchAll(LINK)) {
    const [original, wiki, alias, label, target] = match;
    if (target !== undefined && /^[a-z][a-z\d+.-]*:/i.test(target)) continue;
    links.push({
      link: wiki ?? decodeLink(target ?? ''),
      original,
      displayText: alias ?? label ?? wiki ?? '',
      position: locate(match.index, match.index + original.length),
    });
  }
  return links;
}

function decodeLink(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

const HEADING = /^(#{1,6})[ \t]+([^\n]*)$/gm;

function readHeadings(body: string, locate: Locate): HeadingCache[] {
  return [...body.matchAll(HEADING)].map((match) => ({
    heading: (match[2] ?? '').trim(),
    level: (match[1] ?? '').length,
    position: locate(match.index, match.index + match[0].trimEnd().length),
  }));
}

/** Links that are the whole of a property's value, with the key as a path (`related.0`). */
function frontmatterLinks(value: unknown, key = ''): FrontmatterLinkCache[] {
  if (typeof value === 'string') {
    const match = /^\[\[([^\]|]+)(?:\|([^\]]*))?\]\]$/.exec(value);
    if (!match) return [];
    const link = match[1] ?? '';
    return [{ key, link, original: value, displayText: match[2] ?? link }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    frontmatterLinks(inner, key ? `${key}.${name}` : name),
  );
}

/** Turns offsets into positions; lines and columns from 0. The lines are counted once, if at all. */
function locator(text: string): Locate {
  let starts: number[] | null = null;
  const loc = (offset: number): Loc => {
    starts ??= lineStarts(text);
    const line = lineAt(starts, offset);
    return { line, col: offset - (starts[line] ?? 0), offset };
  };
  return (from, to) => ({ start: loc(from), end: loc(to) });
}

/** The offsets at which the lines begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line in which the offset lies, from 0. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
