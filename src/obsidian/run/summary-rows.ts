import { messages } from '../../core/i18n';
import type { RepairReport, UndoReport } from '../../core/report/json';
import { quoted } from '../components/quoted';
import type { MeasuredRow } from '../components/virtual-list';

/** What stands on a line of a run's summary. */
export type SummaryRow = MeasuredRow &
  (
    | { readonly kind: 'heading'; readonly text: string }
    | { readonly kind: 'note'; readonly path: string; readonly reason: string }
  );

/** The notes that a run failed on or left, each with its reason. */
export function summaryRows(report: RepairReport | UndoReport): readonly SummaryRow[] {
  const { run } = messages().runs;
  if ('restored' in report) {
    const left = report.left.map(({ path, reason }) => ({ path, reason: reasonInWords(reason) }));
    return section(run.keptAsTheyAre(left.length), left);
  }
  const { repairs, runs } = messages();
  const failed = report.failed.map(({ path, error }) => ({ path, reason: error }));
  const left = report.left.map(({ path, repair, reason, was }) => {
    const said = quoted(reasonInWords(reason), was);
    return { path, reason: repair ? runs.named(repairs[repair], said) : said };
  });
  return [...section(run.failed(failed.length), failed), ...section(run.left(left.length), left)];
}

interface SkippedRow {
  readonly path: string;
  readonly reason: string;
}

function section(text: string, notes: readonly SkippedRow[]): readonly SummaryRow[] {
  if (notes.length === 0) return [];
  return [
    { kind: 'heading', key: text, height: 28, text },
    ...notes.map((note, i): SummaryRow => {
      return { kind: 'note', key: `${text} ${i}`, height: 44, ...note };
    }),
  ];
}

/** A reason's words; what has none is an error's own message. */
function reasonInWords(reason: string): string {
  const { left, noteSkipped } = messages();
  if (reason in left) return left[reason as keyof typeof left];
  return reason in noteSkipped ? noteSkipped[reason as keyof typeof noteSkipped] : reason;
}
