import { rewriteValue } from '../markdown/front-matter/edit-properties';
import type { Range, TextEdit } from '../text/edits';
import type { RemoteImage } from './collect';
import { encodedPath, relativePath } from './link-path';

/** How a saved image is linked to. */
export interface SavedLink {
  /** What stands in the destination of a Markdown link and in HTML, encoded. */
  readonly destination: string;
  /** The target of an embed (`![[target]]`), where the vault links so; null: only the destination is changed. */
  readonly embed: string | null;
  /** What stands in a property. */
  readonly property: string;
}

/** A link by the path from the note to the file, which every program understands. */
export function relativeLink(note: string, file: string): SavedLink {
  const path = relativePath(note, file);
  return { destination: encodedPath(path), embed: null, property: path };
}

/**
 * The edits that make an image of a note one of the vault: the URL alone is replaced, so that its text, size and title stay. Where the
 * vault links with `[[…]]` and nothing would be lost, the whole image is. Empty where it can't be rewritten.
 */
export function rewriteImage(
  text: string,
  image: RemoteImage,
  link: SavedLink,
): readonly TextEdit[] {
  switch (image.kind) {
    case 'markdown':
      return [embedOf(text, image, link) ?? destinationOf(image, link)];
    case 'html':
      return image.values.map((value) => htmlValue(text, value, link.destination));
    case 'property': {
      const edit = rewriteValue(image.property, link.property);
      return edit ? [edit] : [];
    }
  }
}

function destinationOf({ image }: MarkdownRemote, { destination }: SavedLink): TextEdit {
  const { from, to } = image.destination;
  return { from, to, insert: destination };
}

/** A value without quotes gets them. */
function htmlValue(text: string, { from, to }: Range, path: string): TextEdit {
  const isQuoted = /["']/.test(text.charAt(from - 1));
  return { from, to, insert: isQuoted ? path : `"${path}"` };
}

type MarkdownRemote = Extract<RemoteImage, { kind: 'markdown' }>;

/** What an embed's text can't hold, or would be read as something else in. */
const NOT_IN_EMBEDS = /[[\]|\\\n<>`$%^#*_~=&!]/;
/** `|200` or `|200x100`, as Obsidian writes a size; since 1.13 the size may be all of the text. */
const SIZE = /^(?:([^|]*)\|)?(\d{1,5}(?:x\d{1,5})?)$/;

/** An image as an embed; null where it would lose its title or formatting, or stands in a link or a table. */
function embedOf(text: string, { image }: MarkdownRemote, { embed }: SavedLink): TextEdit | null {
  if (embed === null || image.hasTitle || !standsAlone(text, image)) return null;
  const alt = text.slice(image.alt.from, image.alt.to);
  const [, words = alt, size] = SIZE.exec(alt) ?? [];
  const shown = size === undefined ? alt : alt === size ? '' : words;
  if (NOT_IN_EMBEDS.test(shown) || shown !== shown.trim()) return null;
  const parts = [embed, ...[shown, size ?? ''].filter((part) => part !== '')];
  return { from: image.from, to: image.to, insert: `![[${parts.join('|')}]]` };
}

/** So far around an image its line is looked at: a line of many images would be read anew from each of them. */
const NEAR = 200;

/** Whether an image has its line for itself: then it is in no link, table or heading. */
function standsAlone(text: string, { from, to }: Range): boolean {
  const near = text.slice(Math.max(0, from - NEAR), from);
  const lineFrom = near.lastIndexOf('\n') + 1;
  if (lineFrom === 0 && from > NEAR) return false;
  const rest = text.slice(to, to + NEAR);
  const lineTo = rest.indexOf('\n');
  if (lineTo < 0 && to + NEAR < text.length) return false;
  const after = lineTo < 0 ? rest : rest.slice(0, lineTo);
  return /^[ \t>]*(?:[-*+] )?$/.test(near.slice(lineFrom)) && after.trim() === '';
}
