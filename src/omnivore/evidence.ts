import type { Note } from '../note/note';
import type { Properties } from '../note/front-matter';
import type { MarkId } from './dialect';
import { headerOf } from './header';
import { nextDeadHost } from './image-proxy';
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
const ERROR = 'omnivore_error';
const READ_LABEL = /\[[^[\]\n]{0,40}omnivore\]\(https:\/\/omnivore\.app\b/i;
const TAG = /(?:^|[\s(])#(?:[\w/-]+\/)?omnivore(?![\w/-])|\[\[omnivore\]\]/im;

/** What a note is searched in. */
interface Seen {
  readonly note: Note;
  readonly path: string;
  readonly options: RecogniseOptions;
}

const LOOK: Readonly<Record<MarkId, (seen: Seen) => boolean>> = {
  'single-file-marker': ({ note }) =>
    note.frontMatter?.list === true &&
    recordsOf(note).some((properties) => hasMarker(note.text, properties)),
  'logseq-item': ({ note }) => {
    const at = firstInProse(note, ARTICLE_ADDRESS);
    return at >= 0 && isOutlineItem(note.text, at);
  },
  'omnivore-error': ({ note }) => someProperty(note, ({ key }) => plainName(key) === ERROR),
  'omnivore-id': ({ note }) => someProperty(note, isOmnivoreId) || hasIdInUnsound(note),
  'omnivore-property': ({ note }) => someProperty(note, holdsArticleAddress),
  'article-link': ({ note }) => firstInProse(note, ARTICLE_ADDRESS) >= 0,
  'read-label': ({ note }) => {
    const { text, bodyFrom } = note;
    const at = firstInProse(note, 'mnivore](https://omnivore.app');
    return at >= 0 && READ_LABEL.test(text.slice(Math.max(bodyFrom, at - 45), at + 40));
  },
  'original-label': ({ note }) => hasOriginalLabel(note.text, note.bodyFrom, note.text.length),
  'omnivore-tag': ({ note }) => {
    const { text, bodyFrom } = note;
    const header = headerOf(text, { from: bodyFrom, to: text.length });
    return TAG.test(text.slice(header.from, header.to));
  },
  'article-properties': ({ note }) => recordsOf(note).some(hasArticleProperties),
  'proxied-image': ({ note }) => {
    let at = nextDeadHost(note.text, note.bodyFrom);
    while (at >= 0 && note.inCode(at)) at = nextDeadHost(note.text, at + 1);
    return at >= 0;
  },
  'content-html': ({ note }) =>
    firstInProse(note, 'data-omnivore-anchor-idx=') >= 0 ||
    firstInProse(note, 'id="readability-content"') >= 0,
  'sole-id': ({ note }) => {
    const [first, ...others] = recordsOf(note);
    const sole = others.length === 0 && first?.length === 1 && first.some(isOmnivoreId);
    return sole && note.text.slice(note.bodyFrom).trim() === '';
  },
  'omnivore-folder': ({ path, options: { omnivoreFolder } }) =>
    omnivoreFolder !== null && path.startsWith(`${omnivoreFolder}/`),
  'own-property': ({ note, options }) =>
    someProperty(note, ({ key }) => options.ownKeys.includes(key)),
};

/** What a note shows of Omnivore. Nothing in closed code, comments or math counts: there it is only spoken of. */
export function evidenceOf(note: Note, path: string, options: RecogniseOptions): Evidence {
  const seen: Seen = { note, path, options };
  const answers: Partial<Record<MarkId, boolean>> = {};
  return { has: (mark) => (answers[mark] ??= LOOK[mark](seen)) };
}

function recordsOf({ frontMatter }: Note): readonly Properties[] {
  return frontMatter?.records ?? [];
}

function someProperty(note: Note, test: (property: Properties[number]) => boolean): boolean {
  return recordsOf(note).some((properties) => properties.some(test));
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
  const id = properties.find(({ key }) => plainName(key) === 'id')?.value;
  return typeof id === 'string' && text.includes(`%%${id}_start%%`);
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
