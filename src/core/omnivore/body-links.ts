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
  /** The next article URL, or -1 at the end. */
  #next: number;
  #labelled: boolean | undefined;
  #counts: Pick<BodyLinks, 'highlights' | 'articles'> | undefined;

  constructor(note: Note, head: readonly HeadLine[]) {
    const { text, bodyFrom } = note;
    this.#note = note;
    this.#head = head;
    this.#next = nextArticleUrl(text, { from: bodyFrom, to: text.length });
  }

  get labelled(): boolean {
    return (this.#labelled ??= this.#hasLabel() || hasReadLabel(this.#note));
  }

  get inHead(): boolean {
    const headTo = this.#head.at(-1)?.to ?? this.#note.bodyFrom;
    for (let i = 0, found = this.#lineAt(i); found; found = this.#lineAt(++i)) {
      if (found.line.from >= headTo) return false;
      if (found.standing) return true;
    }
    return false;
  }

  get headPair(): boolean {
    return isPair(this.#note.text, this.#head);
  }

  get highlights(): number {
    return this.#count().highlights;
  }

  get articles(): number {
    return this.#count().articles;
  }

  #hasLabel(): boolean {
    for (let i = 0, found = this.#lineAt(i); found; found = this.#lineAt(++i)) {
      if (NAMED_LABEL.test(found.label)) return true;
    }
    return false;
  }

  #count(): Pick<BodyLinks, 'highlights' | 'articles'> {
    while (this.#next >= 0) this.#readLine();
    return (this.#counts ??= countLinks(this.#note.text, this.#lines));
  }

  #lineAt(index: number): LinkLine | null {
    while (index >= this.#lines.length && this.#next >= 0) this.#readLine();
    return this.#lines[index] ?? null;
  }

  /** Reads the line of the next URL. Adds it unless all its URLs are in code. */
  #readLine(): void {
    const { text } = this.#note;
    const line = lineAround(text, this.#next);
    const urls: number[] = [];
    for (let at = this.#next; at >= 0; at = nextArticleUrl(text, { from: at + 1, to: line.next })) {
      if (!this.#note.inCode(at)) urls.push(at);
    }
    if (urls.length > 0) {
      const known = this.#head.find(({ from }) => from === line.from);
      const standing = known?.standsAlone ?? isLineOfLinks(text, line);
      const label = standing ? text.slice(line.from, line.to) : '';
      this.#lines.push({ line, urls, standing, label });
    }
    this.#next = nextArticleUrl(text, { from: line.next, to: text.length });
  }
}

function countLinks(
  text: string,
  lines: readonly LinkLine[],
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
