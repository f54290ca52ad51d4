import type { ReadingState } from '../omnivore/reading-state';
import type { ListItem } from './list-item';
import { oneLine } from '../text/lines';

/** The formats of a reading list. */
export type ListFormat = (typeof LIST_FORMATS)[number];

/** All formats, in the order in which they are shown. */
export const LIST_FORMATS = ['omnivore', 'bookmarks', 'csv', 'markdown'] as const;

/** The file extension of each format. */
export const LIST_ENDINGS: Readonly<Record<ListFormat, string>> = {
  omnivore: '.json',
  bookmarks: '.html',
  csv: '.csv',
  markdown: '.md',
};

/** Writes a reading list. Formats that need a URL skip articles without one. */
export function writeList(items: readonly ListItem[], format: ListFormat): string {
  switch (format) {
    case 'omnivore':
      return omnivoreJson(items);
    case 'bookmarks':
      return bookmarksHtml(items);
    case 'csv':
      return readerCsv(items);
    case 'markdown':
      return markdownList(items);
  }
}

const PROGRESS: Readonly<Record<ReadingState, number>> = {
  unread: 0,
  reading: 50,
  read: 100,
  archived: 100,
};

/**
 * Writes the metadata format of Omnivore's own export (`packages/api/src/jobs/export.ts`), with all
 * articles in one file. Karakeep reads it.
 */
function omnivoreJson(items: readonly ListItem[]): string {
  const articles = items.map((item) => ({
    id: item.id,
    slug: item.slug,
    title: item.title,
    description: item.description,
    author: item.author,
    url: item.url,
    state: item.state === 'archived' ? 'Archived' : 'Active',
    readingProgress: PROGRESS[item.state],
    thumbnail: null,
    labels: item.tags,
    savedAt: isoOf(item.savedAt),
    updatedAt: isoOf(item.savedAt),
    publishedAt: isoOf(item.publishedAt),
  }));
  return `${JSON.stringify(articles, null, 2)}\n`;
}

function isoOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

/** Writes a Netscape bookmark file, which browsers, Raindrop, Linkwarden and Wallabag read. */
function bookmarksHtml(items: readonly ListItem[]): string {
  const lines = items.filter(hasUrl).map((item) => {
    const { url, title, tags, savedAt, state, description } = item;
    const attributes = [
      `HREF="${escapeHtml(url)}"`,
      ...(savedAt === null ? [] : [`ADD_DATE="${Math.floor(savedAt / 1000)}"`]),
      ...(tags.length === 0 ? [] : [`TAGS="${escapeHtml(tags.map(withoutComma).join(','))}"`]),
      `TOREAD="${state === 'unread' || state === 'reading' ? 1 : 0}"`,
    ];
    const link = `        <DT><A ${attributes.join(' ')}>${escapeHtml(oneLine(title))}</A>`;
    return description === null ? link : `${link}\n        <DD>${escapeHtml(oneLine(description))}`;
  });
  return `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3>Omnivore</H3>
    <DL><p>
${lines.map((line) => `${line}\n`).join('')}    </DL><p>
</DL><p>
`;
}

type ItemWithUrl = ListItem & { readonly url: string };

function hasUrl(item: ListItem): item is ItemWithUrl {
  return item.url !== null;
}

/** Replaces commas, because a comma separates tags. */
function withoutComma(tag: string): string {
  return tag.replace(/,/g, ' ');
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

const LOCATIONS: Readonly<Record<ReadingState, string>> = {
  unread: 'new',
  reading: 'later',
  read: 'archive',
  archived: 'archive',
};

/** Writes the columns of Readwise Reader's own export, which Reader can import. */
function readerCsv(items: readonly ListItem[]): string {
  const header = [
    ...['Title', 'URL', 'ID', 'Document tags', 'Saved date'],
    ...['Reading progress', 'Location', 'Seen'],
  ];
  const rows = items
    .filter(hasUrl)
    .map(({ title, url, id, tags, savedAt, state }) => [
      oneLine(title),
      url,
      id ?? '',
      tags.length === 0 ? '' : `[${tags.map(pythonText).join(', ')}]`,
      savedAt === null
        ? ''
        : `${new Date(savedAt).toISOString().slice(0, 19).replace('T', ' ')}+00:00`,
      String(PROGRESS[state] / 100),
      LOCATIONS[state],
      state === 'unread' ? 'False' : 'True',
    ]);
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Quotes a CSV field if necessary (RFC 4180). */
function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Writes a string as Python writes it in a list, which is Reader's format for tags. */
function pythonText(text: string): string {
  const escaped = text.replace(/\\/g, '\\\\');
  return text.includes("'") && !text.includes('"')
    ? `"${escaped}"`
    : `'${escaped.replace(/'/g, "\\'")}'`;
}

/** Writes a task list of links. Read articles are checked. */
function markdownList(items: readonly ListItem[]): string {
  return items.map(markdownItem).join('');
}

function markdownItem({ title, url, author, tags, savedAt, state }: ListItem): string {
  const name = markdownText(title);
  const link = url === null ? name : `[${name}](${markdownUrl(url)})`;
  const details = [
    ...(author === null ? [] : [markdownText(author)]),
    ...(savedAt === null ? [] : [new Date(savedAt).toISOString().slice(0, 10)]),
    ...(tags.length === 0 ? [] : [tags.map(hashtag).join(' ')]),
  ];
  const isDone = state === 'read' || state === 'archived';
  const end = details.length === 0 ? '' : ` — ${details.join(' · ')}`;
  return `- [${isDone ? 'x' : ' '}] ${link}${end}\n`;
}

function markdownText(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<$~#]|==|%%|&(?=#?\w{1,40};)/g, '\\$&');
}

function markdownUrl(url: string): string {
  return url.replace(/[\s()<>\\`]/g, (sign) =>
    sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign),
  );
}

function hashtag(tag: string): string {
  return `#${tag.replace(/[^\p{L}\p{N}_/-]+/gu, '_')}`;
}
