import type { ImportOutcome } from '../../core/import/run-import';
import {
  addImportOutcome,
  newImportReport,
  type ImportReport,
} from '../../core/report/import-report';
import type { ImageReport } from '../../core/report/image-report';
import type { RepairReport, UndoReport } from '../../core/report/json';
import type { RepairId } from '../../core/repairs';
import { collectResults } from '../../core/report/collect-results';
import { addResult, newReport } from '../../core/report/repair-report';
import { addUndoOutcome, newUndoReport } from '../../core/report/undo-report';
import { readRun, type RunRecord } from '../../core/runs/read-journal';
import type { RunKind } from '../../core/runs/journal-format';
import { markUndone, openJournal, type OpenJournal } from '../../core/runs/journal';
import type { FileStore } from '../../core/runs/file-store';
import type { JournalStore, NoteStore } from '../../core/runs/note-store';
import { StoppedError, messageOf } from '../../core/runs/error-message';
import type { Planner } from '../../core/repairs/plan';
import { repairRun, type RunOptions } from '../../core/runs/repair-run';
import { countOf, undoWholeRun } from '../../core/runs/undo-run';
import { ActiveRun, type AnyReport, type DoneText } from './active-run';
import { stoppable } from './stoppable';

/** A run over the vault: a repair, saving images, an import, or undoing one of them. */
export type AnyRun =
  | { readonly kind: 'repair'; readonly run: ActiveRun<RepairReport> }
  | { readonly kind: 'images'; readonly run: ActiveRun<ImageReport> }
  | { readonly kind: 'import'; readonly run: ActiveRun<ImportReport> }
  | { readonly kind: 'undo'; readonly run: ActiveRun<UndoReport> };

/** Starts an import into these stores, with this journal. */
export type ImportStart = (
  store: NoteStore,
  files: FileStore,
  journal: OpenJournal,
) => AsyncGenerator<ImportOutcome>;

/** Starts runs over the vault, one at a time. */
export class RunController {
  /** The active run, or null. */
  current: AnyRun | null = null;
  /** Called when a run starts. */
  onStart: (started: AnyRun) => void = () => undefined;
  readonly journal: JournalStore;
  readonly files: FileStore;
  readonly #store: () => NoteStore;

  constructor(store: () => NoteStore, journal: JournalStore, files: FileStore) {
    this.#store = store;
    this.journal = journal;
    this.files = files;
  }

  /**
   * Starts to repair notes. Returns null while another run is active. `options` is what was shown before.
   * `doneText` is the message after a run without problems, instead of the number of notes. `kind` is set for
   * a run that is not a repair.
   */
  repair(
    paths: readonly string[],
    planner: Planner,
    options: RunOptions = {},
    doneText: DoneText | null = null,
    kind: RunKind | null = null,
  ): Extract<AnyRun, { kind: 'repair' }> | null {
    if (this.current) return null;
    const run = new ActiveRun<RepairReport>(paths.length, doneText);
    const started = { kind: 'repair', run } as const;
    this.#start(started);
    void this.#repair(run, paths, planner, options, kind);
    return started;
  }

  /**
   * Starts to save `total` images with `work`, which never rejects. Returns null while another run is
   * active.
   */
  saveImages(
    total: number,
    work: (run: ActiveRun<ImageReport>) => Promise<{ report: ImageReport; error: string | null }>,
  ): Extract<AnyRun, { kind: 'images' }> | null {
    if (this.current) return null;
    const run = new ActiveRun<ImageReport>(total);
    const started = { kind: 'images', run } as const;
    this.#start(started);
    void work(run).then(async ({ report, error }) => {
      await this.#unlock();
      this.#end(run, report, error);
    });
    return started;
  }

  /**
   * Starts an import. Returns null while another run is active. `total` is the approximate number of
   * outcomes.
   */
  importExport(total: number, start: ImportStart): Extract<AnyRun, { kind: 'import' }> | null {
    if (this.current) return null;
    const run = new ActiveRun<ImportReport>(total);
    const started = { kind: 'import', run } as const;
    this.#start(started);
    void this.#importExport(run, start);
    return started;
  }

