import { en } from '../../core/i18n/en';
import type { DuplicateRow, DuplicatesReport } from '../../core/report/duplicates-report';
import type { OutputLine } from './line.mts';
import { countNotes, countThings } from './print.mts';

/** Describes the groups of duplicates. */
export function duplicateLines({ duplicates }: DuplicatesReport): readonly OutputLine[] {
  if (duplicates.length === 0) return ['There are no duplicates.'];
  const count = countThings(duplicates.length, 'article has', 'articles have');
  return [...duplicates.flatMap(rowLines), '', `${count} several notes.`];
}

function rowLines({ title, by, keep, remove }: DuplicateRow): readonly OutputLine[] {
  return [
    [
      ['bold', title],
      ['dim', by === 'id' ? '  (same id)' : '  (same URL)'],
    ],
    `    ${keep}  (the fullest)`,
    ...remove.map((path) => `    ${path}`),
  ];
}

/** Describes what a merge did or would do. */
export function mergeLines(report: DuplicatesReport, done: boolean): readonly OutputLine[] {
  const { duplicates, relinked, removed, left } = report;
  if (duplicates.length === 0 && left.length === 0) return ['There are no duplicates.'];
  const merged = duplicates.flatMap(({ keep, remove }): readonly OutputLine[] =>
    remove.map((path) => `  ${path}  →  ${keep}`),
  );
  const links =
    relinked.length === 0 ? '' : `; links in ${countNotes(relinked.length)} lead to the kept ones`;
  const result = done ? 'moved to the trash' : 'would go to the trash';
  return [
    ...(merged.length > 0 ? ['', ...merged] : []),
    '',
    `${countNotes(removed.length)} ${result}${links}.`,
    ...left.map(({ path, reason }): OutputLine => {
      const reasons: Readonly<Record<string, string>> = {
        ...en.noteSkipped,
        ...en.duplicates.skipped,
      };
      return `  ${path}: ${reasons[reason] ?? reason}`;
    }),
  ];
}
