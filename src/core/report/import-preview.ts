import type { AdditionId } from '../import/addition';
import type { NotImported, NoteToComplete, NoteToCreate } from '../import/import-item';
import { hash } from '../text/hash';
import { shownPlaces } from './note-changes';
import type { MarkedChange } from './marked-changes';

/** An addition in a preview, which the user can uncheck. */
export interface ShownAddition {
  /** See `Addition`. */
  readonly key: string;
  /** Null for the text of a new note. */
  readonly addition: AdditionId | null;
  /** The lines that change, shortened. */
  readonly places: readonly MarkedChange[];
}

/** A note in the preview of an import. Does not keep its text. */
export interface ImportPreviewNote {
  readonly kind: 'complete' | 'create';
  readonly path: string;
  /** The hash of the note when it was read; '' for a new note. */
  readonly hash: string;
  readonly additions: readonly ShownAddition[];
}

/** What an import would do, as the preview shows it. */
export interface ImportPreview {
  readonly notes: readonly ImportPreviewNote[];
  /** What would not be imported, and why. */
  readonly skipped: readonly NotImported[];
  readonly failed: readonly { readonly path: string; readonly error: string }[];
}

/** How many lines of an addition are kept. There may be thousands of notes. */
const MAX_ADDITION_LINES = 12;

/** Returns how the preview shows a note. */
export function importPreviewNote(item: NoteToComplete | NoteToCreate): ImportPreviewNote {
  const { kind, path, text } = item;
  if (kind === 'create') {
    const edits = [{ from: 0, to: 0, insert: firstAddedLines(text) }];
    const places = shortenPlaces(shownPlaces('', edits, 1));
    return { kind, path, hash: '', additions: [{ key: '', addition: null, places }] };
  }
  const additions = item.additions.map(({ key, addition, edits }): ShownAddition => {
    const shown = edits.map((edit) => ({ ...edit, insert: firstAddedLines(edit.insert) }));
    return { key, addition, places: shortenPlaces(shownPlaces(text, shown, shown.length)) };
  });
  return { kind, path, hash: hash(text), additions };
}

/** Returns the lines that are shown, and one more. A full text can be very long. */
function firstAddedLines(text: string): string {
  let end = -1;
  for (let lines = 0; lines <= MAX_ADDITION_LINES + 1; lines++) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return text;
  }
  return text.slice(0, end);
}

function shortenPlaces(places: readonly MarkedChange[]): readonly MarkedChange[] {
  return places.map(({ before, after }) => {
    const next = after[MAX_ADDITION_LINES];
    if (!next) return { before, after };
    const rest = { ...next, parts: [{ text: '…', changed: false }] };
    return { before, after: [...after.slice(0, MAX_ADDITION_LINES), rest] };
  });
}

/** What the user unchecked: keys of additions, by path. A new note has one key, ''. */
export type Unwanted = ReadonlyMap<string, ReadonlySet<string>>;

/** Returns whether all, some or none of a note's additions are chosen. */
export function selectionOf(note: ImportPreviewNote, unwanted: Unwanted): 'all' | 'some' | 'none' {
  const without = unwanted.get(note.path)?.size ?? 0;
  if (without === 0) return 'all';
  return without < note.additions.length ? 'some' : 'none';
}
