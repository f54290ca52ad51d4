import type { DuplicateGroup } from '../duplicates/find-duplicates';
import type { NotMerged, MergePlan } from '../duplicates/plan-merges';
import type { MergeOutcome } from '../duplicates/run-merges';
import type { FailedItem } from './json';

/** A group of duplicates, as `duplicates --json` prints it. */
export interface DuplicateRow {
  /** `id`: they have the same Omnivore ID. `url`: they only have the same URL. */
  readonly by: 'id' | 'url';
  readonly url: string | null;
  readonly title: string;
  /** The note to keep, and those to merge into it. */
  readonly keep: string;
  readonly remove: readonly string[];
  /** What is carried over; only with `--merge`. */
  readonly carried?: Readonly<Record<string, number>>;
}

/** The output of `duplicates --json`. */
export interface DuplicatesReport {
  readonly schema: 1;
  /** The run's ID for `undo`; null if nothing was written. */
  readonly run: string | null;
  readonly duplicates: readonly DuplicateRow[];
  /** Notes whose links lead to the kept note now. */
  readonly relinked: readonly string[];
  readonly removed: readonly string[];
  readonly left: readonly NotMerged[];
  readonly failed: readonly FailedItem[];
}

/** Returns the row of a group. */
export function duplicateRow({ by, keep, remove }: DuplicateGroup): DuplicateRow {
  return {
    by,
    url: keep.url,
    title: keep.title,
    keep: keep.path,
    remove: remove.map(({ path }) => path),
  };
}

/** Reports what a plan would do, if nothing changes meanwhile. */
export function plannedReport({ merges, links, skipped, failed }: MergePlan): DuplicatesReport {
  return {
    schema: 1,
    run: null,
    duplicates: merges.map(({ group, carried }) => ({ ...duplicateRow(group), carried })),
    relinked: links.map(({ path }) => path),
    removed: merges.flatMap(({ remove }) => remove.map(({ path }) => path)),
    left: skipped,
    failed,
  };
}

/** Reports what a run did. `run` is its ID for `undo`. */
export function mergedReport(
  plan: MergePlan,
  outcomes: readonly MergeOutcome[],
  run: string | null,
): DuplicatesReport {
  const paths = (kind: MergeOutcome['kind']): readonly string[] =>
    outcomes.filter((outcome) => outcome.kind === kind).map(({ path }) => path);
  return {
    ...plannedReport(plan),
    run,
    relinked: paths('relinked'),
    removed: paths('removed'),
    left: [
      ...plan.skipped,
      ...outcomes.flatMap((outcome) =>
        outcome.kind === 'skipped' ? [{ path: outcome.path, reason: outcome.reason }] : [],
      ),
    ],
    failed: [
      ...plan.failed,
      ...outcomes.flatMap((outcome) =>
        outcome.kind === 'failed' ? [{ path: outcome.path, error: outcome.error }] : [],
      ),
    ],
  };
}
