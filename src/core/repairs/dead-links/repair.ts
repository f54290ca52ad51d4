import type { Range, TextEdit } from '../../text/edits';
import { lineAround, type Line } from '../../text/lines';
import { destination, nextArticleUrl } from '../../omnivore/links';
import { linkDestination } from './link-destination';
import { removeLink } from './remove-link';
import { choice, type ValuesOf } from '../../schema/field';
import { defineRepair } from '../define-repair';
import { unresolvedFinding, type Finding, type Subject } from '../repair';
import { docs, examples } from './docs';
import { en } from './en';
import { zh } from './zh';

const options = {
  /** "Read on Omnivore" and other links to the article at omnivore.app. */
  articles: choice(['original', 'remove', 'keep'], 'original'),
  /** The links behind highlights; `block` leads to the note's own `^block` beside it. */
  highlights: choice(['block', 'original', 'remove', 'keep'], 'block'),
};

type DeadLinksOptions = ValuesOf<typeof options>;

/** How far behind a link its highlight's block is looked for, from the line's end; a line may be as long as the note. */
const NEAR_CHARS = 64;

/** Changes links to omnivore.app, which is gone: to what they stood for, or to their words alone. */
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

/** What to do about a URL of Omnivore; `link` is the Markdown link it is in, if there is one. */
function repairUrl(
  subject: Subject,
  at: number,
  link: Link | null,
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

/** A Markdown link: `[label](destination)`, with a title or without. */
interface Link extends Range {
  readonly label: Range;
  /** Its URL as it is written, with angle brackets where there are some. */
  readonly destination: Range;
  /** What stands behind `#`, '' without one. */
  readonly anchor: string;
}

/** What may stand behind a destination: a title, then the parenthesis. */
const CLOSING = /^(?:[ \t]{1,9}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?[ \t]{0,9}\)/;
const LONGEST_CLOSING_CHARS = 330;

function linkAround(text: string, at: number): Link | null {
  const isAngled = text.charAt(at - 1) === '<';
  const from = isAngled ? at - 1 : at;
  const label = text.startsWith('](', from - 2) ? labelBefore(text, from - 2) : null;
  if (!label || text.charAt(label.from - 2) === '!') return null;
  const url = destination(text, at);
  const to = at + url.length + (isAngled ? 1 : 0);
  if (isAngled && text.charAt(to - 1) !== '>') return null;
  const closing = CLOSING.exec(text.slice(to, to + LONGEST_CLOSING_CHARS));
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

/** The label that ends at a bracket; brackets in it are in pairs. Null where it does not begin on the same line, or shortly before. */
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
  link: Link,
  line: Line,
  choice: 'original' | 'remove' | 'block',
): readonly Finding[] {
  const { text } = subject.note;
  if (choice === 'remove') {
    const edit = removeLink(text, line, link);
    return [edit ? findingOf(text, link, edit) : unresolvedFinding(text, link, 'would-open-block')];
  }
  if (choice === 'block') {
    const block = blockOf(text, line, link);
    return [
      block === null
        ? unresolvedFinding(text, link.destination, 'no-block')
        : leadTo(text, link, block),
    ];
  }
  const { url } = subject.article;
  if (url === null) return [unresolvedFinding(text, link.destination, 'no-original')];
  const written = linkDestination(url);
  if (written === null) return [unresolvedFinding(text, link.destination, 'unwritable-url')];
  return [leadTo(text, link, written)];
}

function leadTo(text: string, link: Link, insert: string): Finding {
  return findingOf(text, link, { ...link.destination, insert });
}

/** A finding about a link; what lies around the link and goes with it is not shown. */
function findingOf(text: string, { from, to }: Link, edit: TextEdit): Finding {
  const was = text.slice(from, to);
  const before = edit.from > from ? text.slice(from, edit.from) : '';
  const behind = edit.to < to ? text.slice(edit.to, to) : '';
  return { from, to, before: was, after: before + edit.insert + behind, edits: [edit] };
}

/** `#^` and the block id that the original plugin wrote on the line: the first eight characters of the highlight's id. */
function blockOf(text: string, line: Line, link: Link): string | null {
  const id = `^${link.anchor.slice(0, 8)}`;
  const rest = text.slice(Math.max(link.to, line.to - NEAR_CHARS), line.to).trimEnd();
  if (!/^\^[\w-]+$/.test(id) || !rest.endsWith(id)) return null;
  const before = rest.charAt(rest.length - id.length - 1);
  return before === '' || /\s/.test(before) ? `#${id}` : null;
}
