import { dateAt } from '../dates/format';
import type { ExportedArticle } from '../export/metadata';
import { fillPattern, type NoteStyle } from './note-style';
import { encodeUtf8 } from '../text/utf8';
import { withoutMarkdown } from '../text/paths';

/**
 * Omnivore's plugin shortened names to this length, including `...` at the end (`truncate` of
 * lodash).
 */
const MAX_NAME_CHARS = 100;
/** File systems allow 255 bytes. The rest is for an ID and the extension. */
const MAX_NAME_BYTES = 200;
/**
 * Characters that Omnivore's plugin replaced with `-` (`replaceIllegalChars` in its `src/util.ts`).
 */
const ILLEGAL = /[<>:"/\\|?*\p{Cc}]/gu;
const INVISIBLE = /[\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/gu;
/** Names that Windows reserves for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Returns a free path for a new note, and adds it to `taken`, which contains the `pathKey` of all
 * paths.
 */
export function newNotePath(
  article: ExportedArticle,
  style: NoteStyle,
  zone: string | null,
  taken: Set<string>,
): string {
  const day = dayOf(article, zone);
  const title = fileNameOf(article.title ?? article.slug ?? article.id ?? 'Untitled');
  const name = fillPattern(style.fileName, day, title);
  const folder = fillPattern(style.folder, day, '');
  const at = (base: string): string => `${folder === '' ? '' : `${folder}/`}${base}.md`;
  return freeNotePath(
    at(name),
    at(`${name}-${fileNameOf(article.id ?? article.slug ?? '')}`),
    taken,
  );
}

/**
 * Returns `path` if it is free, otherwise `second`, with a number if necessary. Adds the result to
 * `taken`.
 */
export function freeNotePath(path: string, second: string, taken: Set<string>): string {
  let free = taken.has(pathKey(path)) ? second : path;
  const at = second.lastIndexOf('.');
  for (let n = 2; taken.has(pathKey(free)); n++) {
    free = `${second.slice(0, at)} ${n}${second.slice(at)}`;
  }
  taken.add(pathKey(free));
  return free;
}

/** Returns a free path for an article's PDF next to its note, and adds it to `taken`. */
export function pdfPathFor(
  note: string,
  { id, slug }: ExportedArticle,
  taken: Set<string>,
): string {
  const base = withoutMarkdown(note);
  return freeNotePath(`${base}.pdf`, `${base}-${fileNameOf(id ?? slug ?? 'file')}.pdf`, taken);
}

/** Returns the same key for paths that are the same file on Windows, macOS or a phone. */
export function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Returns the day when the article was saved, as `yyyy-MM-dd`. Uses UTC if there is no zone. */
function dayOf({ savedAt, updatedAt }: ExportedArticle, zone: string | null): string {
  const { day } = dateAt(savedAt ?? updatedAt ?? 0, zone ?? 'UTC');
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(day.year).padStart(4, '0')}-${two(day.month)}-${two(day.day)}`;
}

/**
 * Returns a text as a file name without extension, as Omnivore's plugin wrote it, changed where the
 * file system requires it.
 */
export function fileNameOf(text: string): string {
  const plain = text.replace(INVISIBLE, '').replace(ILLEGAL, '-').trim();
  const cut = plain.length > MAX_NAME_CHARS ? `${cutAt(plain, MAX_NAME_CHARS - 3)}...` : plain;
  const name = withoutEnd(withinBytes(cut).replace(/^\.+/, ''));
  if (name === '') return 'Untitled';
  return RESERVED.test(name) ? `${name}-` : name;
}

/**
 * Removes dots and spaces at the end, because Windows does so. Keeps the `...` of a shortened name,
 * because `.md` follows it.
 */
function withoutEnd(name: string): string {
  const isDropped = (at: number): boolean => at > 0 && '. '.includes(name.charAt(at - 1));
  if (name.endsWith('...') && !isDropped(name.length - 3)) return name;
  let to = name.length;
  while (isDropped(to)) to--;
  return name.slice(0, to);
}

function cutAt(text: string, length: number): string {
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(length - 1));
  return text.slice(0, isHalf ? length - 1 : length);
}

function withinBytes(name: string): string {
  let cut = name;
  while (encodeUtf8(cut).length > MAX_NAME_BYTES) cut = cutAt(cut, cut.length - 1);
  return cut;
}
