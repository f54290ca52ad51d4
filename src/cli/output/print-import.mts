import { en } from '../../core/i18n/en';
import { ADDITION_IDS } from '../../core/import/addition';
import type { ImportReport } from '../../core/report/import-report';
import type { OutputLine } from './line.mts';
import { failedLines, firstOfEachKind, countNotes } from './print.mts';

/** Describes what an import did, or would do if `dry`. */
export function importLines(report: ImportReport, dry: boolean): readonly OutputLine[] {
  const { completed, created, left, failed } = report;
  const made = created.filter((path) => !/\.pdf$/i.test(path)).length;
  const lines: OutputLine[] = [importSummary(completed.length, made, dry)];
  for (const id of ADDITION_IDS) {
    const sum = completed.reduce((all, { findings }) => all + findings[id], 0);
    if (sum > 0) lines.push(`  ${en.additions[id].padEnd(14)}${String(sum).padStart(7)}`);
  }
  if (created.length > made)
    lines.push(`  ${'PDF files'.padEnd(14)}${String(created.length - made).padStart(7)}`);
  if (left.length > 0) lines.push('', [['yellow', `Not imported: ${left.length}`]]);
  return [
    ...lines,
    ...firstOfEachKind(left, ({ reason }) => reason, notImportedLine),
    ...failedLines(failed),
  ];
}

function importSummary(completed: number, made: number, dry: boolean): string {
  if (completed + made === 0) return 'Nothing to import: the notes have all that the export holds.';
  const parts = [
    ...(completed > 0 ? [`${dry ? 'complete' : 'completed'} ${countNotes(completed)}`] : []),
    ...(made > 0 ? [`${dry ? 'create' : 'created'} ${countNotes(made)}`] : []),
  ].join(', ');
  return dry ? `Would ${parts}.` : `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`;
}

function notImportedLine({
  path,
  addition,
  reason,
  was,
}: ImportReport['left'][number]): OutputLine {
  const reasons: Readonly<Record<string, string>> = {
    ...en.noteSkipped,
    ...en.unresolved,
    ...en.notImported,
  };
  const about = addition ? `${en.additions[addition]}: ` : '';
  const what = was === '' ? '' : `: ${was.slice(0, 80)}`;
  return `  ${path}: ${about}${reasons[reason] ?? reason}${what}`;
}
