import type { ExportSource } from '../../core/export/export-files';
import { Modal, ProgressBarComponent } from 'obsidian';
import { openExport, type OmnivoreExport } from '../../core/export/open-export';
import { UnreadableExport } from '../../core/export/problem';
import { messages } from '../../core/i18n';
import type { NotImported } from '../../core/import/import-item';
import { planImport } from '../../core/import/plan-import';
import { runImport, type ImportChoice } from '../../core/import/run-import';
import {
  importPreviewNote,
  selectionOf,
  type ImportPreview,
  type ImportPreviewNote,
} from '../../core/report/import-preview';
import { messageOf } from '../../core/runs/error-message';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { notesIn } from '../store/scope';
import { importOptions } from './import-options';
import { ImportList } from './import-list';

/**
 * Reads the exports that the user picks, shows what an import would add and create, and starts it.
 * Writes nothing before that.
 */
export class ImportModal extends Modal {
  readonly #context: PluginContext;
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
    const status = this.contentEl.createDiv({
      cls: 'omnivore-rescue-progress-text',
      attr: { role: 'status' },
    });
    const bar = new ProgressBarComponent(this.contentEl);
    this.#drawButton(messages().runs.preview.cancel);
    try {
      const library = await openExport(await Promise.all(files.map(openPickedFile)));
      const preview = await this.#plan(library, (done, total) => {
        status.setText(importing.progress(done));
        bar.setValue((100 * done) / total);
      });
      if (!this.#closed) this.#show(library, preview);
    } catch (error) {
      if (!this.#closed) this.#fail(errorText(error));
    }
  }

  async #plan(
    library: OmnivoreExport,
    progress: (done: number, total: number) => void,
  ): Promise<ImportPreview> {
    const { app, settings, store, runController } = this.#context;
    const notes = notesIn(app.vault, settings());
    const vault = { notes, files: await runController.files.list(), store: store() };
    const shown: ImportPreviewNote[] = [];
    const skipped: NotImported[] = unusedParts(library.problems);
    const failed: { path: string; error: string }[] = [];
    const total = notes.length + library.articles.length;
    let done = 0;
    const step = (): void => progress(Math.min(++done, total), total);
    const options = { ...importOptions(settings()), onRead: step };
    for await (const item of planImport(library, vault, options)) {
      if (this.#closed) break;
      step();
      if (item.kind === 'skipped') skipped.push(item);
      else if (item.kind === 'failed') failed.push(item);
      else if (item.kind !== 'fine') shown.push(importPreviewNote(item));
    }
    return { notes: shown, skipped, failed };
  }

  #fail(text: string): void {
    this.setTitle(messages().importing.title);
    this.contentEl.empty();
    this.contentEl.createEl('p', { cls: 'mod-warning', text, attr: { role: 'alert' } });
    this.#drawButton(messages().runs.preview.close);
  }

  #drawButton(text: string): void {
    const buttons = this.contentEl.createDiv('modal-button-container');
    const close = buttons.createEl('button', { text });
    close.addEventListener('click', () => this.close());
    close.focus();
  }

  #show(library: OmnivoreExport, preview: ImportPreview): void {
    const { importing, runs } = messages();
    const { notes, skipped, failed } = preview;
    this.setTitle(importing.title);
    this.contentEl.empty();
    if (notes.length + skipped.length + failed.length === 0) {
      this.contentEl.createEl('p', { text: importing.nothing });
      return this.#drawButton(runs.preview.close);
    }
    this.contentEl.createDiv({ cls: 'omnivore-rescue-promise', text: importing.promise });
    const all = this.contentEl.createEl('label', 'omnivore-rescue-all');
    const box = all.createEl('input', { type: 'checkbox' });
    all.createSpan({ text: importing.all });
    const list = new ImportList(this.contentEl, preview, () => draw());
    box.addEventListener('change', () => list.chooseAll(box.checked));
    const footer = this.contentEl.createDiv('omnivore-rescue-footer');
    const totals = footer.createDiv({ cls: 'omnivore-rescue-totals', attr: { role: 'status' } });
    const cancel = footer.createEl('button', { text: runs.preview.cancel });
    cancel.addEventListener('click', () => this.close());
    const start = footer.createEl('button', { cls: 'mod-cta' });
    start.addEventListener('click', () => this.#start(library, chosenNotes(preview, list), list));
    const draw = (): void => {
      const chosen = chosenNotes(preview, list);
      const complete = chosen.filter(({ kind }) => kind === 'complete').length;
      totals.setText(importing.totals(complete, chosen.length - complete));
      start.setText(importing.button(chosen.length));
      start.disabled = chosen.length === 0;
      box.disabled = notes.length === 0;
      box.checked = notes.length > 0 && list.unwanted.size === 0;
      box.indeterminate = list.unwanted.size > 0 && chosen.length > 0;
    };
    draw();
    start.focus();
  }

  #start(
    library: OmnivoreExport,
    chosen: readonly ImportPreviewNote[],
    { unwanted }: ImportList,
  ): void {
    const { app, settings, runController } = this.#context;
    const complete = chosen.filter(({ kind }) => kind === 'complete');
    const choice: ImportChoice = {
      complete: new Map(
        complete.map(({ path, hash }) => [
          path,
          { hash, without: unwanted.get(path) ?? new Set() },
        ]),
      ),
      create: new Set(chosen.filter(({ kind }) => kind === 'create').map(({ path }) => path)),
    };
    const notes = notesIn(app.vault, settings());
    const options = importOptions(settings());
    const run = runController.importExport(chosen.length, (store, files, journal) =>
      runImport(library, { notes, store, files }, options, journal, choice),
    );
    if (!run) return void notify(messages().commands.isRunning);
    this.close();
    this.#context.show(run);
  }
}

/** Returns the notes with at least one chosen addition. */
function chosenNotes(
  { notes }: ImportPreview,
  { unwanted }: ImportList,
): readonly ImportPreviewNote[] {
  return notes.filter((note) => selectionOf(note, unwanted) !== 'none');
}

/** Returns the parts of an export that can't be used, as the preview lists them. */
function unusedParts(problems: OmnivoreExport['problems']): NotImported[] {
  return problems.map(({ name, problem }) => {
    return { path: name, addition: null, reason: problem, was: '' };
  });
}

function errorText(error: unknown): string {
  const { unreadableExport, importing } = messages();
  return error instanceof UnreadableExport
    ? importing.unreadable(error.source, unreadableExport[error.reason])
    : messageOf(error);
}

/**
 * Opens an export that the user picked: a zip, or a metadata file. Rejects with UnreadableExport.
 */
async function openPickedFile(file: File): Promise<ExportSource> {
  const read = async (from: number, to: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  const { name, size } = file;
  if (!/\.json$/i.test(name)) {
    // On first use, because building the tables for unzipping takes longer than loading the whole plugin.
    const { openZip } = await import('../../core/export/zip');
    return openZip({ name, size, read });
  }
  return { name, files: [{ name: 'metadata_0.json', size, read: () => read(0, size) }] };
}
