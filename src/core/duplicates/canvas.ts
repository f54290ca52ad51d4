import type { FileStore } from '../runs/file-store';
import { decodeUtf8 } from '../text/utf8';
import type { LinkIndex } from './link-index';
import { noteLinks } from './note-links';

/** Returns which of these notes a canvas shows in a card or links to. */
export async function notesOnCanvases(
  notes: readonly string[],
  index: LinkIndex,
  files: Pick<FileStore, 'list' | 'read'>,
): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  if (notes.length === 0) return shown;
  const byPath = new Map(notes.map((note) => [note.normalize('NFC'), note]));
  for (const path of await files.list()) {
    if (!/\.canvas$/i.test(path)) continue;
    const text = decodeUtf8((await files.read(path)) ?? new Uint8Array());
    const strings = stringsIn(text);
    // A canvas may be invalid, for example with Git's conflict markers.
    const named = strings ?? notes.filter((note) => text.includes(JSON.stringify(note)));
    const linked = (strings ?? [text]).flatMap((each) =>
      noteLinks(each).flatMap(({ target }) => index.find(target, path) ?? []),
    );
    for (const each of [...named, ...linked]) {
      const note = byPath.get(each.normalize('NFC'));
      if (note !== undefined) shown.add(note);
    }
  }
  return shown;
}

/** Returns all strings in a JSON text; null if it is invalid. */
function stringsIn(json: string): readonly string[] | null {
  const strings: string[] = [];
  try {
    JSON.parse(json, (_, value: unknown) => {
      if (typeof value === 'string') strings.push(value);
      return value;
    });
    return strings;
  } catch {
    return null;
  }
}
