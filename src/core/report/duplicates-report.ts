import type { DuplicateGroup } from '../duplicates/find-duplicates';
import type { MergePlan } from '../duplicates/plan-merges';
import type { MergeOutcome } from '../duplicates/run-merges';
import type { FailedItem } from './json';

/** What `duplicates --json` prints of a group. */
export interface DuplicateRow {
  /** `id`: they have the same id of Omnivore's; `url`: the same URL alone. */
  readonly by: 'id' | 'url';
  readonly url: string | null;
  readonly title: string;
  /** The note that is kept, and those that are merged into it. */
  readonly keep: string;
  readonly remove: readonly string[];
  /** What would be, or was, carried over; only with `--merge`. */
  readonly carried?: Readonly<Record<string, number>>;
}

/** What `duplicates --json` prints. */
export interface DuplicatesReport {
  readonly schema: 1;
  /** The run's id for `undo`; null where nothing was written. */
  readonly run: string | null;
  readonly duplicates: readonly DuplicateRow[];
  /** Notes whose links were moved to the note that is kept. */
  readonly relinked: readonly string[];
  readonly removed: readonly string[];
  readonly left: readonly { readonly path: string; readonly reason: string }[];
  readonly failed: readonly FailedItem[];
}

/** A group as it is listed. */
export function duplicateRow({ by, keep, remove }: DuplicateGroup): DuplicateRow {
  return {
    by,
    url: keep.url,
    title: keep.title,
    keep: keep.path,
    remove: remove.map(({ path }) => path),
  };
}

/** What a plan would come to, if nothing changed meanwhile. */
export function plannedReport({ merges, links, failed }: MergePlan): DuplicatesReport {
  return {
    schema: 1,
    run: null,
    duplicates: merges.map(({ group, carried }) => ({ ...duplicateRow(group), carried })),
    relinked: links.map(({ path }) => path),
    removed: merges.flatMap(({ remove }) => remove.map(({ path }) => path)),
    left: [],
    failed,
  };
}

/** What a run came to. `run` is the id under which it can be undone. */
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
    left: outcomes.flatMap((outcome) =>
      outcome.kind === 'left' ? [{ path: outcome.path, reason: outcome.reason }] : [],
    ),
    failed: [
      ...plan.failed,
      ...outcomes.flatMap((outcome) =>
        outcome.kind === 'failed' ? [{ path: outcome.path, error: outcome.error }] : [],
      ),
    ],
  };
}
