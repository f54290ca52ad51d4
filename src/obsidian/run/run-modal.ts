import { Keymap, Modal, ProgressBarComponent } from 'obsidian';
import { messages } from '../../core/i18n';
import { sumOf } from '../../core/repairs/counts';
import type { RepairReport, UndoReport } from '../../core/report/json';
import type { AnyRun } from './run-controller';
import type { PluginContext } from '../plugin-context';
import { RowList } from '../components/virtual-list';
import { summaryRows, type SummaryRow } from './summary-rows';
import { undoRunOf } from './undo';

/** Shows how a run stands, and at its end what became of the notes. Closing it does not stop the run. */
export class RunModal extends Modal {
  readonly #context: PluginContext;
  readonly #run: AnyRun;
  #unwatch: () => void = () => undefined;
  #frame = 0;

  constructor(context: PluginContext, run: AnyRun) {
    super(context.app);
    this.#context = context;
    this.#run = run;
  }

  override onOpen(): void {
    this.modalEl.addClass('omnivore-rescue-run');
    this.#run.run.shown = true;
    if (this.#run.run.end) this.#showEnd();
    else this.#showProgress();
  }

  override onClose(): void {
    this.#unwatch();
    this.#win.cancelAnimationFrame(this.#frame);
    this.#run.run.shown = false;
    this.contentEl.empty();
  }

  /** Where the modal is: another window draws nothing while it is hidden. */
  get #win(): Window {
    return this.contentEl.win;
  }

  #showProgress(): void {
    const { run, kind } = this.#run;
    const words = messages().runs.run;
    this.setTitle(kind === 'repair' ? words.repairing : words.undoing);
    const said = this.contentEl.createDiv('omnivore-rescue-progress-text');
    const bar = new ProgressBarComponent(this.contentEl);
    const path = this.contentEl.createDiv('omnivore-rescue-progress-path');
    this.contentEl.createDiv({ cls: 'omnivore-rescue-promise', text: words.goesOn });
    const buttons = this.contentEl.createDiv('modal-button-container');
    const later = buttons.createEl('button', { text: words.background });
    later.addEventListener('click', () => this.close());
    const stop = buttons.createEl('button', { text: words.stop });
    stop.addEventListener('click', () => run.stop());
    stop.focus();
    const draw = (): void => {
      this.#frame = 0;
      said.setText(words.progress(run.done, run.total));
      bar.setValue(run.total === 0 ? 0 : (100 * run.done) / run.total);
      path.setText(run.path ?? '');
      stop.disabled = run.stopping;
      stop.setText(run.stopping ? words.stopping : words.stop);
    };
    draw();
    // A run tells of thousands of notes a second; the page shows one state a frame.
    this.#unwatch = run.watch(() => {
      if (run.end) this.#showEnd();
      else this.#frame ||= this.#win.requestAnimationFrame(draw);
    });
  }

  #showEnd(): void {
    this.#unwatch();
    this.#win.cancelAnimationFrame(this.#frame);
    this.contentEl.empty();
    const { kind, run } = this.#run;
    if (!run.end) return;
    const { report, stopped, error } = run.end;
    const words = messages().runs.run;
    this.setTitle(endInWords(this.#run));
    const said = this.contentEl.createDiv({ attr: { role: 'status' } });
    if (error !== null) said.createEl('p', { cls: 'mod-warning', text: error });
    if (stopped) said.createEl('p', { text: words.stopped });
    if (kind === 'repair') {
      const sum = sumOf((report as RepairReport).repaired.map(({ findings }) => findings));
      said.createEl('p', { text: messages().runs.findings(sum) });
    }
    this.#drawRows(summaryRows(report));
    this.#drawButtons(report);
  }

  #drawRows(rows: readonly SummaryRow[]): void {
    if (rows.length === 0) return;
    const { run } = messages().runs;
    const draw = (row: SummaryRow, el: HTMLElement): void => {
      el.className = `omnivore-rescue-row is-${row.kind}`;
      if (row.kind === 'heading') return void el.createSpan({ text: row.text });
      const link = el.createEl('a', { cls: 'internal-link', text: row.path, href: '#' });
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.close();
        void this.app.workspace.openLinkText(row.path, '', Keymap.isModEvent(event));
      });
      el.createSpan({ cls: 'omnivore-rescue-reason', text: row.reason });
    };
    const height = (row: SummaryRow): number => row.height;
    new RowList(this.contentEl, { label: run.untouched, height, draw }).setRows(rows);
  }

  #drawButtons(report: RepairReport | UndoReport): void {
    const words = messages().runs.run;
    const buttons = this.contentEl.createDiv('modal-button-container');
    const id = this.#run.kind === 'repair' ? report.run : null;
    if (id !== null) {
      const undo = buttons.createEl('button', { text: words.undoAll });
      undo.addEventListener('click', () => {
        this.close();
        void undoRunOf(this.#context, id);
      });
    }
    const done = buttons.createEl('button', { cls: 'mod-cta', text: words.done });
    done.addEventListener('click', () => this.close());
    done.focus();
  }
}

/** `Repaired 311 notes`. */
export function endInWords({ kind, run }: AnyRun): string {
  const words = messages().runs.run;
  if (kind === 'repair') return words.repaired(run.end?.report.repaired.length ?? 0);
  return words.restored(run.end?.report.restored.length ?? 0);
}
