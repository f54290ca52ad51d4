import { Keymap, Modal, Platform, TFile } from 'obsidian';
import { messages } from '../../core/i18n';
import type { AttentionItem } from '../../core/library/listed-article';
import { RowList, type MeasuredRow } from '../components/virtual-list';
import type { PluginContext } from '../plugin-context';
import {
  asksForDayOrder,
  decideDayOrder,
  notesWithAttention,
  openSetting,
  settingFor,
} from './attention';

type AttentionRow = MeasuredRow & { readonly path: string } & (
    { readonly kind: 'heading' } | { readonly kind: 'finding'; readonly item: AttentionItem }
  );

const HEADING_HEIGHT_PX = 28;
/** Enough for two lines of text. On a phone, the buttons are below them. */
const FINDING_HEIGHT_PX = { desktop: 48, mobile: 104 };

/**
 * Lists the findings that need the user's attention, by note and reason. Each has the buttons that resolve
 * it.
 */
export class AttentionModal extends Modal {
  readonly #context: PluginContext;
  /** The paths of the notes to list; null for all notes. */
  readonly #paths: ReadonlySet<string> | null;
  #list: RowList<AttentionRow> | null = null;
  #emptyEl: HTMLElement | null = null;
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
      draw: (row, el) => this.#drawRow(row, el),
      isSame: (a, b) => JSON.stringify(a) === JSON.stringify(b),
    });
    const buttons = this.contentEl.createDiv('modal-button-container');
    const close = buttons.createEl('button', { cls: 'mod-cta', text: panel.close });
    close.addEventListener('click', () => this.close());
    this.#stopListening = this.#context.library.onChange(() => this.#show());
    this.#show();
    close.focus();
  }

  override onClose(): void {
    this.#stopListening();
    this.contentEl.empty();
  }

  /** Draws the current findings. Resolved findings disappear. */
  #show(): void {
    const { articles } = this.#context.library.library;
    const notes = notesWithAttention(
      articles.flatMap(({ article }) =>
        this.#paths === null || this.#paths.has(article.path) ? [article] : [],
      ),
    );
    const height = FINDING_HEIGHT_PX[Platform.isMobile ? 'mobile' : 'desktop'];
    const rows = [...notes].flatMap(([path, items]): AttentionRow[] => [
      { kind: 'heading', key: path, path, height: HEADING_HEIGHT_PX },
      ...items.map((item, i): AttentionRow => {
        return { kind: 'finding', key: `${path}\n${i}`, path, height, item };
      }),
    ]);
    this.#emptyEl?.toggle(rows.length === 0);
    this.#list?.el.toggle(rows.length > 0);
    this.#list?.setRows(rows);
  }

  #drawRow(row: AttentionRow, el: HTMLElement): void {
    el.className = `omnivore-rescue-row is-${row.kind}`;
    if (row.kind === 'heading') return void el.createSpan({ text: row.path });
    const { left, repairs } = messages();
    const { reason, repair, text } = row.item;
    const lines = el.createDiv('omnivore-rescue-lines');
    const name = repair === null ? left[reason] : `${repairs[repair]}: ${left[reason]}`;
    lines.createDiv({ cls: 'omnivore-rescue-reason', text: name });
    lines.createDiv({ cls: 'omnivore-rescue-about', text, attr: { dir: 'auto' } });
    this.#drawButtons(row.path, row.item, el.createDiv('omnivore-rescue-attention-buttons'));
  }

  #drawButtons(path: string, item: AttentionItem, el: HTMLElement): void {
    const { panel } = messages();
    const button = (text: string, act: (event: MouseEvent) => void): void =>
      el.createEl('button', { text }).addEventListener('click', act);
    if (asksForDayOrder(item)) {
      for (const order of ['day-first', 'month-first'] as const) {
        button(panel.dayOrders[order], () => decideDayOrder(this.#context, path, order));
      }
    }
    const setting = settingFor(item.reason);
    if (setting !== null) button(panel.openSetting, () => this.#openSetting(setting));
    button(panel.openLine, (event) => void this.#openLine(path, item.line, event));
  }

  #openSetting(setting: Parameters<typeof openSetting>[1]): void {
    this.close();
    openSetting(this.#context, setting);
  }

  async #openLine(path: string, line: number, event: MouseEvent): Promise<void> {
    const file = this.app.vault.getAbstractFileByPath(path);
    if (!(file instanceof TFile)) return;
    this.close();
    const leaf = this.app.workspace.getLeaf(Keymap.isModEvent(event));
    await leaf.openFile(file, { eState: { line } });
  }
}
