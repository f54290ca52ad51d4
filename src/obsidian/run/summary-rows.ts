import { messages } from '../../core/i18n';
import type { AnyReport } from './active-run';
import { reasonWithQuote } from '../components/quoted';
import type { MeasuredRow } from '../components/virtual-list';

/** A row of a run's summary. */
export type SummaryRow = MeasuredRow &
  (
    | { readonly kind: 'heading'; readonly text: string }
    | {
        readonly kind: 'note';
        readonly path: string;
        readonly reason: string;
        /** Of an image that could not be saved. */
        readonly url?: string;
      }
  );

/** Lists the notes that failed and the findings that need the user's attention, with reasons. */
export function summaryRows(report: AnyReport): readonly SummaryRow[] {
  const { run } = messages().runs;
  if ('restored' in report) {
    const notRestored = report.left.map(({ path, reason }) => ({
      path,
      reason: reasonText(reason),
    }));
    return section(run.keptAsTheyAre(notRestored.length), notRestored);
  }
  const { repairs, runs, images, additions, importing } = messages();
  if ('completed' in report) {
    const failed = report.failed.map(({ path, error }) => ({ path, reason: error }));
    const skipped = report.left.map(({ path, addition, reason, was }) => {
      const text = reasonWithQuote(reasonText(reason), was);
      return { path, reason: addition ? runs.named(additions[addition], text) : text };
    });
    return [
      ...section(run.failed(failed.length), failed),
      ...section(importing.notImported(skipped.length), skipped),
    ];
  }
  const failed = report.failed.map(({ path, error }) => ({ path, reason: error }));
  if ('saved' in report) {
    const notSaved = report.left.map(({ path, url, reason, status }) => {
      const why = images.left[reason];
      const isHttp = reason === 'http-error' && status !== null;
      return {
        path,
        url,
        reason: reasonWithQuote(isHttp ? images.withStatus(why, status) : why, url),
      };
    });
    return [
      ...section(run.failed(failed.length), failed),
      ...section(run.left(notSaved.length), notSaved),
    ];
  }
  const unresolved = report.left.map(({ path, repair, reason, was }) => {
    const text = reasonWithQuote(reasonText(reason), was);
    return { path, reason: repair ? runs.named(repairs[repair], text) : text };
  });
  return [
    ...section(run.failed(failed.length), failed),
    ...section(run.left(unresolved.length), unresolved),
  ];
}

interface SkippedRow {
  readonly path: string;
  readonly reason: string;
  readonly url?: string;
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

/** Returns the text of a reason. A reason without a text is an error message. */
function reasonText(reason: string): string {
  const { left, noteSkipped, importLeft } = messages();
  if (reason in importLeft) return importLeft[reason as keyof typeof importLeft];
  if (reason in left) return left[reason as keyof typeof left];
  return reason in noteSkipped ? noteSkipped[reason as keyof typeof noteSkipped] : reason;
}
