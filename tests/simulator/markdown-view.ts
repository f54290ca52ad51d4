import type { MarkdownViewModeType, ViewStateResult } from 'obsidian';
import { debounce } from './debounce';
import { Editor } from './editor';
import { BY_APP } from './events';
import type { TAbstractFile, TFile } from './files';
import type { WorkspaceLeaf } from './leaf';
import { Properties } from './properties';
import { letUserType } from './typing';
import { EditableFileView } from './views';

const SAVE_DELAY = 2000;

/** A view of a text file, which it saves two seconds after the last change. */
export abstract class TextFileView extends EditableFileView {
  data = '';
  readonly requestSave: () => void;
  /** The simulator's own: true while there is typing that the disk has not. */
  dirty = false;
  #lastSaved = '';

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const save = debounce(() => this.save(), SAVE_DELAY, true);
    this.requestSave = () => {
      this.dirty = true;
      save();
    };
    this.register(() => save.cancel());
  }

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  override onload(): unknown {
    const { vault } = this.app;
    this.registerEvent(
      vault.on(
        'modify',
        (file: TAbstractFile) => {
          if (file === this.file) void this.#followDisk(this.file);
        },
        BY_APP,
      ),
    );
    return super.onload();
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.data = this.#lastSaved = await this.app.vault.read(file);
    this.dirty = false;
    this.setViewData(this.data, true);
  }

  override async onUnloadFile(_file: TFile): Promise<void> {
    await this.save(true);
  }

  async save(clear = false): Promise<void> {
    if (this.file && this.dirty && !this.file.deleted) {
      const data = this.getViewData();
      this.data = this.#lastSaved = data;
      this.dirty = false;
      await this.app.vault.modify(this.file, data);
    }
    if (clear) this.clear();
  }

  /** Shows what another hand wrote, unless there is typing: that stays, and is saved over it. */
  async #followDisk(file: TFile): Promise<void> {
    const text = await this.app.vault.read(file);
    if (this.dirty || text === this.#lastSaved || file !== this.file) return;
    this.data = this.#lastSaved = text;
    this.setViewData(text, false);
  }
}

/** A note in a tab. */
export class MarkdownView extends TextFileView {
  readonly editor: Editor;
  /** The simulator's own sign of the two modes; there is no rendering. */
  currentMode: { type: MarkdownViewModeType } = { type: 'source' };
  hoverPopover = null;
  /** The title above the text, in which one can type too. Not in the typings, but in the app. */
  readonly inlineTitleEl: HTMLElement;
  readonly #properties: Properties;
  #loading = false;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const source = this.contentEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6');
    this.inlineTitleEl = source.createDiv({ cls: 'inline-title', attr: { tabindex: '-1' } });
    this.inlineTitleEl.setAttribute('contenteditable', 'true');
    const propertiesEl = source.createDiv('metadata-container');
    const contentEl = source.createDiv('cm-editor').createDiv('cm-content');
    contentEl.setAttribute('role', 'textbox');
    contentEl.setAttribute('aria-multiline', 'true');
    contentEl.setAttribute('aria-label', 'Note');
    contentEl.tabIndex = 0;
    this.editor = new Editor(contentEl);
    this.editor.onChange = () => this.#onChange();
    this.#properties = new Properties(propertiesEl, this.editor);
    letUserType(this.editor);
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.inlineTitleEl.textContent = file.basename;
    await super.onLoadFile(file);
  }

  override async onRename(file: TFile): Promise<void> {
    this.inlineTitleEl.textContent = file.basename;
    await super.onRename(file);
  }

  override getViewType(): string {
    return 'markdown';
  }

  getMode(): MarkdownViewModeType {
    return this.currentMode.type;
  }

  override getViewData(): string {
    return this.editor.getValue();
  }

  override setViewData(data: string, clear: boolean): void {
    this.#loading = true;
    if (clear) this.editor.open(data);
    else this.editor.setValue(data);
    this.#loading = false;
    this.#showProperties();
  }

  override clear(): void {
    this.editor.open('');
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.getMode(), source: false };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const mode = (state as { mode?: MarkdownViewModeType } | null)?.mode;
    if (mode) this.currentMode = { type: mode };
    await super.setState(state, result);
  }

  showSearch(_replace?: boolean): void {
    return undefined;
  }

  override canAcceptExtension(extension: string): boolean {
    return extension === 'md';
  }

  /** The simulator's own: whether the focus is in the title or in a property. */
  isBesideText(): boolean {
    return [this.inlineTitleEl, this.#properties.containerEl].some((el) =>
      el.contains(activeDocument.activeElement),
    );
  }

  /** Unlike in the app, only if the user has chosen that: nothing else looks at them. */
  #showProperties(): void {
    const { vault } = this.app;
    if (vault.getConfig('propertiesInDocument') === 'visible') this.#properties.follow();
  }

  #onChange(): void {
    this.#showProperties();
    this.app.workspace.trigger('editor-change', this.editor, this);
    if (this.#loading) return;
    this.data = this.editor.getValue();
    this.requestSave();
  }
}
