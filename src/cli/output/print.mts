import { en } from '../../core/i18n/en';
import { plural } from '../../core/i18n/en/locale';
import type { ScannedArticle, RepairReport, UndoReport } from '../../core/report/json';
import type { ScanTally } from '../../core/report/scan-report';
import { REPAIR_IDS, type RepairId } from '../../core/repairs';
import { sumOf, type Counts } from '../../core/repairs/counts';
import type { OutputLine } from './line.mts';

/** How much of an item is shown, in UTF-16 code units. */
const MAX_ITEM_LENGTH = 80;
/** How many items of a kind are listed. */
const MAX_ITEMS_OF_KIND = 10;

/** Describes an article, and what it needs. */
export function articleLines(article: ScannedArticle): readonly OutputLine[] {
  const { path, title, source, saved, draft, findings, left } = article;
  const details = [source, saved?.slice(0, 10), draft ? 'draft' : null].filter(Boolean).join(' · ');
  const lines: OutputLine[] = [
    details
      ? [
          ['bold', title],
          ['dim', `  (${details})`],
        ]
      : [['bold', title]],
    [['dim', `    ${path}`]],
  ];
  const found = countsInWords(findings);
  if (found) lines.push(`    needs repair: ${found}`);
  const items: OutputLine[] = [];
  for (const { repair, reason, was } of left) {
    if (reason !== 'no-publisher') items.push(`    ${findingText(repair, reason, was)}`);
  }
  lines.push(...limitLines(items, '    '));
  return lines;
}

/** The commands to run after a scan. */
export interface NextCommands {
  readonly repair: string;
  /** For images in notes that are not saved articles. */
  readonly ownNotes: string;
}

/** Describes what was found and what needs repair, with the next command. */
export function scanLines(tally: ScanTally, next: NextCommands): readonly OutputLine[] {
  const { articles, saved, read, needRepair, findings, unresolved, drafts, ownNotes } = tally;
  const lines: OutputLine[] = [
    `${countThings(articles, 'saved article')} in ${countNotes(saved)} (${read} read).`,
  ];
  if (needRepair > 0) lines.push(`${needRepairText(needRepair)}: ${countsInWords(findings)}.`);
  else if (articles > 0) lines.push('None of them needs repair.');
  if (unresolved > 0) lines.push(`${needAttentionText(unresolved)}.`);
  if (drafts > 0) lines.push(draftLine(drafts));
  const images = ownNotes.reduce((all, note) => all + note.images, 0);
  if (images > 0) {
    lines.push(
      `Also ${countThings(images, 'dead image')} in ${countNotes(ownNotes.length)} of your own.`,
    );
  }
  if (needRepair > 0) lines.push('', `See the changes:  ${next.repair}`);
  if (images > 0) lines.push(`Unproxy images in your own notes:  ${next.ownNotes}`);
  return lines;
}

/**
 * Describes what a run did, or would do if `dry`. `articles` is how many of the checked notes have saved
 * articles; null if the run stopped early.
 */
export function repairLines(
  report: RepairReport,
  dry: boolean,
  articles: number | null,
): readonly OutputLine[] {
  const { repaired, failed } = report;
  const drafts = report.left.filter(isUndecidedDraft).length;
  const left = report.left.filter((item) => !isUndecidedDraft(item));
  const sum = sumOf(repaired.map(({ findings }) => findings));
  const lines: OutputLine[] = [repairSummary(report, dry, articles)];
  for (const id of REPAIR_IDS) {
    if (sum[id] > 0) lines.push(`  ${en.repairs[id].padEnd(14)}${String(sum[id]).padStart(7)}`);
  }
  if (drafts > 0) lines.push('', draftLine(drafts));
  if (left.length > 0) lines.push('', [['yellow', `${needAttentionText(left.length)}:`]]);
  const kind = ({ repair, reason }: UnresolvedEntry): string => `${repair}/${reason}`;
  return [...lines, ...firstOfEachKind(left, kind, unresolvedLine), ...failedLines(failed)];
}

/** These drafts are counted in one line, because one setting answers all of them. */
function isUndecidedDraft({ reason }: UnresolvedEntry): boolean {
  return reason === 'no-publisher';
}

function draftLine(drafts: number): string {
  const found = countThings(drafts, 'draft is', 'drafts are');
  return `${found} not changed. Say how you publish to fix draft flags: --publish-with hugo (or another: --help).`;
}

