import { Editor } from './editor';
import type { TFile } from './files';
import type { WorkspaceLeaf } from './leaf';
import { TextFileView } from './markdown-view';
import { letUserType } from './typing';
import { FileView } from './views';

interface CanvasNode {
  readonly type: string;
  readonly file?: string;
}

/** The note of a card while the user edits it. It is the active editor then, and no Markdown view. */
export class CardEditor extends TextFileView {
  readonly editor: Editor;
  hoverPopover = null;
  #loading = false;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const contentEl = this.contentEl.createDiv('cm-editor').createDiv('cm-content');
    contentEl.tabIndex = 0;
    this.editor = new Editor(contentEl);
    this.editor.onChange = () => {
      if (!this.#loading) this.requestSave();
    };
    letUserType(this.editor);
  }

  override getViewType(): string {
    return 'card';
  }

  override getViewData(): string {
    return this.editor.getValue();
  }

  override setViewData(data: string, clear: boolean): void {
    this.#loading = true;
    if (clear) this.editor.open(data);
    else this.editor.setValue(data);
    this.#loading = false;
  }

  override clear(): void {
    this.editor.open('');
  }
}

/** A canvas. Its cards are notes, one below the other; a double click opens the editor of a card. */
export class CanvasView extends FileView {
  /** The simulator's own: the card with the cursor. */
  editing: CardEditor | null = null;

  override getViewType(): string {
    return 'canvas';
  }

  override async onLoadFile(file: TFile): Promise<void> {
    const { nodes } = JSON.parse(await this.app.vault.read(file)) as { nodes: CanvasNode[] };
    for (const node of nodes) {
      const note = node.type === 'file' ? this.app.vault.getFileByPath(node.file ?? '') : null;
      if (note) await this.#drawCard(note);
    }
  }

  override async onUnloadFile(): Promise<void> {
    await this.#stopEditing();
    this.contentEl.empty();
  }

  async #drawCard(note: TFile): Promise<void> {
    const el = this.contentEl.createDiv('canvas-node').createDiv('canvas-node-container');
    const content = el.createDiv('canvas-node-content markdown-embed');
    content.setText(await this.app.vault.read(note));
    el.addEventListener('dblclick', () => void this.#edit(note, content));
  }

  async #edit(note: TFile, content: HTMLElement): Promise<void> {
    if (this.editing?.file === note) return;
    await this.#stopEditing();
    const card = new CardEditor(this.leaf);
    card.load();
    await card.loadFile(note);
    content.replaceChildren(card.contentEl);
    this.editing = card;
    card.editor.focus();
  }

  async #stopEditing(): Promise<void> {
    const card = this.editing;
    this.editing = null;
    const content = card?.contentEl.parentElement;
    content?.setText(card?.getViewData() ?? '');
    await card?.loadFile(null);
    card?.unload();
  }
}
