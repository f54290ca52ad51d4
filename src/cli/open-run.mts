import type { RepairId } from '../core/repairs';
import { openJournal, type OpenJournal } from '../core/runs/journal';
import type { RunKind } from '../core/runs/journal-format';
import type { JournalStore } from '../core/runs/note-store';
import { UserError } from './command.mts';
import { diskJournal, journalFolder } from './fs/disk-journal.mts';
import { lockedBy } from './fs/folder-lock.mts';
import { toErrorClause } from './fs/system-error.mts';
import { removeLeftovers } from './fs/temporary.mts';
import { randomHex } from './fs/random-hex.mts';

/** The journals of a folder, and the journal of a new run among them. */
interface OpenRun {
  readonly runs: JournalStore;
  readonly journal: OpenJournal;
}

/** Opens a run in a folder. Throws a UserError if another run has its lock. `kind` is null for a repair. */
export function openRun(
  root: string,
  repairs: readonly RepairId[],
  kind: RunKind | null = null,
): OpenRun {
  refuseIfLocked(root);
  const runs = diskJournal(root, journalFolder(root));
  return { runs, journal: newJournal(runs, repairs, kind) };
}

/** Throws a UserError if another run has the lock of the folder. */
export function refuseIfLocked(root: string): void {
  const other = lockedBy(journalFolder(root));
  if (other !== null) throw new UserError(toErrorClause(other));
}

/** Opens the journal of a run that starts now. */
export function newJournal(
  runs: JournalStore,
  repairs: readonly RepairId[],
  kind: RunKind | null,
): OpenJournal {
  return openJournal(runs, new Date(), randomHex(2), repairs, kind);
}

/** Removes temporary files that a killed run left. Locks the folder only if there are any. */
export async function cleanUp(
  root: string,
  leftovers: readonly string[],
  runs: JournalStore,
): Promise<void> {
  if (leftovers.length === 0) return;
  await runs.lock();
  removeLeftovers(root, leftovers);
}
