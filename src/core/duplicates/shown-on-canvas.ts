import { parseNote } from '../markdown/note';
import type { FileStore } from '../runs/file-store';
import { isRecord } from '../schema/read-fields';
import { decodeUtf8 } from '../text/utf8';
import type { NoteReading } from './candidate';
import { namesNote, noteName } from './note-name';
import { moveLinks, type LinkIndex } from './move-links';

/** A card of a canvas: it shows a file, or text that may link to notes. */
interface Card {
  readonly file: string | null;
  readonly text: string;
}

/** Returns which of these notes a canvas shows, or links to. Canvases are not changed, so these notes must stay. */
export async function shownOnCanvas(
  notes: readonly string[],
  files: Pick<FileStore, 'list' | 'read'>,
  index: LinkIndex,
  reading: NoteReading,
): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  if (notes.length === 0) return shown;
  for (const path of await files.list()) {
    if (!/\.canvas$/i.test(path)) continue;
    const text = decodeUtf8((await files.read(path)) ?? new Uint8Array());
    const cards = cardsOf(text);
    const isNamed = namesNote(cards?.map(({ text: own }) => own).join('\n') ?? text);
    for (const note of notes) {
      const isCard = cards?.some(({ file }) => file === note.normalize('NFC')) ?? false;
      if (isCard || text.includes(JSON.stringify(note))) shown.add(note);
      else if (!isNamed(noteName(note))) continue;
      else if (!cards || cards.some((card) => linksTo(card, path, note, index, reading)))
        shown.add(note);
    }
  }
  return shown;
}

/** Returns the cards of a canvas; null if it can't be read. */
function cardsOf(text: string): readonly Card[] | null {
  try {
    const canvas: unknown = JSON.parse(text);
    const nodes: unknown = isRecord(canvas) ? canvas.nodes : null;
    return Array.isArray(nodes) ? nodes.filter(isRecord).map(cardOf) : [];
  } catch {
    return null;
  }
}

function cardOf({ file, text }: Readonly<Record<string, unknown>>): Card {
  return {
    file: typeof file === 'string' ? file.normalize('NFC') : null,
    text: typeof text === 'string' ? text : '',
  };
}

function linksTo(
  { text }: Card,
  canvas: string,
  note: string,
  index: LinkIndex,
  { parseYaml }: NoteReading,
): boolean {
  return moveLinks(parseNote(text, parseYaml), canvas, note, note, index).length > 0;
}
