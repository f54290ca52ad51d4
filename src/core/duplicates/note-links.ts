import { destination } from '../omnivore/links';
import { isMarkdown } from '../text/paths';

/** A link in a note that may lead to another note. */
export interface NoteLink {
  /** Offset of the link's brackets. */
  readonly at: number;
  /** Where the target is written, without what follows `#` or `|`. */
  readonly from: number;
  readonly to: number;
  /** The decoded target: a path or a name, with or without `.md`. */
  readonly target: string;
  /** `[[target]]`, a destination in Markdown, or one in angle brackets. */
  readonly syntax: 'wiki' | 'markdown' | 'angled';
}

const WIKI_LINK = /\[\[([^[\]|#\n]{1,500})([^[\]\n]{0,500})\]\]/g;
/** What is before the destination of a Markdown link, or of the definition of one. */
export const BEFORE_DESTINATION = /\]\(|^[ >]{0,20}\[[^[\]\n^][^[\]\n]{0,300}\]:[ \t]{0,20}/gm;
const OTHER_SCHEME = /^[a-z][a-z+.-]*:/i;
const FOLDER = /(?:^|\/)\.{0,2}$/;

/** Returns the links of a text that may lead to notes. They may be in code. */
export function noteLinks(text: string): readonly NoteLink[] {
  const links: NoteLink[] = [];
  for (const { index: at, 1: inside = '', 2: rest = '' } of text.matchAll(WIKI_LINK)) {
    if (text.charAt(at - 1) === '\\') continue;
    const from = at + 2;
    // In a table the bar is escaped.
    const written = rest.startsWith('|') ? inside.replace(/\\$/, '') : inside;
    links.push({
      at,
      from,
      to: from + written.length,
      target: written.trim(),
      syntax: 'wiki',
    });
  }
  for (const { index: at, 0: opening } of text.matchAll(BEFORE_DESTINATION)) {
    const start = at + opening.length;
    const isAngled = text.charAt(start) === '<';
    const from = start + (isAngled ? 1 : 0);
    const url = isAngled ? insideAngles(text, from) : destination(text, from);
    const [written = ''] = url.split('#');
    // A definition with a bare word can be prose.
    if (opening !== '](' && !isMarkdown(written)) continue;
    if (OTHER_SCHEME.test(written) || FOLDER.test(written)) continue;
    links.push({
      at,
      from,
      to: from + written.length,
      target: decoded(written),
      syntax: isAngled ? 'angled' : 'markdown',
    });
  }
  return links.sort((a, b) => a.from - b.from);
}

function insideAngles(text: string, from: number): string {
  return /^[^<>\n]{0,1000}/.exec(text.slice(from, from + 1_001))?.[0] ?? '';
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
