import { Platform } from 'obsidian';
import { messages } from '../../core/i18n';
import type { MarkedChange, MarkedLine } from '../../core/report/marked-changes';
import type { RepairChanges } from '../../core/report/note-changes';
import { unresolvedIn, type Choice, type PreviewNote } from '../../core/report/preview';
import { shortLine } from '../../core/report/short-line';
import { reasonWithQuote } from '../components/quoted';
import type { MeasuredRow } from '../components/virtual-list';

/** A row of the preview. */
export type PreviewRow = MeasuredRow &
  (
    | { readonly kind: 'note'; readonly note: PreviewNote; readonly open: boolean }
    | { readonly kind: 'heading'; readonly text: string }
    | { readonly kind: 'line'; readonly sign: '−' | '+'; readonly line: MarkedLine }
    | { readonly kind: 'left'; readonly text: string }
    | { readonly kind: 'more'; readonly section: string }
  );

/** The changes of a note, once they have been read. */
export type Comparison =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'ready'; readonly repairs: readonly RepairChanges[] };

const HEIGHTS_PX = { heading: 28, line: 20, left: 24 };
/** Enough for two lines, or for three on a narrow screen. */
const NOTE_HEIGHT_PX = { finger: 68, mouse: 52 };
/** High enough for a button. */
const BUTTON_HEIGHT_PX = { finger: 48, mouse: 36 };
/** How many changes of a repair are shown at first. */
const SHOWN_FIRST = 3;

/**
 * Returns the rows of notes, with the changes of expanded notes below them. `full` contains the sections
 * that are shown completely.
 */
export function previewRows(
  notes: readonly PreviewNote[],
  repairs: Choice['repairs'],
  opened: ReadonlyMap<string, Comparison>,
  full: ReadonlySet<string>,
): readonly PreviewRow[] {
  const rows: PreviewRow[] = [];
  const height = Platform.isMobile ? NOTE_HEIGHT_PX.finger : NOTE_HEIGHT_PX.mouse;
  for (const note of notes) {
    const comparison = opened.get(note.path);
    const open = comparison !== undefined;
    rows.push({ kind: 'note', key: `note ${note.path}`, height, note, open });
    if (!comparison) continue;
    // Adds rows one by one, because a very long note has more rows than a call can have arguments.
    for (const row of comparisonRows(note.path, comparison, full)) rows.push(row);
    for (const row of unresolvedRows(note, repairs)) rows.push(row);
  }
  return rows;
}

function comparisonRows(
  path: string,
  comparison: Comparison,
  full: ReadonlySet<string>,
): readonly PreviewRow[] {
  const { preview } = messages().runs;
  if (comparison.kind === 'waiting') return [unresolvedRow(`waiting ${path}`, preview.comparing)];
  if (comparison.kind === 'failed') return [unresolvedRow(`failed ${path}`, comparison.error)];
  return comparison.repairs.flatMap((section) => sectionRows(path, section, full));
}

function sectionRows(
  path: string,
  { repair, changes }: RepairChanges,
  full: ReadonlySet<string>,
): readonly PreviewRow[] {
  const { repairs, runs } = messages();
  const section = `${repair ?? 'all'} ${path}`;
  const shown = full.has(section) ? changes : changes.slice(0, SHOWN_FIRST);
  const name = repair ? repairs[repair] : runs.preview.allTogether;
  const text = runs.preview.section(name, shown.length, changes.length);
  const lines = shown.flatMap((change, i) => lineRows(`${i} ${section}`, change));
  const canShowMore = shown.length < changes.length;
  const height = Platform.isMobile ? BUTTON_HEIGHT_PX.finger : BUTTON_HEIGHT_PX.mouse;
  return [
    { kind: 'heading', key: `heading ${section}`, height: HEIGHTS_PX.heading, text },
    ...lines,
    ...(canShowMore ? [{ kind: 'more' as const, key: `more ${section}`, height, section }] : []),
  ];
}

function lineRows(key: string, { before, after }: MarkedChange): readonly PreviewRow[] {
  const row = (sign: '−' | '+', line: MarkedLine, i: number): PreviewRow => {
    const height = HEIGHTS_PX.line;
    return { kind: 'line', key: `${sign}${i} ${key}`, height, sign, line: shortLine(line) };
  };
  return [
    ...before.map((line, i) => row('−', line, i)),
    ...after.map((line, i) => row('+', line, i)),
  ];
}

function unresolvedRows(note: PreviewNote, repairs: Choice['repairs']): readonly PreviewRow[] {
  const { repairs: names, left: reasons, runs } = messages();
  const items = unresolvedIn(note, repairs);
  if (items.length === 0) return [];
  const text = runs.preview.needsAttention;
  return [
    { kind: 'heading', key: `left ${note.path}`, height: HEIGHTS_PX.heading, text },
    ...items.map(({ repair, reason, was }, i) => {
      const why = reasonWithQuote(reasons[reason], was);
      return unresolvedRow(`left ${i} ${note.path}`, repair ? runs.named(names[repair], why) : why);
    }),
  ];
}

function unresolvedRow(key: string, text: string): PreviewRow {
  return { kind: 'left', key, height: HEIGHTS_PX.left, text };
}
