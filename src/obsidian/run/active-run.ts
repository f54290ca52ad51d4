import type { ImageReport } from '../../core/report/image-report';
import type { ImportReport } from '../../core/report/import-report';
import type { RepairReport, UndoReport } from '../../core/report/json';

/** What a run reports at its end. */
export type AnyReport = RepairReport | UndoReport | ImageReport | ImportReport;

/** How a run ended. */
export interface RunEnd<Report> {
  readonly report: Report;
  /** Stopped by the user before its end; what was not reached is untouched. */
  readonly stopped: boolean;
  /** Why it could not go on; null where it could. */
  readonly error: string | null;
}

/** A run from its first note to its summary. It goes on whether or not anyone watches. */
export class ActiveRun<Report extends AnyReport> {
  readonly total: number;
  /** What to say when it has changed notes, instead of their number; null for the number. */
  readonly doneText: string | null;
  done = 0;
  /** The note in hand. */
  path: string | null = null;
  stopping = false;
  end: RunEnd<Report> | null = null;
  #shown = false;
  readonly #watchers = new Set<() => void>();

  constructor(total: number, doneText: string | null = null) {
    this.total = total;
    this.doneText = doneText;
  }

  /** Whether a window shows it. */
  get shown(): boolean {
    return this.#shown;
  }

  set shown(shown: boolean) {
    this.#shown = shown;
    this.#tell();
  }

  /** Calls back at every step, at the end, and when a window shows it or no more; answers with what ends the watching. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** The note in hand is finished, no other is touched. */
  stop(): void {
    this.stopping = true;
    this.#tell();
  }

  /** Resolves with how it ended. */
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

  take(path: string): void {
    this.path = path;
    this.#tell();
  }

  step(): void {
    this.done++;
    this.#tell();
  }

  finish(report: Report, error: string | null): void {
    this.end = { report, stopped: this.stopping && this.done < this.total, error };
    this.#tell();
  }

  #tell(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
