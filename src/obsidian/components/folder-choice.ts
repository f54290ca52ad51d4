import { FuzzySuggestModal, type App, type TFolder } from 'obsidian';
import { addLabel } from './label';

/** Asks for a folder of the vault. */
export class FolderChoice extends FuzzySuggestModal<TFolder> {
  readonly #folders: () => readonly TFolder[];
  readonly #choose: (folder: TFolder) => void;

  /** `folders` returns those that can be chosen. */
  constructor(
    app: App,
    placeholder: string,
    folders: () => readonly TFolder[],
    choose: (folder: TFolder) => void,
  ) {
    super(app);
    this.#folders = folders;
    this.#choose = choose;
    this.setPlaceholder(placeholder);
    addLabel(this.modalEl, this.modalEl, placeholder);
  }

  override getItems(): TFolder[] {
    return [...this.#folders()];
  }

  override getItemText({ path }: TFolder): string {
    return path;
  }

  override onChooseItem(folder: TFolder): void {
    this.#choose(folder);
  }
}
