import type { Note } from '../markdown/note';
import { lineAround, type Line } from '../text/lines';
import { nextArticleUrl, slugOf } from './links';
import { hasOnlyLinks, type HeadLine } from './note-head';

/** What the links to omnivore.app in a note's body show. */
export interface BodyLinks {
  /** A link labeled with Omnivore's name is alone on a line, not in a sentence. */
  readonly labelled: boolean;
  /** A link to an article is alone on a line in the note's head. */
  readonly inHead: boolean;
  /** The links to the article and to the original page are next to each other in the note's head. */
  readonly headPair: boolean;
  /** How many links lead to highlights. 0 if there is only one, unless the plugin's `^block` follows it. */
  readonly highlights: number;
  /** How many different articles are linked: 0, 1, or 2 for more than one. */
  readonly articles: number;
}

/** Longer lines are prose. In characters. */
const MAX_LINK_LINE_LENGTH = 2_000;
/** The labels of the default template and of its translations in the app. The URL after them can have changed. */
const READ_LABEL = /\[(?:Read|View|Open) (?:on|in|with) Omnivore\]\(/i;
/** Omnivore's name in a label, or before the colon of one. */
const NAMED_LABEL =
  /\[[^[\]\n]{0,60}omnivore[^[\]\n]{0,20}\]\(https:\/\/omnivore\.app\/|omnivore[^:：\n]{0,20}[:：]{1,2}/i;
const ORIGINAL_NEAR = /\[(?:Read |View |Open )?(?:Original|Source|Web)\]\(/i;
/** `#` and a highlight's ID after a slug. */
const HIGHLIGHT_ANCHOR = /^[^\s()<>#]{0,400}#([0-9a-f]{8})-[0-9a-f]{4}-/i;

/** Reads the links to omnivore.app in a note's body, except those in code. Most notes are recognized by the first one. */
export function bodyLinks(note: Note, head: readonly HeadLine[]): BodyLinks {
  return new ReadLinks(note, head);
}

/** A line with article URLs outside code, and their offsets. `label` is its text if only links are on it, or else ''. */
interface LinkLine {
  readonly line: Line;
  readonly urls: readonly number[];
  readonly standing: boolean;
  readonly label: string;
}

/** Reads lines only as far as needed, and each once. */
class ReadLinks implements BodyLinks {
  readonly #note: Note;
  readonly #head: readonly HeadLine[];
  readonly #lines: LinkLine[] = [];
  readonly #rest: Iterator<LinkLine, undefined>;
  #labelled: boolean | undefined;
  #counts: Pick<BodyLinks, 'highlights' | 'articles'> | undefined;

  constructor(note: Note, head: readonly HeadLine[]) {
    this.#note = note;
    this.#head = head;
    this.#rest = linkLines(note, head);
  }

  get labelled(): boolean {
    return (this.#labelled ??= this.#hasLabel() || hasReadLabel(this.#note));
  }

  get inHead(): boolean {
    const headTo = this.#head.at(-1)?.to ?? this.#note.bodyFrom;
    for (const { line, standing } of this.#all()) {
      if (line.from >= headTo) return false;
      if (standing) return true;
    }
    return false;
  }

  get headPair(): boolean {
    return isPair(this.#note.text, this.#head);
  }

  get highlights(): number {
    return (this.#counts ??= countLinks(this.#note.text, this.#all())).highlights;
  }

  get articles(): number {
    return (this.#counts ??= countLinks(this.#note.text, this.#all())).articles;
  }

  #hasLabel(): boolean {
    for (const { label } of this.#all()) if (NAMED_LABEL.test(label)) return true;
    return false;
  }

  *#all(): Generator<LinkLine> {
    for (let i = 0; ; i++) {
      const next = this.#lines[i] ?? this.#readLine();
      if (!next) return;
      yield next;
    }
  }

  #readLine(): LinkLine | null {
    const next = this.#rest.next();
    if (next.done) return null;
    this.#lines.push(next.value);
    return next.value;
  }
}

function countLinks(
  text: string,
  lines: Iterable<LinkLine>,
): Pick<BodyLinks, 'highlights' | 'articles'> {
  const slugs = new Set<string>();
  let anchors = 0;
  let blocks = 0;
  for (const { line, urls } of lines) {
    for (const at of urls) {
      if (slugs.size < 2) slugs.add(slugOf(text.slice(at, at + 400)) ?? '');
      const highlight = HIGHLIGHT_ANCHOR.exec(text.slice(at, at + 450))?.[1];
      if (highlight === undefined) continue;
      anchors++;
      const ending = text.slice(Math.max(line.from, line.to - 20), line.to).trimEnd();
      if (ending.endsWith(`^${highlight}`)) blocks++;
    }
  }
  return { highlights: anchors > 1 || blocks > 0 ? anchors : 0, articles: slugs.size };
}

function* linkLines(note: Note, head: readonly HeadLine[]): Generator<LinkLine, undefined> {
  const { text, bodyFrom } = note;
  const to = text.length;
  let at = nextArticleUrl(text, { from: bodyFrom, to });
  while (at >= 0) {
    const line = lineAround(text, at);
    const urls: number[] = [];
    for (; at >= 0; at = nextArticleUrl(text, { from: at + 1, to: line.next })) {
      if (!note.inCode(at)) urls.push(at);
    }
    if (urls.length > 0) {
      const known = head.find(({ from }) => from === line.from);
      const standing = known?.standsAlone ?? isLineOfLinks(text, line);
      yield { line, urls, standing, label: standing ? text.slice(line.from, line.to) : '' };
    }
    at = nextArticleUrl(text, { from: line.next, to });
  }
  return undefined;
}

function isLineOfLinks(text: string, { from, to }: Line): boolean {
  return to - from <= MAX_LINK_LINE_LENGTH && hasOnlyLinks(text.slice(from, to).trim());
}

/** Finds labels whose URL was replaced by a repair or by the user. One public template vault kept only the host. */
function hasReadLabel(note: Note): boolean {
  const { text } = note;
  let at = text.indexOf(' Omnivore](', note.bodyFrom);
  while (at >= 0) {
    const line = lineAround(text, at);
    const content = text.slice(line.from, Math.min(line.to, line.from + MAX_LINK_LINE_LENGTH));
    if (!note.inCode(at) && isLineOfLinks(text, line) && READ_LABEL.test(content)) return true;
    at = line.next > at ? text.indexOf(' Omnivore](', line.next) : -1;
  }
  return false;
}

/** Returns whether a link labeled with Omnivore's name is next to, above or below a link to the original page. */
function isPair(text: string, head: readonly HeadLine[]): boolean {
  const standing = head.filter((line) => line.standsAlone);
  const contents = standing.map(({ from, to }) => text.slice(from, to));
  const read = contents.findIndex((it) => READ_LABEL.test(it) || NAMED_LABEL.test(it));
  if (read < 0) return false;
  return contents.slice(Math.max(0, read - 1), read + 2).some((it) => ORIGINAL_NEAR.test(it));
}
