import { Platform } from 'obsidian';
import type { AttentionRow } from '../attention/attention-rows';
import type { MarkedChange } from '../../core/report/marked-changes';
import { HEADING_HEIGHT_PX } from '../changes/row-heights';
import { changeHeight, type Wrapping } from '../changes/wrapping';
import type { MeasuredRow } from '../components/virtual-list';
import type { SummaryRow } from './summary-rows';

/** A row about a run: a note that it changed with its changes, or something that it did not do. */
export type RunWindowRow = SummaryRow | AttentionRow | ChangedRow;

/** A note that a run changed, or one of its changes. */
export type ChangedRow = MeasuredRow & { readonly path: string } & (
    | {
        readonly kind: 'changed';
        readonly about: string;
        readonly open: boolean;
        readonly canUndo: boolean;
      }
    | { readonly kind: 'status'; readonly text: string }
    | { readonly kind: 'place'; readonly place: MarkedChange; readonly sideBySide: boolean }
    | { readonly kind: 'file'; readonly text: string }
  );

/** A note that a run changed. */
export interface ChangedNoteRow {
  readonly path: string;
  /** What was changed, or what has happened to it since. */
  readonly about: string;
  readonly canUndo: boolean;
}

/** The changes of an expanded note: a text instead while they are read, and if they can't be shown. */
export type OpenedChanges = string | readonly MarkedChange[];

/** Enough for two lines, or for three on a narrow screen. */
const CHANGED_NOTE_HEIGHT_PX = { finger: 68, mouse: 48 };

/** Returns the rows of the notes that a run changed, with the changes of expanded notes below them. */
export function changedRows(
  heading: string,
  notes: readonly ChangedNoteRow[],
  opened: ReadonlyMap<string, OpenedChanges>,
  wrapping: Wrapping,
): readonly RunWindowRow[] {
  if (notes.length === 0) return [];
  const pointer = Platform.isMobile ? 'finger' : 'mouse';
  const rows: RunWindowRow[] = [
    { kind: 'heading', key: 'changed', height: HEADING_HEIGHT_PX, text: heading },
  ];
  for (const note of notes) {
    const { path } = note;
    const changes = opened.get(path);
    const open = changes !== undefined;
    const height = CHANGED_NOTE_HEIGHT_PX[pointer];
    rows.push({ kind: 'changed', key: `changed ${path}`, height, open, ...note });
    if (typeof changes === 'string') {
      const key = `status ${path}`;
      rows.push({ kind: 'status', key, path, height: HEADING_HEIGHT_PX, text: changes });
    } else {
      for (const [i, place] of (changes ?? []).entries()) {
        const height = changeHeight(place, wrapping, pointer);
        const { sideBySide } = wrapping;
        rows.push({ kind: 'place', key: `${i} ${path}`, path, height, place, sideBySide });
      }
    }
  }
  return rows;
}

/** Returns the rows of files that a run created, or of notes that it removed. */
export function fileRows(heading: string, paths: readonly string[]): readonly RunWindowRow[] {
  if (paths.length === 0) return [];
  const height = HEADING_HEIGHT_PX;
  return [
    { kind: 'heading', key: heading, height, text: heading },
    ...paths.map((path, i): RunWindowRow => {
      return { kind: 'file', key: `${heading} ${i}`, height, path, text: path };
    }),
  ];
}
