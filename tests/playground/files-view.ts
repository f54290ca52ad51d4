import { TFile, TFolder, type TAbstractFile } from '../simulator/files';
import { Keymap } from '../simulator/keyboard';
import { Menu } from '../simulator/menus';
import { ItemView } from '../simulator/views';

export const FILES_VIEW = 'file-explorer';

/** The vault's folders and notes. A folder's content is drawn when it is opened. */
export class FilesView extends ItemView {
  override icon = 'folder';

  override getViewType(): string {
    return FILES_VIEW;
  }

  override getDisplayText(): string {
    return 'Files';
  }

  override async onOpen(): Promise<void> {
    const draw = (): void => this.#draw();
    for (const event of ['create', 'delete', 'rename']) {
      this.registerEvent(this.app.vault.on(event, draw));
    }
    draw();
  }

  #draw(): void {
    const open = new Set(
      [...this.contentEl.querySelectorAll<HTMLDetailsElement>('details[open]')].map(
        (el) => el.dataset['path'],
      ),
    );
    this.contentEl.replaceChildren();
    this.#fill(this.contentEl, this.app.vault.getRoot(), (path) => open.has(path));
  }

  #fill(el: HTMLElement, folder: TFolder, isOpen: (path: string) => boolean): void {
    const byName = (a: TAbstractFile, b: TAbstractFile): number => a.name.localeCompare(b.name);
    const folders = folder.children.filter((child) => child instanceof TFolder).sort(byName);
    const files = folder.children.filter((child) => child instanceof TFile).sort(byName);
    for (const child of folders) this.#addFolder(el, child, isOpen);
    for (const child of files) this.#addFile(el, child);
  }

  #addFolder(el: HTMLElement, folder: TFolder, isOpen: (path: string) => boolean): void {
    const details = el.createEl('details', 'nav-folder');
    details.dataset['path'] = folder.path;
    const summary = details.createEl('summary', { cls: 'nav-folder-title', text: folder.name });
    summary.addEventListener('contextmenu', (event) => this.#openMenu(event, folder));
    const fill = (): void => {
      if (details.childElementCount === 1) this.#fill(details, folder, isOpen);
    };
    details.addEventListener('toggle', fill);
    if (!isOpen(folder.path)) return;
    details.open = true;
    fill();
  }

  #addFile(el: HTMLElement, file: TFile): void {
    const name = file.extension === 'md' ? file.basename : file.name;
    const title = el.createEl('a', { cls: 'nav-file-title', text: name });
    title.tabIndex = 0;
    const open = (event: MouseEvent | KeyboardEvent): void => {
      void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
    };
    title.addEventListener('click', open);
    title.addEventListener('keydown', (event) => event.key === 'Enter' && open(event));
    title.addEventListener('contextmenu', (event) => this.#openMenu(event, file));
  }

  #openMenu(event: MouseEvent, file: TAbstractFile): void {
    const menu = new Menu();
    this.app.workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu');
    if (menu.items.length > 0) menu.showAtMouseEvent(event);
  }
}
