import { Modal } from 'obsidian';
import { messages } from '../../core/i18n';
import { notesWithAttention } from '../../core/library/attention';
import { isFiltering, type Filter } from '../../core/library/view';
import { RowList } from '../components/virtual-list';
import type { PluginContext } from '../plugin-context';
import {
  attentionRows,
  drawAttentionRow,
  isSameAttention,
  type AttentionRow,
} from './attention-rows';

/**
 * Lists what needs attention. With other filters in addition to the one for attention, lists only the notes
 * with these paths.
 */
export function openAttention(
  context: PluginContext,
  filter: Filter,
  paths: ReadonlySet<string> = new Set(),
): void {
  const isLimited = isFiltering({ ...filter, needsAttention: false });
  context.open(new AttentionModal(context, isLimited ? paths : null));
}

/**
 * Lists what needs the user's attention, by note and reason, and what the user ignores. Each item has the
 * buttons that resolve it.
 */
export class AttentionModal extends Modal {
  readonly #context: PluginContext;
  /** The paths of the notes to list; null for all notes. */
  readonly #paths: ReadonlySet<string> | null;
  #list: RowList<AttentionRow> | null = null;
  #emptyEl: HTMLElement | null = null;
  #closeEl: HTMLElement | null = null;
  #stopListening: () => void = () => undefined;

  constructor(context: PluginContext, paths: ReadonlySet<string> | null) {
    super(context.app);
    this.#context = context;
    this.#paths = paths;
  }

  override onOpen(): void {
    const { panel } = messages();
    this.modalEl.addClass('omnivore-rescue-run', 'omnivore-rescue-attention');
    this.setTitle(panel.needsAttention);
    this.#emptyEl = this.contentEl.createEl('p', { text: panel.attentionDone });
    this.#list = new RowList<AttentionRow>(this.contentEl, {
      label: panel.needsAttention,
      height: ({ height }) => height,
      draw: (row, el) => drawAttentionRow(row, el, this.#context, () => this.close()),
      isSame: isSameAttention,
    });
    const buttons = this.contentEl.createDiv('modal-button-container');
    this.#closeEl = buttons.createEl('button', { cls: 'mod-cta', text: panel.close });
    this.#closeEl.addEventListener('click', () => this.close());
    this.#stopListening = this.#context.library.onChange(() => this.#show());
    this.#show();
    this.#closeEl.focus();
  }

  override onClose(): void {
    this.#stopListening();
    this.contentEl.empty();
  }

  /** Draws the current items. Resolved items disappear. */
  #show(): void {
    const { articles } = this.#context.library.library;
    const shown = articles.flatMap(({ article }) =>
      this.#paths === null || this.#paths.has(article.path) ? [article] : [],
    );
    const notes = notesWithAttention(shown);
    this.#emptyEl?.toggle(notes.every(({ attention }) => attention.length === 0));
    this.#list?.el.toggle(notes.length > 0);
    this.#list?.setRows(attentionRows(this.#context, notes));
    const { doc } = this.contentEl;
    // The row with the button that was clicked may be gone.
    if (doc.activeElement === doc.body) this.#closeEl?.focus();
  }
}
