import { en } from '../i18n/en';
import type { ChangedLines } from '../report/changed-lines';
import type { ArticleRow, RepairReport, UndoReport } from '../report/json';
import { REPAIR_IDS } from '../repairs';
import { sumOf } from '../repairs/counts';

/** Longer lines are shown around what changed. */
const WIDEST = 160;

/** An article in a line or two. */
export function articleLines(row: ArticleRow): readonly string[] {
  const { path, title, source, saved, draft, findings, left } = row;
  const facts = [source, saved?.slice(0, 10), draft ? 'draft' : null].filter(Boolean).join(' · ');
  const due = en.countsInWords(findings);
  const lines = [`${title}${facts ? `  (${facts})` : ''}`, `    ${path}`];
  if (due) lines.push(`    to repair: ${due}`);
  for (const { repair, reason, was } of left) {
    lines.push(`    left: ${en.repairs[repair]}: ${en.left[reason]}${was && `: ${clip(was)}`}`);
  }
  return lines.map(plain);
}

/** What a run did, for a person; `dry` says that it only would. */
export function repairLines(report: RepairReport, dry: boolean): readonly string[] {
  const { repaired, failed } = report;
  const drafts = report.left.filter(({ reason }) => reason === 'no-publisher').length;
  const left = report.left.filter(({ reason }) => reason !== 'no-publisher');
  const sum = sumOf(repaired.map(({ findings }) => findings));
  const lines = [`${dry ? 'Would repair' : 'Repaired'} ${notes(repaired.length)}.`];
  for (const id of REPAIR_IDS) {
    if (sum[id] > 0) lines.push(`  ${en.repairs[id].padEnd(14)}${String(sum[id]).padStart(7)}`);
  }
  if (drafts > 0) lines.push('', draftLine(drafts));
  if (left.length > 0) lines.push('', `Left to you: ${left.length}`);
  lines.push(...fewOfEach(left, ({ repair, reason }) => `${repair}/${reason}`, leftLine));
  if (failed.length > 0) lines.push('', `Failed: ${failed.length}`);
  lines.push(
    ...fewOfEach(
      failed,
      ({ error }) => error,
      ({ path, error }) => `  ${path}: ${error}`,
    ),
  );
  return lines.map(plain);
}

/** Thousands of drafts have one answer. */
function draftLine(drafts: number): string {
  const found = drafts === 1 ? '1 draft is' : `${drafts} drafts are`;
  return `${found} not changed. Say how you publish to fix draft flags: --publish-with hugo (or another: --help).`;
}

/** So many notes of a kind are named. */
const NAMED = 10;

/** A line for each of the first of a kind, and one for the rest of them: a thousand alike would hide the one that differs. */
function fewOfEach<Item>(
  items: readonly Item[],
  kindOf: (item: Item) => string,
  lineOf: (item: Item) => string,
): readonly string[] {
  const kinds = new Map<string, Item[]>();
  for (const item of items) {
    const kind = kinds.get(kindOf(item));
    if (kind) kind.push(item);
    else kinds.set(kindOf(item), [item]);
  }
  return [...kinds.values()].flatMap((kind) => {
    const lines = kind.slice(0, NAMED).map(lineOf);
    const more = kind.length - NAMED;
    return more > 0
      ? [...lines, `  … and ${more} more of this kind; --json names them all`]
      : lines;
  });
}

function leftLine({ path, repair, reason, was }: RepairReport['left'][number]): string {
  const said = reason in en.left ? en.left[reason as keyof typeof en.left] : '';
  const why = said || en.noteLeft[reason as keyof typeof en.noteLeft];
  return `  ${path}: ${repair ? `${en.repairs[repair]}: ` : ''}${why}${was && `: ${clip(was)}`}`;
}

/** What was taken back, for a person. */
export function undoLines({ run, restored, left }: UndoReport): readonly string[] {
  const lines = [`Took back run ${run}: ${notes(restored.length)} restored.`];
  if (left.length > 0) lines.push('', `Left as they are: ${left.length}`);
  lines.push(...fewOfEach(left, ({ reason }) => reason, undoLeftLine));
  return lines.map(plain);
}

function undoLeftLine({ path, reason }: UndoReport['left'][number]): string {
  const said = reason in en.noteLeft ? en.noteLeft[reason as keyof typeof en.noteLeft] : reason;
  return `  ${path}: ${said}`;
}

/** A note's lines before and after. */
export function diffLines(path: string, changes: readonly ChangedLines[]): readonly string[] {
  const lines = [path];
  for (const { line, before, after } of changes) {
    lines.push(
      ...before.map((text, i) => `  ${String(line + i).padStart(5)} - ${around(text, after[i])}`),
    );
    lines.push(...after.map((text, i) => `        + ${around(text, before[i])}`));
  }
  return lines.map(plain);
}

/** `1 note`, `2 notes`. */
export function notes(count: number): string {
  return count === 1 ? '1 note' : `${count} notes`;
}

/** The part of a long line in which it differs from another. */
function around(text: string, other = ''): string {
  if (text.length <= WIDEST) return text;
  let same = 0;
  while (same < text.length && text.charCodeAt(same) === other.charCodeAt(same)) same++;
  const from = Math.max(0, Math.min(same - 40, text.length - WIDEST));
  const to = from + WIDEST;
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** A line without control characters: those of a title or a file's name would steer the terminal. */
export function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
