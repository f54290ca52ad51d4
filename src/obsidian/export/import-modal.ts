import { Modal } from 'obsidian';
import { openExport, type OmnivoreExport } from '../../core/export/open-export';
import { UnreadableExport } from '../../core/export/problem';
import { messages } from '../../core/i18n';
import { planImport } from '../../core/import/plan-import';
import { runImport, type ImportChoice } from '../../core/import/run-import';
import { messageOf } from '../../core/runs/error-message';
import { notify } from '../components/notify';
import { RowList } from '../components/virtual-list';
import type { PluginContext } from '../plugin-context';
import { notesIn } from '../store/scope';
import { openPickedFile } from './file-source';
import { importOptions } from './import-options';
import { importRow, type ImportRow } from './import-rows';

/**
 * Reads the exports that the user picks, shows what an import would add and create, and starts it.
 * Writes nothing before that.
 */
export class ImportModal extends Modal {
  readonly #context: PluginContext;
  readonly #without = new Set<string>();
  #closed = false;

  constructor(context: PluginContext) {
    super(context.app);
    this.#context = context;
  }

  override onOpen(): void {
    const { importing, runs } = messages();
    this.modalEl.addClass('omnivore-rescue-preview');
    this.setTitle(importing.title);
    this.contentEl.createEl('p', { text: importing.about });
    const attr = { type: 'file', multiple: '', accept: '.zip,.json,application/zip' };
    const input = this.contentEl.createEl('input', { cls: 'omnivore-rescue-file', attr });
    input.hide();
    input.addEventListener('change', () => void this.#read([...(input.files ?? [])]));
    const buttons = this.contentEl.createDiv('modal-button-container');
    const cancel = buttons.createEl('button', { text: runs.preview.cancel });
    cancel.addEventListener('click', () => this.close());
    const choose = buttons.createEl('button', { cls: 'mod-cta', text: importing.choose });
    choose.addEventListener('click', () => input.click());
    choose.focus();
  }

  override onClose(): void {
    this.#closed = true;
    this.contentEl.empty();
  }

  async #read(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const { importing } = messages();
    this.contentEl.empty();
    this.setTitle(importing.reading);
    const progressText = this.contentEl.createDiv({
      cls: 'omnivore-rescue-progress-text',
      attr: { role: 'status' },
    });
    try {
      const library = await openExport(await Promise.all(files.map(openPickedFile)));
      const rows = await this.#plan(library, (done) =>
        progressText.setText(importing.progress(done)),
      );
      if (!this.#closed) this.#show(library, rows);
    } catch (error) {
      if (!this.#closed) this.#fail(errorText(error));
    }
  }

  async #plan(
    library: OmnivoreExport,
    progress: (done: number) => void,
  ): Promise<readonly ImportRow[]> {
    const { app, settings, store, runController } = this.#context;
    const notes = notesIn(app.vault, settings());
    const vault = { notes, files: await runController.files.list(), store: store() };
    const rows: ImportRow[] = [];
    let done = 0;
    const step = (): void => progress(++done);
    const options = { ...importOptions(settings()), onRead: step };
    for await (const item of planImport(library, vault, options)) {
      if (this.#closed) break;
      step();
      const row = importRow(item);
      if (row) rows.push(row);
    }
    return rows;
  }

  #fail(text: string): void {
    this.setTitle(messages().importing.title);
    this.contentEl.empty();
    this.contentEl.createEl('p', { cls: 'mod-warning', text, attr: { role: 'alert' } });
    this.#drawClose();
  }

  #drawClose(): void {
    const buttons = this.contentEl.createDiv('modal-button-container');
    const close = buttons.createEl('button', { text: messages().runs.preview.close });
    close.addEventListener('click', () => this.close());
    close.focus();
  }

  #show(library: OmnivoreExport, rows: readonly ImportRow[]): void {
    const { importing, runs } = messages();
    this.setTitle(importing.title);
    this.contentEl.empty();
    if (rows.length === 0) {
      this.contentEl.createEl('p', { text: importing.nothing });
      return this.#drawClose();
    }
    this.contentEl.createDiv({ cls: 'omnivore-rescue-promise', text: importing.promise });
    const list = new RowList<ImportRow>(this.contentEl, {
      label: runs.preview.list,
      height: ({ height }) => height,
      draw: (row, el) => this.#drawRow(row, el, drawTotals),
    });
    const totals = this.contentEl.createDiv('omnivore-rescue-totals');
    const buttons = this.contentEl.createDiv('modal-button-container');
    const cancel = buttons.createEl('button', { text: runs.preview.cancel });
    cancel.addEventListener('click', () => this.close());
    const start = buttons.createEl('button', { cls: 'mod-cta' });
    start.addEventListener('click', () => this.#start(library, rows));
    const drawTotals = (): void => {
      const chosen = rows.filter(({ path }) => !this.#without.has(path));
      const complete = chosen.filter(({ kind }) => kind === 'complete').length;
      totals.setText(importing.totals(complete, chosen.length - complete));
      start.setText(importing.button(chosen.length));
      start.disabled = chosen.length === 0;
    };
    drawTotals();
    list.setRows(rows);
    start.focus();
  }

  #drawRow({ path, text }: ImportRow, el: HTMLElement, drawTotals: () => void): void {
    el.empty();
    el.className = 'omnivore-rescue-row is-import';
    const label = el.createEl('label');
    const box = label.createEl('input', { type: 'checkbox' });
    box.checked = !this.#without.has(path);
    box.addEventListener('change', () => {
      if (box.checked) this.#without.delete(path);
      else this.#without.add(path);
      drawTotals();
    });
    label.createSpan({ text: path });
    el.createDiv({ cls: 'omnivore-rescue-reason', text });
  }

  #start(library: OmnivoreExport, rows: readonly ImportRow[]): void {
    const { app, settings, runController } = this.#context;
    const chosen = rows.filter(({ path }) => !this.#without.has(path));
    const choice: ImportChoice = {
      complete: new Map(
        chosen.filter(({ kind }) => kind === 'complete').map(({ path, hash }) => [path, hash]),
      ),
      create: new Set(chosen.filter(({ kind }) => kind === 'create').map(({ path }) => path)),
    };
    const notes = notesIn(app.vault, settings());
    const options = importOptions(settings());
    const run = runController.importExport(rows.length, (store, files, journal) =>
      runImport(library, { notes, store, files }, options, journal, choice),
    );
    if (!run) return void notify(messages().commands.isRunning);
    this.close();
    this.#context.show(run);
  }
}

function errorText(error: unknown): string {
  const { unreadableExport, importing } = messages();
  return error instanceof UnreadableExport
    ? importing.unreadable(error.source, unreadableExport[error.reason])
    : messageOf(error);
}