function repairSummary(
  { repaired, left, failed }: RepairReport,
  dry: boolean,
  articles: number | null,
): OutputLine {
  if (repaired.length > 0)
    return `${dry ? 'Would repair' : 'Repaired'} ${countNotes(repaired.length)}.`;
  const none = dry ? 'Would repair 0 notes' : 'Nothing to repair';
  if (failed.length > 0 || articles === null) return dry ? `${none}.` : 'Repaired 0 notes.';
  if (articles === 0) return `${none}: there are no saved articles here.`;
  if (left.length > 0) return `${none}.`;
  const checked = plural(articles, {
    one: 'the saved article is',
    other: `all ${articles} notes with saved articles are`,
  });
  return `${none}: ${checked} fine.`;
}

/** Lists what could not be read or written, and why. */
export function failedLines(failed: RepairReport['failed']): readonly OutputLine[] {
  if (failed.length === 0) return [];
  const lineOf = ({ path, error }: RepairReport['failed'][number]): OutputLine =>
    `  ${path}: ${error}`;
  return [
    '',
    [['red', `Failed: ${failed.length}`]],
    ...firstOfEachKind(failed, ({ error }) => error, lineOf),
  ];
}

/**
 * Returns the first items of each kind and the number of others. Otherwise a thousand similar items would
 * hide the one that differs.
 */
export function firstOfEachKind<Item>(
  items: readonly Item[],
  kindOf: (item: Item) => string,
  lineOf: (item: Item) => OutputLine,
): readonly OutputLine[] {
  const kinds = new Map<string, Item[]>();
  for (const item of items) {
    const kind = kinds.get(kindOf(item));
    if (kind) kind.push(item);
    else kinds.set(kindOf(item), [item]);
  }
  return [...kinds.values()].flatMap((kind) => limitLines(kind.map(lineOf), '  '));
}

/** Returns the first lines, and one that counts the others. */
function limitLines(lines: readonly OutputLine[], indent: string): readonly OutputLine[] {
  const more = lines.length - MAX_ITEMS_OF_KIND;
  if (more <= 0) return lines;
  return [
    ...lines.slice(0, MAX_ITEMS_OF_KIND),
    `${indent}… and ${more} more like this; --json lists all`,
  ];
}

type UnresolvedEntry = RepairReport['left'][number];

function unresolvedLine({ path, repair, reason, was }: UnresolvedEntry): OutputLine {
  return `  ${path}: ${findingText(repair, reason, was)}`;
}

function findingText(
  repair: RepairId | null,
  reason: UnresolvedEntry['reason'],
  was: string,
): string {
  const reasonName: string = { ...en.noteSkipped, ...en.unresolved }[reason];
  const about = repair ? `${en.repairs[repair]}: ` : '';
  return `${about}${reasonName}${was && `: ${clip(was)}`}`;
}

/** Describes what was undone. */
export function undoLines({
  run,
  restored,
  trashed = [],
  left,
}: UndoReport): readonly OutputLine[] {
  const files =
    trashed.length === 0 ? '' : `, ${countThings(trashed.length, 'file')} moved to the trash`;
  const lines: OutputLine[] = [
    `Undid run ${run}: ${countNotes(restored.length)} restored${files}.`,
  ];
  if (left.length > 0) lines.push('', [['yellow', `Skipped: ${left.length}`]]);
  return [...lines, ...firstOfEachKind(left, ({ reason }) => reason, undoSkippedLine)];
}

function undoSkippedLine({ path, reason }: UndoReport['left'][number]): OutputLine {
  const text =
    reason in en.noteSkipped ? en.noteSkipped[reason as keyof typeof en.noteSkipped] : reason;
  return `  ${path}: ${text}`;
}

/** `1 note or folder`, `2 notes or folders`. */
export function countFailed(count: number): string {
  return countThings(count, 'note or folder', 'notes or folders');
}

/** `1 note`, `2 notes`. */
export function countNotes(count: number): string {
  return countThings(count, 'note');
}

/** `1 image`, `2 images`. */
export function countThings(count: number, one: string, other = `${one}s`): string {
  return `${count} ${plural(count, { one, other })}`;
}

function needRepairText(count: number): string {
  return countThings(count, 'note needs repair', 'notes need repair');
}

function needAttentionText(count: number): string {
  return countThings(count, 'finding needs your attention', 'findings need your attention');
}

/** `2 dates, 1 image`. */
function countsInWords(counts: Counts): string {
  return en.runs.findings(counts).replaceAll(' · ', ', ');
}

function clip(text: string): string {
  return text.length > MAX_ITEM_LENGTH ? `${text.slice(0, MAX_ITEM_LENGTH)}…` : text;
}
