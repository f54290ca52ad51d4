import { Modal } from 'obsidian';
import { messages } from '../../core/i18n';
import { messageOf } from '../../core/runs/error-message';
import type { PluginContext } from '../plugin-context';
import { readRunContent } from './run-content';
import { RunList } from './run-list';
import { drawReportButtons } from './run-report';
import { undoRunOf } from './undo';

/** A run of the history, as its title and its extent name it. */
export interface ShownRun {
  readonly id: string;
  readonly when: string;
  readonly extent: string;
  readonly canUndo: boolean;
}

/** Shows what a run of the history changed, note by note. */
export class PastRunModal extends Modal {
  readonly #context: PluginContext;
  readonly #run: ShownRun;
  readonly #back: () => void;

  /** `back` opens the history again. */
  constructor(context: PluginContext, run: ShownRun, back: () => void) {
    super(context.app);
    this.#context = context;
    this.#run = run;
    this.#back = back;
  }

  override onOpen(): void {
    this.modalEl.addClass('omnivore-rescue-run');
    this.setTitle(this.#run.when);
    this.modalEl.addClass('omnivore-rescue-run-details');
    const statusEl = this.contentEl.createEl('p', { text: this.#run.extent });
    const { run } = messages().runs;
    const list = new RunList(this.#context, this.contentEl, run.list, () => this.close());
    this.#drawButtons(list);
    void this.#read(list, statusEl);
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  async #read(list: RunList, statusEl: HTMLElement): Promise<void> {
    const { history, preview } = messages().runs;
    const { id, extent } = this.#run;
    statusEl.setText(preview.comparing);
    try {
      const content = await readRunContent(this.#context.runController.journal, id);
      statusEl.setText(extent);
      if (content) list.setContent(content);
    } catch (error) {
      statusEl.setText(history.failed(messageOf(error)));
    }
  }

  #drawButtons(list: RunList): void {
    const { history, preview, run } = messages().runs;
    const { id, when, extent, canUndo } = this.#run;
    const buttons = this.contentEl.createDiv('modal-button-container');
    const back = buttons.createEl('button', { text: history.back });
    back.addEventListener('click', () => {
      this.close();
      this.#back();
    });
    if (canUndo) {
      const undo = buttons.createEl('button', { text: run.undoAll });
      undo.addEventListener('click', () => {
        this.close();
        void undoRunOf(this.#context, id);
      });
    }
    drawReportButtons(buttons, this.#context, () => {
      return { title: when, summary: [extent], rows: list.rows() };
    });
    const close = buttons.createEl('button', { cls: 'mod-cta', text: preview.close });
    close.addEventListener('click', () => this.close());
    close.focus();
  }
}
