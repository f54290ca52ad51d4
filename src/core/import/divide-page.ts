/** Elements that add nothing but a new line, so that a page can be divided at them. */
export const CONTAINERS: ReadonlySet<string> = new Set(
  'HTML BODY DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE CENTER FIGURE ADDRESS'.split(' '),
);
/** Other elements that start on a new line. A page can be divided before them. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'P H1 H2 H3 H4 H5 H6 UL OL DL TABLE BLOCKQUOTE PRE HR FORM NAV LI NOSCRIPT'.split(' '),
);
/** Elements without an end tag. */
const VOID: ReadonlySet<string> = new Set(
  'AREA BASE BR COL EMBED HR IMG INPUT LINK META PARAM SOURCE TRACK WBR'.split(' '),
);
/** Elements whose text contains no tags. */
const RAW_ENDS: Readonly<Partial<Record<string, RegExp>>> = {
  SCRIPT: /<\/script/gi,
  STYLE: /<\/style/gi,
  TEXTAREA: /<\/textarea/gi,
  TITLE: /<\/title/gi,
};

/**
 * Divides a page where only containers are open, without parsing it, because parsing can't be
 * divided. The pieces are about `length` long, in UTF-16 code units. Where the tags of a page don't
 * match, a piece can be longer. Takes linear time. Between long parts without a piece, yields '', so that the
 * caller can pause.
 */
export function* dividePage(html: string, length: number): Generator<string> {
  let [start, pausedAt] = [0, 0];
  /** The open elements that are not containers. */
  const open: string[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const { name, isEnd, end } = pageTagAt(html, at);
    if (name !== '' && open.length === 0) {
      // Drops a container's own tags, because its parts may be in different pieces.
      const isContainer = CONTAINERS.has(name);
      if (isContainer || (!isEnd && BLOCKS.has(name) && at - start > length)) {
        yield html.slice(start, at);
        start = isContainer ? end : at;
        pausedAt = at;
      }
    }
    if (at - pausedAt > MAX_WITHOUT_PAUSE) {
      yield '';
      pausedAt = at;
    }
    if (isEnd) closeElement(open, name);
    else if (name !== '' && !CONTAINERS.has(name) && !VOID.has(name)) open.push(name);
    else if (CONTAINERS.has(name) && open.length > 0) open.push(name);
    const rawEnd = isEnd ? undefined : RAW_ENDS[name];
    at = rawEnd ? offsetOf(rawEnd, html, end) : end;
  }
  yield html.slice(start);
}

/** How much is read without a pause, in UTF-16 code units. */
const MAX_WITHOUT_PAUSE = 256 * 1024;

/** How many unclosed elements an end tag can close. Hostile pages can have very many. */
const MAX_UNCLOSED = 64;

/** Removes an element and those inside it. Ignores an end tag without a start. */
function closeElement(open: string[], name: string): void {
  for (let i = open.length - 1; i >= Math.max(0, open.length - MAX_UNCLOSED); i--) {
    if (open[i] !== name) continue;
    open.length = i;
    return;
  }
}

interface PageTag {
  /** In capitals; '' for a comment, or a `<` that starts no tag. */
  readonly name: string;
  readonly isEnd: boolean;
  /** The offset after it. */
  readonly end: number;
}

function pageTagAt(html: string, at: number): PageTag {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4);
    return { name: '', isEnd: false, end: end < 0 ? html.length : end + 3 };
  }
  const [, slash = '', name = ''] =
    /^<(\/?)([a-z][a-z0-9]{0,20})/i.exec(html.slice(at, at + 24)) ?? [];
  if (name === '') return { name, isEnd: false, end: at + 1 };
  const end = html.indexOf('>', at);
  return { name: name.toUpperCase(), isEnd: slash !== '', end: end < 0 ? html.length : end + 1 };
}

/** Returns the offset of the first match after `from`, or the length of the text. */
function offsetOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
