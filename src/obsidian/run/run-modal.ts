import { Modal, ProgressBarComponent } from 'obsidian';
import { messages } from '../../core/i18n';
import { sumOf } from '../../core/repairs/counts';
import type { RepairReport } from '../../core/report/json';
import { isNotePath } from '../../core/runs/note-path';
import { openImages } from '../images/images-modal';
import type { AnyReport, AnyRun } from './active-run';
import type { PluginContext } from '../plugin-context';
import { followNotes } from './follow-notes';
import {
  aboutNotes,
  contentOf,
  readRunContent,
  resolvableRows,
  unchangedNotes,
} from './run-content';
import { RunList } from './run-list';
import { drawReportButtons } from './run-report';
import { undoRunOf } from './undo';

/** Shows the progress of a run, and its summary at the end. Closing it does not stop the run. */
export class RunModal extends Modal {
  readonly #context: PluginContext;
  readonly #run: AnyRun;
  #unwatch: () => void = () => undefined;
  #frame = 0;
  #stopFollowing: () => void = () => undefined;

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
    this.#stopFollowing();
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
    const { duplicates, images, importing } = messages();
    const titles = {
      ...{ repair: words.repairing, undo: words.undoing },
      ...{ images: images.saving, import: importing.running, merge: duplicates.running },
    };
    const progress = kind === 'images' ? images.progress : words.progress;
    this.setTitle(titles[kind]);
    const statusEl = this.contentEl.createDiv('omnivore-rescue-progress-text');
    const bar = new ProgressBarComponent(this.contentEl);
    const path = this.contentEl.createDiv('omnivore-rescue-progress-path');
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
    this.modalEl.addClass('omnivore-rescue-run-details');
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
    const list = this.#drawList(report);
    this.#drawButtons(report, list, statusEl);
  }

  /** Lists what the run did. The journal, and the notes that need attention, are read afterwards. */
  #drawList(report: AnyReport): RunList {
    const list = new RunList(this.#context, this.contentEl, messages().runs.run.list, () =>
      this.close(),
    );
    list.setContent(contentOf(report));
    const isUndo = this.#run.kind === 'undo';
    if (!isUndo && report.run !== null) void this.#addDetails(list, report, report.run);
    else if ('repaired' in report) void this.#resolve(list, report);
    return list;
  }

  async #addDetails(list: RunList, report: AnyReport, id: string): Promise<void> {
    const { journal } = this.#context.runController;
    // A journal that can't be read is named in the history. The summary is complete without it.
    const details = await readRunContent(journal, id, aboutNotes(report)).catch(() => null);
    const unchanged = unchangedNotes(report);
    if (details) list.setContent({ ...details, unchanged, others: contentOf(report).others });
    if ('repaired' in report) await this.#resolve(list, report);
  }

  /** Shows what needs attention with buttons, and again after one of them was used. */
  async #resolve(list: RunList, report: RepairReport): Promise<void> {
    if (report.left.length === 0 || !this.contentEl.isConnected) return;
    const show = async (): Promise<void> =>
      list.setOthers(await resolvableRows(this.#context, report));
    const paths = new Set(report.left.map(({ path }) => path));
    this.#stopFollowing = followNotes(this.#context, paths, () => void show());
    await show();
  }

  /** Draws a button that tries again to save the images of notes with images that could not be saved. */
  #drawTryAgain(buttons: HTMLElement, left: readonly { readonly path: string }[]): void {
    const again = buttons.createEl('button', { text: messages().images.tryAgain });
    again.addEventListener('click', () => {
      this.close();
      openImages(this.#context, [...new Set(left.map(({ path }) => path))]);
    });
  }

  #drawButtons(report: AnyReport, list: RunList, statusEl: HTMLElement): void {
    const words = messages().runs.run;
    const buttons = this.contentEl.createDiv('modal-button-container');
    const id = this.#run.kind === 'undo' ? null : report.run;
    if ('saved' in report && report.left.length > 0) this.#drawTryAgain(buttons, report.left);
    if (id !== null) {
      const undo = buttons.createEl('button', {
        text: this.#run.kind === 'repair' ? words.undoAll : messages().images.undoAll,
      });
      undo.addEventListener('click', () => {
        this.close();
        void undoRunOf(this.#context, id);
      });
    }
    const summary = Array.from(statusEl.children, ({ textContent }) => textContent ?? '');
    drawReportButtons(buttons, this.#context, () => {
      return { title: this.titleEl.textContent ?? '', summary, rows: list.rows() };
    });
    const done = buttons.createEl('button', { cls: 'mod-cta', text: words.done });
    done.addEventListener('click', () => this.close());
    done.focus();
  }
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
  if (kind === 'merge') return messages().duplicates.done(run.end?.report.removed.length ?? 0);
  const { completed = [], created = [] } = run.end?.report ?? {};
  return messages().importing.done(completed.length, created.filter(isNotePath).length);
}
