import { dateAt } from '../dates/format';
import type { ExportedArticle } from '../export/metadata';
import { fillPattern, type NoteStyle } from './note-style';

/** Omnivore's plugin cut names here and wrote `...` behind them (`truncate` of lodash). */
const MAX_NAME_CHARS = 100;
/** File systems allow 255 bytes; the rest is for an id and the ending. */
const MAX_NAME_BYTES = 200;
/** What it wrote `-` for (`replaceIllegalChars` in its `src/util.ts`). */
const ILLEGAL = /[<>:"/\\|?*\p{Cc}]/gu;
const INVISIBLE = /[\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/gu;
/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A path for a new note that no file has, and takes it: `taken` holds all paths, as `pathKey` gives them. */
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
  return freePath(at(name), at(`${name}-${fileNameOf(article.id ?? article.slug ?? '')}`), taken);
}

/** The first of two paths that is free, else the second with a number; it counts as taken from then on. */
export function freePath(path: string, second: string, taken: Set<string>): string {
  let free = taken.has(pathKey(path)) ? second : path;
  const at = second.lastIndexOf('.');
  for (let n = 2; taken.has(pathKey(free)); n++) {
    free = `${second.slice(0, at)} ${n}${second.slice(at)}`;
  }
  taken.add(pathKey(free));
  return free;
}

/** What two paths have in common that are one file on Windows, on macOS or on a phone. */
export function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The day of saving, `yyyy-MM-dd`; in UTC without a zone. */
function dayOf({ savedAt, updatedAt }: ExportedArticle, zone: string | null): string {
  const { day } = dateAt(savedAt ?? updatedAt ?? 0, zone ?? 'UTC');
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(day.year).padStart(4, '0')}-${two(day.month)}-${two(day.day)}`;
}

/** A text as a file's name without its ending, as Omnivore's plugin wrote it, where the file system takes it. */
export function fileNameOf(text: string): string {
  const plain = text.replace(INVISIBLE, '').replace(ILLEGAL, '-').trim();
  const cut = plain.length > MAX_NAME_CHARS ? `${cutAt(plain, MAX_NAME_CHARS - 3)}...` : plain;
  const name = withoutEnd(withinBytes(cut).replace(/^\.+/, ''));
  if (name === '') return 'Untitled';
  return RESERVED.test(name) ? `${name}-` : name;
}

/** Windows drops dots and spaces at the end of a name; the three dots of a cut one stand before `.md`. */
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

const UTF8 = new TextEncoder();

function withinBytes(name: string): string {
  let cut = name;
  while (UTF8.encode(cut).length > MAX_NAME_BYTES) cut = cutAt(cut, cut.length - 1);
  return cut;
}
