import { Platform } from 'obsidian';
import { messages } from '../../core/i18n';
import { ADDITION_IDS } from '../../core/import/addition';
import type { MarkedChange } from '../../core/report/marked-changes';
import type {
  ImportPreview,
  ImportPreviewNote,
  ShownAddition,
} from '../../core/report/import-preview';
import { HEADING_HEIGHT_PX, NOTE_HEIGHT_PX, textHeight } from '../changes/row-heights';
import { changeHeight, type Wrapping } from '../changes/wrapping';
import { reasonWithQuote } from '../components/quoted';
import type { MeasuredRow } from '../components/virtual-list';
import { reasonText } from '../run/summary-rows';

/** A row of the preview of an import. */
export type ImportRow = MeasuredRow &
  (
    | { readonly kind: 'note'; readonly note: ImportPreviewNote; readonly open: boolean }
    | AdditionRow
    | { readonly kind: 'heading' | 'unresolved'; readonly text: string }
  );

/** A place that an addition changes. Its checkbox is at the first one. */
interface AdditionRow {
  readonly kind: 'place';
  readonly note: ImportPreviewNote;
  readonly addition: ShownAddition;
  readonly place: MarkedChange;
  readonly isFirst: boolean;
  readonly sideBySide: boolean;
}

/** Returns the rows of a preview: notes, the additions of expanded ones, and what is not imported. */
export function importRows(
  { notes, skipped, failed }: ImportPreview,
  opened: ReadonlySet<string>,
  wrapping: Wrapping,
): readonly ImportRow[] {
  const pointer = Platform.isMobile ? 'finger' : 'mouse';
  const rows: ImportRow[] = [];
  for (const note of notes) {
    const open = opened.has(note.path);
    const height = NOTE_HEIGHT_PX[pointer];
    rows.push({ kind: 'note', key: `note ${note.path}`, height, note, open });
    if (open) for (const row of additionRows(note, wrapping, pointer)) rows.push(row);
  }
  const problems = problemsOf({ skipped, failed });
  if (problems.length === 0) return rows;
  const text = messages().importing.notImported(problems.length);
  rows.push({ kind: 'heading', key: 'problems', height: HEADING_HEIGHT_PX, text });
  for (const [i, problem] of problems.entries()) {
    const height = textHeight(problem, wrapping, HEADING_HEIGHT_PX);
    rows.push({ kind: 'unresolved', key: `problem ${i}`, height, text: problem });
  }
  return rows;
}

function additionRows(
  note: ImportPreviewNote,
  wrapping: Wrapping,
  pointer: 'finger' | 'mouse',
): readonly ImportRow[] {
  const { additions: names } = messages();
  const rows: ImportRow[] = [];
  for (const [i, addition] of note.additions.entries()) {
    const id = addition.addition;
    // Several highlights share a heading.
    if (id !== null && id !== note.additions[i - 1]?.addition) {
      const key = `heading ${i} ${note.path}`;
      rows.push({ kind: 'heading', key, height: HEADING_HEIGHT_PX, text: names[id] });
    }
    for (const [n, place] of addition.places.entries()) {
      const height = changeHeight(place, wrapping, pointer);
      const key = `place ${i} ${n} ${note.path}`;
      const { sideBySide } = wrapping;
      rows.push({
        kind: 'place',
        key,
        height,
        note,
        addition,
        place,
        isFirst: n === 0,
        sideBySide,
      });
    }
  }
  return rows;
}

function problemsOf({ skipped, failed }: Omit<ImportPreview, 'notes'>): readonly string[] {
  const { additions, runs } = messages();
  return [
    ...failed.map(({ path, error }) => runs.named(path, error)),
    ...skipped.map(({ path, addition, reason, was }) => {
      const why = reasonWithQuote(reasonText(reason), was);
      return runs.named(path, addition ? runs.named(additions[addition], why) : why);
    }),
  ];
}

/** Returns what is added to a note: `Full text · Highlights (3)`. */
export function aboutNote({ kind, additions }: ImportPreviewNote): string {
  const { additions: names, importing } = messages();
  if (kind === 'create') return importing.newNote;
  return ADDITION_IDS.flatMap((id) => {
    const count = additions.filter(({ addition }) => addition === id).length;
    return count === 0 ? [] : [importing.addition(names[id], count)];
  }).join(' · ');
}