  /** Starts to undo a run. Returns null while another run is active. */
  undo(record: RunRecord): Extract<AnyRun, { kind: 'undo' }> | null {
    if (this.current) return null;
    const run = new ActiveRun<UndoReport>(countOf(record));
    const started = { kind: 'undo', run } as const;
    this.#start(started);
    void this.#undo(run, record);
    return started;
  }

  #start(started: AnyRun): void {
    this.current = started;
    this.onStart(started);
  }

  async #repair(
    run: ActiveRun<RepairReport>,
    paths: readonly string[],
    planner: Planner,
    options: RunOptions,
    kind: RunKind | null,
  ): Promise<void> {
    const repairs = Object.keys(planner.repairs) as RepairId[];
    const journal = openJournal(this.journal, new Date(), runSuffix(), repairs, kind);
    const report = newReport();
    const results = repairRun(paths, this.#storeFor(run), planner, journal, options);
    await this.#collect(run, report, journal, results, (note) =>
      addResult(report, note, journal.run),
    );
  }

  async #importExport(run: ActiveRun<ImportReport>, start: ImportStart): Promise<void> {
    const journal = openJournal(this.journal, new Date(), runSuffix(), [], 'omnivore-export');
    const report = newImportReport();
    const outcomes = start(this.#storeFor(run), this.files, journal);
    await this.#collect(run, report, journal, outcomes, (outcome) =>
      addImportOutcome(report, outcome, journal.run),
    );
  }

  /** Adds the results to the report with `add`, shows the progress, and ends the run. */
  async #collect<Report extends AnyReport, Result>(
    run: ActiveRun<Report>,
    report: Report,
    journal: OpenJournal,
    results: AsyncIterable<Result>,
    add: (result: Result) => void,
  ): Promise<void> {
    const error = await collectResults(
      results,
      () => run.stopping,
      async (result) => {
        add(result);
        run.advance();
        if (journal.run !== '') await this.journal.lock();
      },
    );
    await this.#unlock();
    this.#end(run, report, error);
  }

  async #undo(run: ActiveRun<UndoReport>, record: RunRecord): Promise<void> {
    const report = newUndoReport(record.id);
    let failed = 0;
    let error: string | null = null;
    try {
      await this.journal.lock();
      // Read it again, because another program may have continued it before it was locked.
      const current = (await readRun(this.journal, record.id)) ?? record;
      const outcomes = undoWholeRun(this.journal, current, this.#storeFor(run), this.files);
      for await (const outcome of outcomes) {
        if (outcome.kind === 'failed') failed++;
        addUndoOutcome(report, outcome);
        run.advance();
        await this.journal.lock();
        if (run.stopping) break;
      }
      // If a note could not be written, the user can try again.
      if (run.done === countOf(current) && failed === 0) {
        await markUndone(this.journal, record.id, new Date(), report.left.length);
      }
    } catch (thrown) {
      if (!(thrown instanceof StoppedError)) error = messageOf(thrown);
    }
    await this.#unlock();
    this.#end(run, report, error);
  }

  /** A lock that can't be removed becomes stale, and the next run replaces it. */
  async #unlock(): Promise<void> {
    await this.journal.unlock().catch(() => undefined);
  }

  /** Clears `current` before the watchers are called, so that they can start the next run. */
  #end<Report extends AnyReport>(
    run: ActiveRun<Report>,
    report: Report,
    error: string | null,
  ): void {
    this.current = null;
    run.finish(report, error);
  }

  #storeFor(run: {
    readonly stopping: boolean;
    setCurrentPath: (path: string) => void;
  }): NoteStore {
    return stoppable(
      this.#store(),
      () => run.stopping,
      (path) => run.setCurrentPath(path),
    );
  }
}

/** Distinguishes runs that start in the same second. */
export function runSuffix(): string {
  return Math.floor(Math.random() * 0x10000)
    .toString(16)
    .padStart(4, '0');
}
