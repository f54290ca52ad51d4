import type { Note } from '../../markdown/note';
import type { Article } from '../../omnivore/article';
import { plainName } from '../../omnivore/property-names';
import type { Range } from '../../text/edits';
import { lineAt } from '../../text/lines';
import { OMNIVORE_NAMES, type DateConcept } from './omnivore-dates';

/** A date that a template wrote into a line of the body. Offsets are in the note's text. */
export interface DateLine {
  readonly concept: DateConcept;
  readonly range: Range;
  readonly value: string;
  /** Whether it may be in code. Then it is not changed. */
  readonly isDoubtful: boolean;
}

/** A template's label, including list marker and bold markup. Groups: name, colons, space or line end. */
const FIELD_LABEL =
  /^[ \t]*(?:[-*+] )?(?:\*\*|__)?(\p{L}[\p{L}_ -]{0,30}?)(?:\*\*|__)?(::?)(?:\*\*|__)?([ \t]|$)?/u;
/** Labels of lines that templates write, in addition to dates. */
const TEMPLATE_NAMES: ReadonlySet<string> = new Set([
  ...['id', 'title', 'author', 'tags', 'tag', 'labels', 'topics', 'site', 'site_name', 'source'],
  ...['url', 'link', 'original', 'original_url', 'omnivore', 'omnivore_url', 'description'],
  ...['type', 'state', 'status', 'words', 'words_count', 'read_length', 'image'],
  ...['date', 'saved', 'published', 'read', 'archived', 'created', 'updated', 'import_date'],
  ...['revision_date', 'publish_date', 'added', 'aliases', 'category', 'collapsed', 'up'],
]);
/** A link, a URL or a tag, at `lastIndex`. */
const LINK_OR_TAG =
  /!?\[[^[\]]*\]\((?:[^()\s]|\([^()\s]*\))*\)|!?\[\[[^[\]]*\]\]|https?:\/\/[^\s)]+|#[^\s#]+|<[^<>]*>/iy;
/** The first characters of `LINK_OR_TAG`. */
const LINK_STARTS = '![hH#<';
/** The maximum number of letters in a label next to links. More letters are prose. */
const MAX_LABEL_LETTERS = 24;
/** Only the start of a longer line is read; dates are in short lines. */
const MAX_LINE_CHARS = 400;

/**
 * Returns the dates that a template wrote below an article's links, such as `date_saved: 2024-03-14` or
 * `- **Date read**: [[2024-03-07]]`. Stops at the first line of prose. Everything after it is the article's own
 * text, which may contain such lines too.
 */
export function dateLines(note: Note, { header }: Article): readonly DateLine[] {
  const { text } = note;
  const lines: DateLine[] = [];
  for (let at = header.from; at < header.to;) {
    const line = lineAt(text, at, header.to);
    at = line.next;
    const content = text.slice(line.from, Math.min(line.to, line.from + MAX_LINE_CHARS));
    if (content.trim() === '') continue;
    const label = FIELD_LABEL.exec(content);
    const name = label ? plainName((label[1] ?? '').trim()) : '';
    const concept = OMNIVORE_NAMES.get(name);
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

/** Returns whether a line is a heading, a comment, or mostly links and tags. An image belongs to the article's text. */
function isTemplateLine(line: string): boolean {
  if (/!\[|<img\b/i.test(line)) return false;
  if (/^[ \t]*(?:#{1,6}[ \t]|%%)/.test(line)) return true;
  let [hasLink, letters] = [false, 0];
  for (let at = 0; at < line.length;) {
    const char = line.charAt(at);
    LINK_OR_TAG.lastIndex = at;
    if (LINK_STARTS.includes(char) && LINK_OR_TAG.test(line)) {
      hasLink = true;
      at = LINK_OR_TAG.lastIndex;
      continue;
    }
    if (/[\p{L}\p{N}]/u.test(char) && ++letters > MAX_LABEL_LETTERS) return false;
    at++;
  }
  return hasLink;
}
