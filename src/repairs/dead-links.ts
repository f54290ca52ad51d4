import type { Span } from '../text/edit';
import { lineAround, type Line } from '../text/lines';
import { indexWithin } from '../text/search';
import { ARTICLE_ADDRESS, destination } from '../omnivore/links';
import { leave, type Finding, type RepairKind, type Subject } from './repair';

export interface DeadLinksOptions {
  /** "Read on Omnivore" and other links to the article at omnivore.app. */
  readonly articles: 'original' | 'remove' | 'keep';
  /** The links behind highlights; `block` leads to the note's own `^block` beside it. */
  readonly highlights: 'block' | 'original' | 'remove' | 'keep';
}

/** A Markdown link as far as it stands before its address: `[label](`. Labels are short and on one line. */
const LABEL = /\[[^[\]\n]{0,200}\]\($/;
const LONGEST_LABEL = 210;
/** How far around a link is looked for what belongs to it; a line may be as long as the note. */
const NEAR = 64;

/** Turns links to omnivore.app, which is gone, to what they stood for. */
export const deadLinks: RepairKind<DeadLinksOptions> = {
  defaults: { articles: 'original', highlights: 'block' },
  with: (options) => (subject) => {
    const { text } = subject.note;
    const { from, to } = subject.article.body;
    const next = (at: number): number => indexWithin(text, ARTICLE_ADDRESS, { from: at, to });
    const findings: Finding[] = [];
    let at = next(from);
    let line = lineAround(text, Math.max(at, 0));
    while (at >= 0) {
      const link = linkAround(text, at);
      if (at >= line.next) line = lineAround(text, at);
      if (link && !subject.note.inCode(at)) findings.push(...mend(subject, link, line, options));
      at = next(Math.max(at + 1, link?.to ?? 0));
    }
    return findings;
  },
};

interface Link extends Span {
  /** Its address. */
  readonly address: Span;
  /** What stands behind `#`, '' without one. */
  readonly anchor: string;
}

function linkAround(text: string, at: number): Link | null {
  const earliest = Math.max(0, at - LONGEST_LABEL);
  const label = LABEL.exec(text.slice(earliest, at));
  const address = destination(text, at);
  const to = at + address.length;
  if (!label || text.charAt(to) !== ')') return null;
  const anchor = address.split('#')[1] ?? '';
  return { from: earliest + label.index, to: to + 1, address: { from: at, to }, anchor };
}

function mend(
  subject: Subject,
  link: Link,
  line: Line,
  options: DeadLinksOptions,
): readonly Finding[] {
  const { text } = subject.note;
  const choice = link.anchor === '' ? options.articles : options.highlights;
  if (choice === 'keep') return [];
  if (choice === 'remove') return [removal(text, line, link)];
  const target = choice === 'block' ? blockOf(text, line, link) : subject.article.url;
  if (target === null) return choice === 'block' ? [] : [leave(text, link.address, 'no-original')];
  const { from, to } = link.address;
  const will = text.slice(link.from, from) + target + ')';
  const was = text.slice(link.from, link.to);
  return [{ from: link.from, to: link.to, was, will, edits: [{ from, to, insert: target }] }];
}

/** `#^` and the block id that the original plugin wrote on the line: the first eight characters of the highlight's id. */
function blockOf(text: string, line: Line, link: Link): string | null {
  const id = `^${link.anchor.slice(0, 8)}`;
  const rest = text.slice(Math.max(link.to, line.to - NEAR), line.to).trimEnd();
  if (!/^\^[\w-]+$/.test(id) || !rest.endsWith(id)) return null;
  const before = rest.charAt(rest.length - id.length - 1);
  return before === '' || /\s/.test(before) ? `#${id}` : null;
}

function withSeparator(text: string, line: Line, link: Link): Span {
  const bar = /^[ \t]{0,8}\|[ \t]{0,8}/.exec(
    text.slice(link.to, Math.min(line.to, link.to + NEAR)),
  );
  const near = text.slice(Math.max(line.from, link.from - NEAR), link.from);
  const opens = link.from - line.from <= NEAR && /^[ \t]*(?:[-*+][ \t]+)?$/.test(near);
  if (bar && opens) return { from: link.from, to: link.to + bar[0].length };
  const before = /(?:[ \t]{0,8}\|[ \t]{0,8}| )$/.exec(near);
  return { from: link.from - (before?.[0].length ?? 0), to: link.to };
}

/** The link with one blank before it, or with the bar that parts it from another; the whole line where nothing else stands on it. */
function removal(text: string, line: Line, link: Link): Finding {
  const few = line.to - line.from - (link.to - link.from) <= NEAR;
  const rest = few ? text.slice(line.from, link.from) + text.slice(link.to, line.to) : '…';
  const alone = /^[ \t]*(?:[-*+][ \t]+)?[；;,，。.]?[ \t]*$/.test(rest);
  const span = alone ? { from: line.from, to: line.next } : withSeparator(text, line, link);
  const was = text.slice(link.from, link.to);
  return { from: link.from, to: link.to, was, will: '', edits: [{ ...span, insert: '' }] };
}
