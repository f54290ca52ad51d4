import { Keymap, Modal, ProgressBarComponent } from 'obsidian';
import { messages } from '../../core/i18n';
import { sumOf } from '../../core/repairs/counts';
import { archivedUrl, WAYBACK_MACHINE } from '../../core/images/attempts';
import type { RepairReport } from '../../core/report/json';
import { isNotePath } from '../../core/runs/note-path';
import { openImages } from '../images/images-modal';
import type { AnyReport } from './active-run';
import type { AnyRun } from './run-controller';
import type { PluginContext } from '../plugin-context';
import { RowList } from '../components/virtual-list';
import { summaryRows, type SummaryRow } from './summary-rows';
import { undoRunOf } from './undo';

/** Shows the progress of a run, and its summary at the end. Closing it does not stop the run. */
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

  /** The modal's window. Other windows draw nothing while they are hidden. */
  get #win(): Window {
    return this.contentEl.win;
  }

  #showProgress(): void {
    const { run, kind } = this.#run;
    const words = messages().runs.run;
    const { images, importing } = messages();
    const titles = {
      ...{ repair: words.repairing, undo: words.undoing },
      ...{ images: images.saving, import: importing.running },
    };
    const progress = kind === 'images' ? images.progress : words.progress;
    this.setTitle(titles[kind]);
    const statusEl = this.contentEl.createDiv('omnivore-rescue-progress-text');
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
      statusEl.setText(progress(run.done, run.total));
      bar.setValue(run.total === 0 ? 0 : (100 * run.done) / run.total);
      path.setText(run.path ?? '');
      stop.disabled = run.stopping;
      stop.setText(run.stopping ? words.stopping : words.stop);
    };
    draw();
    // A run reports thousands of notes per second. Draw once per frame.
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
    this.setTitle(endText(this.#run));
    const statusEl = this.contentEl.createDiv({ attr: { role: 'status' } });
    if (error !== null) statusEl.createEl('p', { cls: 'mod-warning', text: error });
    if (stopped) {
      const text = kind === 'images' ? messages().images.stopped : words.stopped;
      statusEl.createEl('p', { text });
    }
    if (kind === 'repair') {
      const sum = sumOf((report as RepairReport).repaired.map(({ findings }) => findings));
      statusEl.createEl('p', { text: messages().runs.findings(sum) });
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
      if (row.url !== undefined) drawArchiveLink(el, row.url);
    };
    const height = (row: SummaryRow): number => row.height;
    new RowList(this.contentEl, { label: run.untouched, height, draw }).setRows(rows);
  }

  /** Draws a button that tries again to save the images of notes with images that could not be saved. */
  #drawTryAgain(buttons: HTMLElement, left: readonly { readonly path: string }[]): void {
    const again = buttons.createEl('button', { text: messages().images.tryAgain });
    again.addEventListener('click', () => {
      this.close();
      openImages(this.#context, [...new Set(left.map(({ path }) => path))]);
    });
  }

  #drawButtons(report: AnyReport): void {
    const words = messages().runs.run;
    const buttons = this.contentEl.createDiv('modal-button-container');
    const id = this.#run.kind === 'undo' ? null : report.run;
    if ('saved' in report && report.left.length > 0) this.#drawTryAgain(buttons, report.left);
    if (id !== null) {
      const undo = buttons.createEl('button', {
        text: this.#run.kind === 'images' ? messages().images.undoAll : words.undoAll,
      });
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

/** Draws a link to the copies of an image in the Wayback Machine. */
function drawArchiveLink(el: HTMLElement, url: string): void {
  const text = messages().images.openArchived;
  const link = el.createEl('a', { cls: 'external-link', text, href: '#' });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    window.open(archivedUrl(WAYBACK_MACHINE, url, Date.now()).replace('id_/', '/'));
  });
}

/** Returns the title at the end of a run, such as `Repaired 311 notes`. */
export function endText({ kind, run }: AnyRun): string {
  const words = messages().runs.run;
  if (kind === 'images') {
    const urls = run.end?.report.saved.map(({ url }) => url);
    return messages().images.saved(new Set(urls).size);
  }
  if (kind === 'repair') return words.repaired(run.end?.report.repaired.length ?? 0);
  if (kind === 'undo') return words.restored(run.end?.report.restored.length ?? 0);
  const { completed = [], created = [] } = run.end?.report ?? {};
  return messages().importing.done(completed.length, created.filter(isNotePath).length);
}
