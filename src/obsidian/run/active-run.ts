import type { DuplicatesReport } from '../../core/report/duplicates-report';
import type { ImageReport } from '../../core/report/image-report';
import type { ImportReport } from '../../core/report/import-report';
import type { RepairReport, UndoReport } from '../../core/report/json';

/** The result of a run. */
export type AnyReport = RepairReport | UndoReport | ImageReport | ImportReport | DuplicatesReport;

/** The result of a run. */
export interface RunEnd<Report> {
  readonly report: Report;
  /** Whether the user stopped it. The remaining notes were not changed. */
  readonly stopped: boolean;
  /** Why the run stopped early, or null. */
  readonly error: string | null;
}

/** Returns the message at the end of a run, for a number of changed notes. */
export type DoneText = (notes: number) => string;

/** A run from its first note to its summary. It continues even if nothing shows it. */
export class ActiveRun<Report extends AnyReport> {
  readonly total: number;
  /**
   * Returns the message after a run without problems, for a number of changed notes; null for the usual
   * message.
   */
  readonly doneText: DoneText | null;
  done = 0;
  /** The current note. */
  path: string | null = null;
  stopping = false;
  end: RunEnd<Report> | null = null;
  #shown = false;
  readonly #watchers = new Set<() => void>();

  constructor(total: number, doneText: DoneText | null = null) {
    this.total = total;
    this.doneText = doneText;
  }

  /** Whether a window shows it. */
  get shown(): boolean {
    return this.#shown;
  }

  set shown(shown: boolean) {
    this.#shown = shown;
    this.#notifyWatchers();
  }

  /**
   * Calls the watcher at every step, at the end, and when a window starts or stops showing it. Returns an
   * unsubscribe function.
   */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** Stops after the current note. */
  stop(): void {
    this.stopping = true;
    this.#notifyWatchers();
  }

  /** Resolves when the run has ended. */
  ended(): Promise<RunEnd<Report>> {
    return new Promise((resolve) => {
      const unwatch = this.watch(() => {
        if (!this.end) return;
        unwatch();
        resolve(this.end);
      });
      if (this.end) resolve(this.end);
    });
  }

  setCurrentPath(path: string): void {
    this.path = path;
    this.#notifyWatchers();
  }

  advance(): void {
    this.done++;
    this.#notifyWatchers();
  }

  finish(report: Report, error: string | null): void {
    this.end = { report, stopped: this.stopping && this.done < this.total, error };
    this.#notifyWatchers();
  }

  #notifyWatchers(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

/** A run over the vault: a repair, saving images, an import, a merge, or undoing one of them. */
export type AnyRun =
  | { readonly kind: 'repair'; readonly run: ActiveRun<RepairReport> }
  | { readonly kind: 'images'; readonly run: ActiveRun<ImageReport> }
  | { readonly kind: 'import'; readonly run: ActiveRun<ImportReport> }
  | { readonly kind: 'merge'; readonly run: ActiveRun<DuplicatesReport> }
  | { readonly kind: 'undo'; readonly run: ActiveRun<UndoReport> };
