import { changedLines } from '../../core/report/changed-lines';
import { articleRows, scannedArticles } from '../../core/report/json';
import type { NoteResult } from '../../core/runs/note-result';
import { renderLines } from '../output/line.mts';
import { plainJson } from '../output/plain.mts';
import { diffLines } from '../output/print-diff.mts';
import { articleLines } from '../output/print.mts';
import type { DryRunTask, ScanTask } from './chunk.mts';

/** Returns what `scan` prints about each article of a note. */
export function articleTexts(
  note: NoteResult,
  { json, zone, draftProperty, publisher, screen }: ScanTask,
): readonly string[] {
  if (note.kind === 'failed') return [];
  if (json) return articleRows(note, zone, draftProperty).map((row) => `${plainJson(row)}\n`);
  const all = scannedArticles(note, zone, draftProperty);
  const listed = publisher === null ? all : all.filter(({ left }) => left.length > 0);
  return listed.map((article) => renderLines(articleLines(article), screen));
}

/** Returns what a dry run prints about a note that it would repair. */
export function changesText(note: NoteResult, { show, screen }: DryRunTask): string {
  if (show === null || note.kind === 'failed' || note.outcome !== 'repaired') return '';
  const { path, text, plan } = note;
  if (show === 'path') return renderLines([path], screen);
  return renderLines(diffLines(path, changedLines(text, plan.edits), screen.width), screen);
}
