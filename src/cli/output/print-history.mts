import { en } from '../../core/i18n/en';
import type { RunNote, RunRow } from '../../core/report/history';
import type { OutputLine } from './line.mts';
import { countNotes, countThings } from './print.mts';

/** Lists the runs of a folder. */
export function historyLines(runs: readonly RunRow[]): readonly OutputLine[] {
  return runs.length === 0 ? ['There are no runs here.'] : runs.map(runLine);
}

/**
 * Describes a run in one line: `20261126T103438427-249c  2026-11-26 10:34 UTC  11 notes  Dates, Images
 * undone`.
 */
export function runLine(row: RunRow): OutputLine {
  const { run, started, notes: count, kind, created, removed, repairs, undone, kept } = row;
  const when = started === '' ? 'unknown time' : `${started.slice(0, 16).replace('T', ' ')} UTC`;
  const names = kind ? en.runKinds[kind] : repairs.map((id) => en.repairs[id]).join(', ');
  const extent = [
    countNotes(count),
    ...(created > 0 ? [countThings(created, 'new file')] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ].join(', ');
  const end = undone ? (kept > 0 ? `undone, except ${countNotes(kept)}` : 'undone') : '';
  const parts = [when, extent, names, end].filter((part) => part !== '');
  return [['bold', run], `  ${parts.join('  ')}`];
}

/** Describes the current state of a note, if its changed lines can't be shown. */
export function stateLine({ path, state, error }: RunNote): OutputLine {
  const states = {
    repaired: 'repaired',
    created: 'created',
    removed: 'removed',
    restored: 'as before the run',
    'changed-since': en.noteSkipped['changed-since'],
    'not-a-note': en.noteSkipped['not-a-note'],
    failed: error ?? '',
  };
  return `${path}: ${states[state]}`;
}
