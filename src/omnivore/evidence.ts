import type { Note } from '../note/note';
import type { Properties } from '../note/front-matter';
import type { MarkId } from './dialect';
import { headerOf } from './header';
import { DEAD_HOST } from './image-proxy';
import { ARTICLE_ADDRESS, hasOriginalLabel } from './links';
import { isOutlineItem } from './outline';
import { plainName } from './property-names';
import type { RecogniseOptions } from './recognise';

/** Answers whether a mark was seen; each is looked for at most once. */
export interface Evidence {
  readonly has: (mark: MarkId) => boolean;
}

/** Client-made and server-made ids are UUIDs; before March 2023 they were Elasticsearch's; one public template vault anonymised them. */
const OMNIVORE_ID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[\w-]{20}|id-generated-by-omnivore)$/i;
/** Variables of the original plugin that others seldom use; one `date_saved`, or two of the rest, speak for it. */
const ARTICLE_PROPERTIES = new Set([
  'date_published',
  'date_read',
  'date_archived',
  'words_count',
  'site_name',
  'original_url',
  'omnivore_url',
]);
const READ_LABEL = /\[[^[\]\n]{0,40}omnivore\]\(https:\/\/omnivore\.app\b/i;
const TAG = /(?:^|[\s(])#(?:[\w/-]+\/)?omnivore(?![\w/-])|\[\[omnivore\]\]/im;

/** What a note shows of Omnivore. Nothing in closed code, comments or math counts: there it is only spoken of. */
export function evidenceOf(note: Note, path: string, options: RecogniseOptions): Evidence {
  const { text, bodyFrom, frontMatter } = note;
  const records = frontMatter?.records ?? [];
  const body = { from: bodyFrom, to: text.length };
  const some = (test: (properties: Properties) => boolean): boolean => records.some(test);
  const inProse = (wanted: string): number => firstInProse(note, wanted);

  const look: Readonly<Record<MarkId, () => boolean>> = {
    'single-file-marker': () =>
      frontMatter?.list === true && some((properties) => hasMarker(text, properties)),
    'logseq-item': () => {
      const at = inProse(ARTICLE_ADDRESS);
      return at >= 0 && isOutlineItem(text, at);
    },
    'omnivore-error': () => some((properties) => properties.some(isNamed('omnivore_error'))),
    'omnivore-id': () =>
      some((properties) => properties.some(isOmnivoreId)) || hasIdInUnsound(note),
    'omnivore-property': () => some((properties) => properties.some(holdsArticleAddress)),
    'article-link': () => inProse(ARTICLE_ADDRESS) >= 0,
    'read-label': () => {
      const at = inProse('mnivore](https://omnivore.app');
      return at >= 0 && READ_LABEL.test(text.slice(Math.max(bodyFrom, at - 45), at + 40));
    },
    'original-label': () => hasOriginalLabel(text, bodyFrom, text.length),
    'omnivore-tag': () => {
      const header = headerOf(text, body);
      return TAG.test(text.slice(header.from, header.to));
    },
    'article-properties': () => some(hasArticleProperties),
    'proxied-image': () => inProse(DEAD_HOST) >= 0,
    'content-html': () =>
      inProse('data-omnivore-anchor-idx=') >= 0 || inProse('id="readability-content"') >= 0,
    'sole-id': () =>
      records.length === 1 &&
      records[0]?.length === 1 &&
      records[0].some(isOmnivoreId) &&
      text.slice(bodyFrom).trim() === '',
    'omnivore-folder': () =>
      options.omnivoreFolder !== null && path.startsWith(`${options.omnivoreFolder}/`),
    'own-property': () =>
      some((properties) => properties.some(({ key }) => options.ownKeys.includes(key))),
  };

  const seen = new Map<MarkId, boolean>();
  return {
    has(mark) {
      let answer = seen.get(mark);
      if (answer === undefined) seen.set(mark, (answer = look[mark]()));
      return answer;
    },
  };
}

/** In front matter that can't be read, a line of its own must do. */
function hasIdInUnsound({ text, frontMatter }: Note): boolean {
  if (!frontMatter || frontMatter.sound) return false;
  const lines = text.slice(frontMatter.from, frontMatter.to).split(/\r?\n/);
  return lines.some((line) => {
    const id = /^(?:- )?id: ?(\S+)\s*$/.exec(line)?.[1];
    return id !== undefined && OMNIVORE_ID.test(id);
  });
}

function firstInProse(note: Note, wanted: string): number {
  let at = note.text.indexOf(wanted, note.bodyFrom);
  while (at >= 0 && note.inCode(at)) at = note.text.indexOf(wanted, at + wanted.length);
  return at;
}

function hasMarker(text: string, properties: Properties): boolean {
  const id = properties.find(isNamed('id'))?.value;
  return typeof id === 'string' && text.includes(`%%${id}_start%%`);
}

function isNamed(name: string): (property: Properties[number]) => boolean {
  return ({ key }) => plainName(key) === name;
}

function isOmnivoreId({ key, value }: Properties[number]): boolean {
  return plainName(key) === 'id' && typeof value === 'string' && OMNIVORE_ID.test(value.trim());
}

function holdsArticleAddress({ value }: Properties[number]): boolean {
  return typeof value === 'string' && value.startsWith(ARTICLE_ADDRESS);
}

function hasArticleProperties(properties: Properties): boolean {
  const names = properties.map(({ key }) => plainName(key));
  return (
    names.includes('date_saved') || names.filter((name) => ARTICLE_PROPERTIES.has(name)).length > 1
  );
}
