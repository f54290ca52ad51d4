import { Platform } from 'obsidian';
import { messages } from '../../core/i18n';
import type { ChangeKey } from '../../core/repairs/skipped-changes';
import type { UnresolvedItem } from '../../core/report/json';
import type { MarkedChange } from '../../core/report/marked-changes';
import type { RepairChanges } from '../../core/report/note-changes';
import { unresolvedIn, type Choice, type PreviewNote } from '../../core/report/preview';
import { HEADING_HEIGHT_PX, NOTE_HEIGHT_PX, textHeight } from '../changes/row-heights';
import { changeHeight, type Wrapping } from '../changes/wrapping';
import { reasonWithQuote } from '../components/quoted';
import type { MeasuredRow } from '../components/virtual-list';

/** A row of the preview. */
export type PreviewRow = MeasuredRow & { readonly path: string } & (
    | { readonly kind: 'note'; readonly note: PreviewNote; readonly open: boolean }
    | { readonly kind: 'heading' | 'status'; readonly text: string }
    | ChangedPlace
    | { readonly kind: 'unresolved'; readonly text: string; readonly item: UnresolvedItem }
    | { readonly kind: 'more'; readonly section: string; readonly count: number }
  );

/** A place that a change changes. Its checkbox is at the first one. */
interface ChangedPlace {
  readonly kind: 'place';
  readonly place: MarkedChange;
  readonly sideBySide: boolean;
  readonly keys: readonly ChangeKey[];
  readonly isFirst: boolean;
  readonly skipped: boolean;
}

/** The changes of a note, once they have been read. */
export type Comparison =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly error: string }
  /** `version` identifies the choices that it shows. */
  | {
      readonly kind: 'ready';
      readonly version: string;
      readonly repairs: readonly RepairChanges[];
    };

/** High enough for a button. */
const BUTTON_HEIGHT_PX = { finger: 48, mouse: 36 };
/** How many changes of a repair are shown at first, unless there are only a few more. */
const SHOWN_FIRST = 8;
const A_FEW_MORE = 2;

/** What the rows depend on. */
export interface RowsOptions {
  readonly repairs: Choice['repairs'];
  /** The changes of expanded notes. */
  readonly opened: ReadonlyMap<string, Comparison>;
  /** The sections that are shown completely. */
  readonly full: ReadonlySet<string>;
  readonly wrapping: Wrapping;
}

/** Returns the rows of notes, with the changes of expanded notes below them. */
export function previewRows(
  notes: readonly PreviewNote[],
  options: RowsOptions,
): readonly PreviewRow[] {
  const rows: PreviewRow[] = [];
  const height = NOTE_HEIGHT_PX[pointer()];
  for (const note of notes) {
    const { path } = note;
    const comparison = options.opened.get(path);
    const open = comparison !== undefined;
    rows.push({ kind: 'note', key: `note ${path}`, path, height, note, open });
    if (!comparison) continue;
    // Adds rows one by one, because a very long note has more rows than a call can have arguments.
    for (const row of comparisonRows(path, comparison, options)) rows.push(row);
    for (const row of unresolvedRows(note, options)) rows.push(row);
  }
  return rows;
}

function pointer(): 'finger' | 'mouse' {
  return Platform.isMobile ? 'finger' : 'mouse';
}

function comparisonRows(
  path: string,
  comparison: Comparison,
  options: RowsOptions,
): readonly PreviewRow[] {
  const { preview } = messages().runs;
  const status = (text: string): PreviewRow => {
    return { kind: 'status', key: `status ${path}`, path, height: HEADING_HEIGHT_PX, text };
  };
  if (comparison.kind === 'waiting') return [status(preview.comparing)];
  if (comparison.kind === 'failed') return [status(comparison.error)];
  return comparison.repairs.flatMap((section) => sectionRows(path, section, options));
}

function sectionRows(
  path: string,
  { repair, changes, afterUnescaping }: RepairChanges,
  { full, wrapping }: RowsOptions,
): readonly PreviewRow[] {
  const { repairs, runs } = messages();
  const section = `${repair} ${path}`;
  const rows = changes.flatMap(({ keys, skipped, places }, at) =>
    places.map((place, i): PreviewRow => {
      const { sideBySide } = wrapping;
      const height = changeHeight(place, wrapping, pointer());
      const key = `${at} ${i} ${section}`;
      return {
        kind: 'place',
        key,
        path,
        height,
        place,
        sideBySide,
        keys,
        isFirst: i === 0,
        skipped,
      };
    }),
  );
  const isCollapsed = !full.has(section) && rows.length > SHOWN_FIRST + A_FEW_MORE;
  const chosen = changes.filter(({ skipped }) => !skipped).length;
  const name = runs.preview.section(repairs[repair], chosen, changes.length);
  const text = afterUnescaping ? `${name} · ${runs.preview.afterUnescaping}` : name;
  const key = `heading ${section}`;
  const heading: PreviewRow = { kind: 'heading', key, path, height: HEADING_HEIGHT_PX, text };
  if (!isCollapsed) return [heading, ...rows];
  const height = BUTTON_HEIGHT_PX[pointer()];
  const count = rows.length;
  const more: PreviewRow = { kind: 'more', key: `more ${section}`, path, height, section, count };
  return [heading, ...rows.slice(0, SHOWN_FIRST), more];
}

function unresolvedRows(
  note: PreviewNote,
  { repairs, wrapping }: RowsOptions,
): readonly PreviewRow[] {
  const { repairs: names, unresolved: reasons, runs } = messages();
  const items = unresolvedIn(note, repairs);
  if (items.length === 0) return [];
  const { path } = note;
  const text = runs.preview.needsAttention;
  return [
    { kind: 'heading', key: `unresolved ${path}`, path, height: HEADING_HEIGHT_PX, text },
    ...items.map((item, i): PreviewRow => {
      const { repair, reason, was } = item;
      const why = reasonWithQuote(reasons[reason], was);
      const text = repair ? runs.named(names[repair], why) : why;
      return {
        ...{ kind: 'unresolved', key: `unresolved ${i} ${path}`, path, text, item },
        height: textHeight(text, wrapping, BUTTON_HEIGHT_PX[pointer()]),
      };
    }),
  ];
}
