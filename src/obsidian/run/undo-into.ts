import type { UndoReport } from '../../core/report/json';
import { addUndoOutcome, type OpenUndoReport } from '../../core/report/undo-report';
import { StoppedError, messageOf } from '../../core/runs/error-message';
import type { FileStore } from '../../core/runs/file-store';
import { markUndone } from '../../core/runs/journal';
import type { JournalStore, NoteStore } from '../../core/runs/note-store';
import { onlyNote, readRun, type RunRecord } from '../../core/runs/read-journal';
import { undoCountOf, undoWholeRun } from '../../core/runs/undo-run';
import type { ActiveRun } from './active-run';

/** What undo reads and writes. */
interface UndoPlace {
  readonly journal: JournalStore;
  readonly files: FileStore;
  readonly notes: NoteStore;
}

/**
 * Undoes a run, or only its changes of one note, and fills the report. Resolves with the error that ended it
 * early, or null.
 */
export async function undoInto(
  report: OpenUndoReport,
  run: ActiveRun<UndoReport>,
  before: RunRecord,
  note: string | null,
  { journal, files, notes }: UndoPlace,
): Promise<string | null> {
  let failed = 0;
  try {
    await journal.lock();
    // Read it now, because another program may have continued it before it was locked.
    const record = (await readRun(journal, before.id)) ?? before;
    const wanted = note === null ? record : onlyNote(record, note);
    for await (const outcome of undoWholeRun(journal, wanted, notes, files)) {
      if (outcome.kind === 'failed') failed++;
      addUndoOutcome(report, outcome);
      run.advance();
      await journal.lock();
      if (run.stopping) break;
    }
    // If a note could not be written, the user can try again.
    if (note === null && run.done === undoCountOf(wanted) && failed === 0) {
      await markUndone(journal, record.id, new Date(), report.left.length);
    }
    return null;
  } catch (error) {
    return error instanceof StoppedError ? null : messageOf(error);
  }
}
