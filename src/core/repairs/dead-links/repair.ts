import type { Range, TextEdit } from '../../text/edits';
import { lineAround, type Line } from '../../text/lines';
import { destination, nextArticleUrl } from '../../omnivore/links';
import { linkDestination } from './link-destination';
import { leadsToOtherArticle, type LinkInNote } from './other-article';
import { removeLink } from './remove-link';
import { choice, type ValuesOf } from '../../schema/field';
import { defineRepair } from '../define-repair';
import { unresolvedFinding, type Finding, type Subject } from '../repair';
import { docs, examples } from './docs';
import { en } from './en';
import { zh } from './zh';

const options = {
  /** What to do with "Read on Omnivore" and other links to the article on omnivore.app. */
  articles: choice(['original', 'remove', 'keep'], 'original'),
  /** What to do with links of highlights. `block` links to the `^block` on the same line of the note. */
  highlights: choice(['block', 'original', 'remove', 'keep'], 'block'),
};

type DeadLinksOptions = ValuesOf<typeof options>;

/** How far to search back from the end of a line for a block id. A line may be as long as the note. */
const MAX_BLOCK_ID_CHARS = 64;
/** How much of a line is read before and after a link. */
const MAX_CHARS_AROUND_LINK = 1_000;

/** Replaces links to omnivore.app, which is gone, by links to the original or the highlight, or by plain text. */
export const deadLinks = defineRepair({
  id: 'dead-links',
  enabled: false,
  touches: ['body'],
  command: { id: 'mend-dead-links', icon: 'link' },
  options,
  messages: { en, zh },
  docs,
  examples,
  find,
});

function find(subject: Subject, options: DeadLinksOptions): readonly Finding[] {
  const { text } = subject.note;
  const { from, to } = subject.article.body;
  const next = (at: number): number => nextArticleUrl(text, { from: at, to });
  const findings: Finding[] = [];
  let at = next(from);
  let line = lineAround(text, Math.max(at, 0));
  while (at >= 0) {
    const link = linkAround(text, at);
    if (at >= line.next) line = lineAround(text, at);
    findings.push(...repairUrl(subject, at, link, line, options));
    at = next(Math.max(at + 1, link?.to ?? 0));
  }
  return findings;
}

/** Repairs a URL of Omnivore at `at`. `link` is the Markdown link around it, if there is one. */
function repairUrl(
  subject: Subject,
  at: number,
  link: DeadLink | null,
  line: Line,
  options: DeadLinksOptions,
): readonly Finding[] {
  const { note } = subject;
  const url = destination(note.text, at);
  const range = { from: at, to: at + url.length };
  const choice = url.split('#')[1] ? options.highlights : options.articles;
  if (choice === 'keep') return [];
  if (note.inCode(at))
    return note.inDoubtfulCode(at) ? [unresolvedFinding(note.text, range, 'in-code')] : [];
  return link
    ? repairLink(subject, link, line, choice)
    : [unresolvedFinding(note.text, range, 'no-markdown-link')];
}

/** A Markdown link: `[label](destination)`, with or without a title. */
interface DeadLink extends Range {
  readonly label: Range;
  /** The URL as written, including angle brackets. */
  readonly destination: Range;
  /** The part of the URL after `#`, or ''. */
  readonly anchor: string;
}

/** The end of a link after its destination: an optional title, then the parenthesis. */
const LINK_END = /^(?:[ \t]{1,9}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?[ \t]{0,9}\)/;
const LONGEST_CLOSING_CHARS = 330;

function linkAround(text: string, at: number): DeadLink | null {
  const isAngled = text.charAt(at - 1) === '<';
  const from = isAngled ? at - 1 : at;
  const label = text.startsWith('](', from - 2) ? labelBefore(text, from - 2) : null;
  if (!label || text.charAt(label.from - 2) === '!') return null;
  const url = destination(text, at);
  const to = at + url.length + (isAngled ? 1 : 0);
  if (isAngled && text.charAt(to - 1) !== '>') return null;
  const closing = LINK_END.exec(text.slice(to, to + LONGEST_CLOSING_CHARS));
  if (!closing) return null;
  const anchor = url.split('#')[1] ?? '';
  return {
    from: label.from - 1,
    to: to + closing[0].length,
    label,
    destination: { from, to },
    anchor,
  };
}

const LONGEST_LABEL_CHARS = 600;

/** Returns the label that ends at `to`, with balanced brackets. Null if it starts on an earlier line or is too long. */
function labelBefore(text: string, to: number): Range | null {
  const earliest = Math.max(0, to - LONGEST_LABEL_CHARS);
  let depth = 1;
  for (let at = to - 1; at >= earliest; at--) {
    const char = text.charAt(at);
    if (char === '\n') return null;
    if ((char !== '[' && char !== ']') || text.charAt(at - 1) === '\\') continue;
    depth += char === ']' ? 1 : -1;
    if (depth === 0) return { from: at + 1, to };
  }
  return null;
}

function repairLink(
  subject: Subject,
  link: DeadLink,
  line: Line,
  choice: 'original' | 'remove' | 'block',
): readonly Finding[] {
  const { text } = subject.note;
  if (choice === 'remove') {
    const edit = removeLink(text, line, link);
    return [
      edit ? linkFinding(text, link, edit) : unresolvedFinding(text, link, 'would-open-block'),
    ];
  }
  if (choice === 'block') {
    const block = blockOf(text, line, link);
    return [
      block === null
        ? unresolvedFinding(text, link.destination, 'no-block')
        : relink(text, link, block),
    ];
  }
  const { url } = subject.article;
  const isOther =
    link.anchor === '' && leadsToOtherArticle(subject.article, linkInNote(text, link, line));
  if (url === null || isOther) return [unresolvedFinding(text, link.destination, 'no-original')];
  const written = linkDestination(url);
  if (written === null) return [unresolvedFinding(text, link.destination, 'unwritable-url')];
  return [relink(text, link, written)];
}

function linkInNote(
  text: string,
  { destination: { from }, label }: DeadLink,
  line: Line,
): LinkInNote {
  return {
    url: destination(text, text.charAt(from) === '<' ? from + 1 : from),
    label: text.slice(label.from, label.to),
    line: text.slice(
      Math.max(line.from, from - MAX_CHARS_AROUND_LINK),
      Math.min(line.to, from + MAX_CHARS_AROUND_LINK),
    ),
  };
}

function relink(text: string, link: DeadLink, insert: string): Finding {
  return linkFinding(text, link, { ...link.destination, insert });
}

/** Returns a finding that shows the link only, even if the edit also removes text around it. */
function linkFinding(text: string, { from, to }: DeadLink, edit: TextEdit): Finding {
  const start = edit.from > from ? text.slice(from, edit.from) : '';
  const end = edit.to < to ? text.slice(edit.to, to) : '';
  const after = start + edit.insert + end;
  return { from, to, before: text.slice(from, to), after, edits: [edit] };
}

/**
 * Returns a link to the block id on the line: `#^` and the first eight characters of the highlight's id, as the
 * original plugin wrote it. Null if the line has no such id.
 */
function blockOf(text: string, line: Line, link: DeadLink): string | null {
  const id = `^${link.anchor.slice(0, 8)}`;
  const rest = text.slice(Math.max(link.to, line.to - MAX_BLOCK_ID_CHARS), line.to).trimEnd();
  if (!/^\^[\w-]+$/.test(id) || !rest.endsWith(id)) return null;
  const before = rest.charAt(rest.length - id.length - 1);
  return before === '' || /\s/.test(before) ? `#${id}` : null;
}
