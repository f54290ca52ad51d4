import type { Span } from '../text/edit';
import { lineAround } from '../text/lines';
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

/** Turns links to omnivore.app, which is gone, to what they stood for. */
export const deadLinks: RepairKind<DeadLinksOptions> = {
  defaults: { articles: 'original', highlights: 'block' },
  with: (options) => (subject) => {
    const { text } = subject.note;
    const { from, to } = subject.article.body;
    const findings: Finding[] = [];
    let at = text.indexOf(ARTICLE_ADDRESS, from);
    while (at >= 0 && at < to) {
      const link = linkAround(text, at);
      if (link && !subject.note.inCode(at)) findings.push(...mend(subject, link, options));
      at = text.indexOf(ARTICLE_ADDRESS, Math.max(at + 1, link?.to ?? 0));
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

function mend(subject: Subject, link: Link, options: DeadLinksOptions): readonly Finding[] {
  const { text } = subject.note;
  const choice = link.anchor === '' ? options.articles : options.highlights;
  if (choice === 'keep') return [];
  if (choice === 'remove') return [removal(text, link)];
  const target = choice === 'block' ? blockOf(text, link) : subject.article.url;
  if (target === null) return choice === 'block' ? [] : [leave(text, link.address, 'no-original')];
  const { from, to } = link.address;
  const will = text.slice(link.from, from) + target + ')';
  const was = text.slice(link.from, link.to);
  return [{ from: link.from, to: link.to, was, will, edits: [{ from, to, insert: target }] }];
}

/** `#^` and the block id that the original plugin wrote on the line: the first eight characters of the highlight's id. */
function blockOf(text: string, link: Link): string | null {
  const line = lineAround(text, link.from);
  const id = `^${link.anchor.slice(0, 8)}`;
  const rest = text.slice(link.to, line.to);
  return new RegExp(`(?:^|\\s)\\^${id.slice(1).replace(/[^\w-]/g, '')}\\s*$`).test(rest)
    ? `#${id}`
    : null;
}

function withSeparator(text: string, line: Span, link: Link): Span {
  const bar = /^[ \t]{0,8}\|[ \t]{0,8}/.exec(text.slice(link.to, line.to));
  const opens = /^[ \t]*(?:[-*+][ \t]+)?$/.test(text.slice(line.from, link.from));
  if (bar && opens) return { from: link.from, to: link.to + bar[0].length };
  const before = /(?:[ \t]{0,8}\|[ \t]{0,8}| )$/.exec(text.slice(line.from, link.from));
  return { from: link.from - (before?.[0].length ?? 0), to: link.to };
}

/** The link with one blank before it, or with the bar that parts it from another; the whole line where nothing else stands on it. */
function removal(text: string, link: Link): Finding {
  const line = lineAround(text, link.from);
  const rest = text.slice(line.from, link.from) + text.slice(link.to, line.to);
  const alone = /^[ \t]*(?:[-*+][ \t]+)?[；;,，。.]?[ \t]*$/.test(rest);
  const span = alone ? { from: line.from, to: line.next } : withSeparator(text, line, link);
  const was = text.slice(link.from, link.to);
  return { from: link.from, to: link.to, was, will: '', edits: [{ ...span, insert: '' }] };
}
