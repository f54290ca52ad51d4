import type { ImportOutcome } from '../../core/import/import-item';
import {
  addImportOutcome,
  newImportReport,
  type ImportReport,
} from '../../core/report/import-report';
import { outcomeCount, runMerges, type MergeOutcome } from '../../core/duplicates/run-merges';
import type { MergePlan } from '../../core/duplicates/plan-merges';
import { mergedReport, type DuplicatesReport } from '../../core/report/duplicates-report';
import type { ImageReport } from '../../core/report/image-report';
import type { RepairReport, UndoReport } from '../../core/report/json';
import type { RepairId } from '../../core/repairs';
import { collectResults } from '../../core/report/collect-results';
import { addResult, newReport } from '../../core/report/repair-report';
import { newUndoReport } from '../../core/report/undo-report';
import { onlyNote, type RunRecord } from '../../core/runs/read-journal';
import type { RunKind } from '../../core/runs/journal-format';
import { openJournal, type OpenJournal } from '../../core/runs/journal';
import type { FileStore } from '../../core/runs/file-store';
import type { JournalStore, NoteStore } from '../../core/runs/note-store';
import type { Planner } from '../../core/repairs/plan';
import { repairRun, type RunOptions } from '../../core/runs/repair-run';
import { undoCountOf } from '../../core/runs/undo-run';
import { ActiveRun, type AnyReport, type AnyRun, type DoneText } from './active-run';
import { stoppable } from '../../core/runs/stoppable';
import { undoInto } from './undo-into';

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

  /** Starts to merge duplicates. Returns null while another run is active. */
  merge(plan: MergePlan): Extract<AnyRun, { kind: 'merge' }> | null {
    if (this.current) return null;
    const run = new ActiveRun<DuplicatesReport>(outcomeCount(plan));
    const started = { kind: 'merge', run } as const;
    this.#start(started);
    void this.#merge(run, plan);
    return started;
  }

  /**
   * Starts to undo a run, or only its changes of one note. Returns null while another run is active.
   */
  undo(record: RunRecord, note: string | null = null): Extract<AnyRun, { kind: 'undo' }> | null {
    if (this.current) return null;
    const wanted = note === null ? record : onlyNote(record, note);
    const run = new ActiveRun<UndoReport>(undoCountOf(wanted));
    const started = { kind: 'undo', run } as const;
    this.#start(started);
    void this.#undo(run, wanted, note);
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

  async #merge(run: ActiveRun<DuplicatesReport>, plan: MergePlan): Promise<void> {
    const journal = openJournal(this.journal, new Date(), runSuffix(), [], 'duplicates');
    const outcomes: MergeOutcome[] = [];
    const results = runMerges(plan, this.#storeFor(run), this.files, journal);
    const error = await this.#results(run, journal, results, (each) => void outcomes.push(each));
    const id = journal.run === '' ? null : journal.run;
    this.#end(run, mergedReport(plan, outcomes, id), error);
  }

  /** Adds the results to the report with `add`, shows the progress, and ends the run. */
  async #collect<Report extends AnyReport, Result>(
    run: ActiveRun<Report>,
    report: Report,
    journal: OpenJournal,
    results: AsyncIterable<Result>,
    add: (result: Result) => void,
  ): Promise<void> {
    const error = await this.#results(run, journal, results, add);
    this.#end(run, report, error);
  }

  /** Passes on the results and shows the progress. Returns the error that ended the run early, or null. */
  async #results<Result>(
    run: Pick<ActiveRun<AnyReport>, 'stopping' | 'advance'>,
    journal: OpenJournal,
    results: AsyncIterable<Result>,
    add: (result: Result) => void,
  ): Promise<string | null> {
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
    return error;
  }

  async #undo(run: ActiveRun<UndoReport>, record: RunRecord, note: string | null): Promise<void> {
    const report = newUndoReport(record.id);
    const place = { journal: this.journal, files: this.files, notes: this.#storeFor(run) };
    const error = await undoInto(report, run, record, note, place);
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
