import { ADDITION_IDS, type Addition, type AdditionId } from '../import/addition';
import type { ImportItem, ImportLeft } from '../import/plan-import';
import type { ImportOutcome } from '../import/run-import';
import type { ExportProblem, FileProblem } from '../export/problem';
import type { FailedItem } from './json';

/** How often each addition was made. */
export type AdditionCounts = Readonly<Record<AdditionId, number>>;

/** What `import --json` prints. */
export interface ImportReport {
  readonly schema: 1;
  /** The run's id for `undo`; null where nothing was written. */
  readonly run: string | null;
  readonly completed: readonly { readonly path: string; readonly findings: AdditionCounts }[];
  /** The notes and PDFs that were made. */
  readonly created: readonly string[];
  /** What was not done, and why. `path` is a note's, or that of a file in the export. */
  readonly left: readonly (Omit<ImportLeft, 'reason'> & {
    readonly reason: ImportLeft['reason'] | FileProblem;
  })[];
  readonly failed: readonly FailedItem[];
}

/** A report that is being written. */
export type OpenImportReport = {
  -readonly [Key in keyof ImportReport]: ImportReport[Key] extends readonly (infer Item)[]
    ? Item[]
    : ImportReport[Key];
};

/** A report of nothing yet but what could not be used of the export. */
export function newImportReport(problems: readonly ExportProblem[] = []): OpenImportReport {
  const left = problems.map(({ name, problem }) => {
    return { path: name, addition: null, reason: problem, was: '' };
  });
  return { schema: 1, run: null, completed: [], created: [], left, failed: [] };
}

/** Adds what an import did. `run` is the id under which it can be undone. */
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
  if (kind === 'left') {
    const { addition, reason, was } = outcome;
    report.left.push({ path, addition, reason, was });
  }
}

/** What an import would come to with an item, if nothing changed meanwhile. */
export function expectedOutcomes(item: ImportItem): readonly ImportOutcome[] {
  if (item.kind !== 'complete' && item.kind !== 'create') return [item];
  const pdfs = item.pdfs.map(({ path }) => ({ kind: 'created', path }) as const);
  const { path } = item;
  return item.kind === 'complete'
    ? [...pdfs, { kind: 'completed', path, additions: item.additions }]
    : [...pdfs, { kind: 'created', path }];
}

/** How many additions of each kind there are. */
export function countAdditions(additions: readonly Addition[]): AdditionCounts {
  const counts = Object.fromEntries(ADDITION_IDS.map((id) => [id, 0])) as Record<
    AdditionId,
    number
  >;
  for (const { addition } of additions) counts[addition]++;
  return counts;
}
