import { ADDITION_IDS, type Addition, type AdditionId } from '../import/addition';
import type { ImportItem, NotImported, ImportOutcome } from '../import/import-item';

import type { ExportProblem, FileProblem } from '../export/problem';
import type { FailedItem } from './json';

/** How often each addition was made. */
export type AdditionCounts = Readonly<Record<AdditionId, number>>;

/** The output of `import --json`. */
export interface ImportReport {
  readonly schema: 1;
  /** The run's ID for `undo`; null if nothing was written. */
  readonly run: string | null;
  readonly completed: readonly { readonly path: string; readonly findings: AdditionCounts }[];
  /** The notes and PDFs that were created. */
  readonly created: readonly string[];
  /** What was not done, and why. `path` is a note, or a file in the export. */
  readonly left: readonly (Omit<NotImported, 'reason'> & {
    readonly reason: NotImported['reason'] | FileProblem;
  })[];
  readonly failed: readonly FailedItem[];
}

/** A report that is being filled. */
export type OpenImportReport = {
  -readonly [Key in keyof ImportReport]: ImportReport[Key] extends readonly (infer Item)[]
    ? Item[]
    : ImportReport[Key];
};

/** Creates a report that lists only what could not be used from the export. */
export function newImportReport(problems: readonly ExportProblem[] = []): OpenImportReport {
  const left = problems.map(({ name, problem }) => {
    return { path: name, addition: null, reason: problem, was: '' };
  });
  return { schema: 1, run: null, completed: [], created: [], left, failed: [] };
}

/** Adds an outcome of an import. `run` is the ID for `undo`. */
export function addImportOutcome(
  report: OpenImportReport,
  outcome: ImportOutcome,
  run: string | null,
): void {
  const { kind, path } = outcome;
  if (kind === 'completed' || kind === 'created') report.run = run;
  if (kind === 'completed') {
    report.completed.push({ path, findings: countAdditions(outcome.additions) });
  }
  if (kind === 'created') report.created.push(path);
  if (kind === 'failed') report.failed.push({ path, error: outcome.error });
  if (kind === 'skipped') {
    const { addition, reason, was } = outcome;
    report.left.push({ path, addition, reason, was });
  }
}

/** Returns what an import would do with an item, if nothing changes meanwhile. */
export function expectedOutcomes(item: ImportItem): readonly ImportOutcome[] {
  if (item.kind !== 'complete' && item.kind !== 'create') return [item];
  const pdfs = item.pdfs.map(({ path }) => ({ kind: 'created', path }) as const);
  const { path } = item;
  return item.kind === 'complete'
    ? [{ kind: 'completed', path, additions: item.additions }, ...pdfs]
    : [{ kind: 'created', path }, ...pdfs];
}

/** Counts the additions of each kind. */
export function countAdditions(additions: readonly Addition[]): AdditionCounts {
  const counts = Object.fromEntries(ADDITION_IDS.map((id) => [id, 0])) as Record<
    AdditionId,
    number
  >;
  for (const { addition } of additions) counts[addition]++;
  return counts;
}
