import type { Note } from '../markdown/note';
import type { Article } from './article';
import { instantOfId } from './ids';
import { destination, instantOfUrl } from './links';
import { linkKind, nextArticleUrlInProse, type LinkKind } from './own-links';

/** Returns the timestamps in an article's links, in its URL property and in its ID, in this order. */
export function clocksOf(
  note: Note,
  article: Pick<Article, 'id' | 'body' | 'header'>,
  inProperty: string | null,
): readonly number[] {
  const clocks = [
    ...clocksOfLinks(note, article),
    inProperty === null ? null : instantOfUrl(inProperty),
    article.id === null ? null : instantOfId(article.id),
  ];
  return clocks.filter((clock) => clock !== null);
}

const LINK_KINDS = 3;

/** Returns the timestamp of the first link of each kind. Other URLs may belong to other articles. */
function clocksOfLinks(
  note: Note,
  { body, header }: Pick<Article, 'body' | 'header'>,
): readonly number[] {
  const clocks = new Map<LinkKind, number>();
  let at = nextArticleUrlInProse(note, body);
  while (at >= 0 && clocks.size < LINK_KINDS) {
    const url = destination(note.text, at);
    const clock = instantOfUrl(url);
    const kind = linkKind(note.text, at, url, header);
    if (kind && clock !== null && !clocks.has(kind)) clocks.set(kind, clock);
    at = nextArticleUrlInProse(note, { from: at + 1, to: body.to });
  }
  return [...clocks.values()];
}
