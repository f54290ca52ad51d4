import { Modal } from 'obsidian';
import { messages } from '../../core/i18n';
import type { PluginContext } from '../plugin-context';
import { drawNoteLink } from '../components/note-link';
import { RowList, type MeasuredRow } from '../components/virtual-list';

interface UnreadableNote extends MeasuredRow {
  readonly reason: string;
}

/** Lists the notes that could not be read, each with its reason, and offers to try again. */
export class UnreadableModal extends Modal {
  readonly #context: PluginContext;

  constructor(context: PluginContext) {
    super(context.app);
    this.#context = context;
  }

  override onOpen(): void {
    const { panel } = messages();
    const { library } = this.#context;
    const rows = [...library.unreadable].map(([path, reason]): UnreadableNote => {
      return { key: path, height: 44, reason };
    });
    this.modalEl.addClass('omnivore-rescue-run');
    this.setTitle(panel.unreadable(rows.length));
    this.contentEl.createEl('p', { text: panel.unreadableWhy });
    new RowList<UnreadableNote>(this.contentEl, {
      label: panel.unreadableNotes,
      height: ({ height }) => height,
      draw: (row, el) => this.#drawRow(row, el),
    }).setRows(rows);
    const buttons = this.contentEl.createDiv('modal-button-container');
    const close = buttons.createEl('button', { text: panel.close });
    close.addEventListener('click', () => this.close());
    const again = buttons.createEl('button', { cls: 'mod-cta', text: panel.scanAgain });
    again.addEventListener('click', () => {
      this.close();
      library.scan();
    });
    again.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #drawRow({ key: path, reason }: UnreadableNote, el: HTMLElement): void {
    el.className = 'omnivore-rescue-row is-note';
    drawNoteLink(el, path, this.app, () => this.close());
    el.createSpan({ cls: 'omnivore-rescue-reason', text: reason });
  }
}
