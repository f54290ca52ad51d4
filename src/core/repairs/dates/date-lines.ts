import type { Note } from '../../markdown/note';
import type { Article } from '../../omnivore/article';
import { plainName } from '../../omnivore/property-names';
import type { Range } from '../../text/edits';
import { lineAt } from '../../text/lines';
import { OMNIVORE_NAMES, type DateConcept } from './omnivore-dates';

/** A date that a template wrote as a line of the body. */
export interface DateLine {
  readonly concept: DateConcept;
  readonly range: Range;
  readonly value: string;
  /** Whether it may stand in code: then it is not changed. */
  readonly isDoubtful: boolean;
}

/** A template's label, with the list mark and the bold type around it. Groups: the name, the colons. */
const LABEL =
  /^[ \t]*(?:[-*+] )?(?:\*\*|__)?(\p{L}[\p{L}_ -]{0,30}?)(?:\*\*|__)?(::?)(?:\*\*|__)?([ \t]|$)?/u;
/** What templates write in a line of its own, beside dates. */
const TEMPLATE_NAMES: ReadonlySet<string> = new Set([
  ...['id', 'title', 'author', 'tags', 'tag', 'labels', 'topics', 'site', 'site_name', 'source'],
  ...['url', 'link', 'original', 'original_url', 'omnivore', 'omnivore_url', 'description'],
  ...['type', 'state', 'status', 'words', 'words_count', 'read_length', 'image'],
  ...['date', 'saved', 'published', 'read', 'archived', 'created', 'updated', 'import_date'],
  ...['revision_date', 'publish_date', 'added', 'aliases', 'category', 'collapsed', 'up'],
]);
/** A link, a web address or a tag at an offset. */
const LINK =
  /!?\[[^[\]]*\]\((?:[^()\s]|\([^()\s]*\))*\)|!?\[\[[^[\]]*\]\]|https?:\/\/[^\s)]+|#[^\s#]+|<[^<>]*>/iy;
/** So many letters beside links are a label, more are prose. */
const MAX_LABEL_LETTERS = 24;
/** Longer lines hold no date; only their start is looked at. */
const MAX_LINE = 400;

/**
 * The dates that a template wrote below an article's links, as `date_saved: 2024-03-14` or `- **Date read**: [[2024-03-07]]`. They
 * end where the first line of prose is: from there on the text is the article's, which may be about such lines.
 */
export function dateLines(note: Note, { header }: Article): readonly DateLine[] {
  const { text } = note;
  const lines: DateLine[] = [];
  for (let at = header.from; at < header.to;) {
    const line = lineAt(text, at, header.to);
    at = line.next;
    const content = text.slice(line.from, Math.min(line.to, line.from + MAX_LINE));
    if (content.trim() === '') continue;
    const label = LABEL.exec(content);
    const name = label ? plainName((label[1] ?? '').trim()) : '';
    const concept = Object.hasOwn(OMNIVORE_NAMES, name) ? OMNIVORE_NAMES[name] : undefined;
    const isKnown = concept !== undefined || TEMPLATE_NAMES.has(name);
    const isInlineField = label?.[2] === '::' && label[3] !== undefined;
    if (!isKnown && !isInlineField && !isTemplateLine(content)) break;
    const isDoubtful = note.inDoubtfulCode(line.from);
    if (!label || !concept || (note.inCode(line.from) && !isDoubtful)) continue;
    const value = content.slice(label[0].length).trim();
    if (value === '') continue;
    const from = line.from + content.indexOf(value, label[0].length);
    lines.push({ concept, range: { from, to: from + value.length }, value, isDoubtful });
  }
  return lines;
}

/** Whether a line is a heading, a comment, or links and tags with little else. With an image the article's own text has begun. */
function isTemplateLine(line: string): boolean {
  if (/!\[|<img\b/i.test(line)) return false;
  if (/^[ \t]*(?:#{1,6}[ \t]|%%)/.test(line)) return true;
  let [hasLink, letters] = [false, 0];
  for (let at = 0; at < line.length;) {
    LINK.lastIndex = at;
    if (LINK.test(line)) {
      hasLink = true;
      at = LINK.lastIndex;
    } else if (/[\p{L}\p{N}]/u.test(line.charAt(at++))) letters++;
  }
  return hasLink && letters <= MAX_LABEL_LETTERS;
}
