import { messages } from '../../core/i18n';
import type { RepairReport } from '../../core/report/json';
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
  const { runs, images, additions, importing } = messages();
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
  if ('removed' in report) {
    const { duplicates } = messages();
    const stay = report.left.map(({ path, reason }) => ({
      path,
      reason: duplicates.skipped[reason],
    }));
    return [
      ...section(run.failed(failed.length), failed),
      ...section(duplicates.stays(stay.length), stay),
    ];
  }
  if ('saved' in report) {
    const notSaved = report.left.map(({ path, url, reason, status }) => {
      const why = images.unsaved[reason];
      const isHttp = reason === 'http-error' && status !== null;
      return {
        path,
        url,
        reason: reasonWithQuote(isHttp ? images.withStatus(why, status) : why, url),
      };
    });
    return [
      ...section(run.failed(failed.length), failed),
      ...section(run.needsAttention(notSaved.length), notSaved),
    ];
  }
  return [...section(run.failed(failed.length), failed), ...attentionSection(report.left)];
}

/** Lists what needs attention in the notes of a repair, followed by `more` rows about `moreCount` items. */
export function attentionSection<Row = never>(
  left: RepairReport['left'],
  moreCount = 0,
  more: readonly Row[] = [],
): readonly (SummaryRow | Row)[] {
  const { repairs, runs } = messages();
  const count = left.length + moreCount;
  if (count === 0) return [];
  const notes = left.map(({ path, repair, reason, was }) => {
    const text = reasonWithQuote(reasonText(reason), was);
    return { path, reason: repair ? runs.named(repairs[repair], text) : text };
  });
  const text = runs.run.needsAttention(count);
  return [{ kind: 'heading', key: text, height: 28, text }, ...noteRows(text, notes), ...more];
}

interface SkippedRow {
  readonly path: string;
  readonly reason: string;
  readonly url?: string;
}

/** Returns a heading and rows of notes; nothing if there are no notes. */
export function section(text: string, notes: readonly SkippedRow[]): readonly SummaryRow[] {
  if (notes.length === 0) return [];
  return [{ kind: 'heading', key: text, height: 28, text }, ...noteRows(text, notes)];
}

function noteRows(key: string, notes: readonly SkippedRow[]): readonly SummaryRow[] {
  return notes.map((note, i) => ({ kind: 'note', key: `${key} ${i}`, height: 44, ...note }));
}

/** Returns the text of a reason. A reason without a text is an error message. */
export function reasonText(reason: string): string {
  const { unresolved, noteSkipped, notImported: importLeft } = messages();
  if (reason in importLeft) return importLeft[reason as keyof typeof importLeft];
  if (reason in unresolved) return unresolved[reason as keyof typeof unresolved];
  return reason in noteSkipped ? noteSkipped[reason as keyof typeof noteSkipped] : reason;
}
