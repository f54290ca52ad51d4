import { rewriteValue } from '../markdown/front-matter/edit-properties';
import type { Range, TextEdit } from '../text/edits';
import type { RemoteImage } from './collect';
import { encodedPath, relativePath } from './link-path';

/** The parts of a link to a saved image. */
export interface SavedLink {
  /** The destination of a Markdown link or an HTML attribute, encoded. */
  readonly destination: string;
  /**
   * The target of an embed (`![[target]]`), if the vault uses such links. Null to change only the
   * destination.
   */
  readonly embed: string | null;
  /** The value of a property. */
  readonly property: string;
}

/** Returns a link with the path from the note to the file, which every program understands. */
export function relativeLink(note: string, file: string): SavedLink {
  const path = relativePath(note, file);
  return { destination: encodedPath(path), embed: null, property: path };
}

/** Returns whether an image can be linked to a file without changing anything else. */
export function canRewrite(image: RemoteImage): boolean {
  if (image.kind === 'reference') return !image.isShared;
  return image.kind !== 'property' || image.value.written !== null;
}

/**
 * Returns the edits that link an image of a note to a saved file. They replace only the URL, so
 * that the text, size and title stay the same. If the vault uses `[[…]]` links and nothing would be
 * lost, they replace the whole image. Returns no edits if the image can't be rewritten.
 */
export function rewriteImage(
  text: string,
  image: RemoteImage,
  link: SavedLink,
): readonly TextEdit[] {
  switch (image.kind) {
    case 'markdown':
      return [embedOf(text, image, link) ?? replaceDestination(image, link)];
    case 'reference':
      return image.isShared ? [] : [{ from: image.from, to: image.to, insert: link.destination }];
    case 'html':
      return image.values.map((value) => htmlValue(text, value, link.destination));
    case 'property': {
      const edit = rewriteValue(image.value, link.property);
      return edit ? [edit] : [];
    }
  }
}

function replaceDestination({ image }: MarkdownRemote, { destination }: SavedLink): TextEdit {
  const { from, to } = image.destination;
  return { from, to, insert: destination };
}

/** Adds quotes to a value that has none. */
function htmlValue(text: string, { from, to }: Range, path: string): TextEdit {
  const isQuoted = /["']/.test(text.charAt(from - 1));
  return { from, to, insert: isQuoted ? path : `"${path}"` };
}

type MarkdownRemote = Extract<RemoteImage, { kind: 'markdown' }>;

/** Characters that an embed's text can't contain, or that would have another meaning there. */
const NOT_IN_EMBEDS = /[[\]|\\\n<>`$%^#*_~=&!]/;
/**
 * Obsidian's image size: `|200` or `|200x100`. Since Obsidian 1.13, the size can be the whole text.
 */
const SIZE = /^(?:([^|]*)\|)?(\d{1,5}(?:x\d{1,5})?)$/;

/**
 * Returns an embed for the image. Returns null if it would lose its title or formatting, or is in a
 * link or table.
 */
function embedOf(text: string, { image }: MarkdownRemote, { embed }: SavedLink): TextEdit | null {
  if (embed === null || image.hasTitle || !isAloneOnLine(text, image)) return null;
  const alt = text.slice(image.alt.from, image.alt.to);
  const [, words = alt, size] = SIZE.exec(alt) ?? [];
  const shown = size === undefined ? alt : alt === size ? '' : words;
  if (NOT_IN_EMBEDS.test(shown) || shown !== shown.trim()) return null;
  const parts = [embed, ...[shown, size ?? ''].filter((part) => part !== '')];
  return { from: image.from, to: image.to, insert: `![[${parts.join('|')}]]` };
}

/**
 * How much text before and after an image is checked, in UTF-16 code units. Without this limit, a
 * line with many images would be read again for each of them.
 */
const MAX_LINE_CONTEXT_LENGTH = 200;

/** Returns whether an image is alone on its line, so that it is not in a link, table or heading. */
function isAloneOnLine(text: string, { from, to }: Range): boolean {
  const near = text.slice(Math.max(0, from - MAX_LINE_CONTEXT_LENGTH), from);
  const lineFrom = near.lastIndexOf('\n') + 1;
  if (lineFrom === 0 && from > MAX_LINE_CONTEXT_LENGTH) return false;
  const rest = text.slice(to, to + MAX_LINE_CONTEXT_LENGTH);
  const lineTo = rest.indexOf('\n');
  if (lineTo < 0 && to + MAX_LINE_CONTEXT_LENGTH < text.length) return false;
  const after = lineTo < 0 ? rest : rest.slice(0, lineTo);
  return /^[ \t>]*(?:[-*+] )?$/.test(near.slice(lineFrom)) && after.trim() === '';
}
