import {
  ItemView,
  Keymap,
  TFile,
  type Menu,
  type HoverParent,
  type HoverPopover,
  type ViewStateResult,
  type WorkspaceLeaf,
} from 'obsidian';
import { messages } from '../../i18n';
import { dueOnShelf } from '../../library/due-on-shelf';
import { keysTo } from '../../library/keys-to';
import type { Listed } from '../../library/listed';
import type { Shown } from '../../library/rows';
import { shelfKeys } from '../../library/shelf-keys';
import { NO_FILTER, type PanelView, type Row } from '../../library/view';
import { notify } from '../notify';
import { openPreview } from '../preview/open-preview';
import type { Rescue } from '../rescue';
import { articleLink } from './article-link';
import { articleMenu, PANEL_TYPE } from './article-menu';
import { drawParts, type Parts } from './parts';
import { shelfMenu } from './shelf-menu';
import { FIRST_STATE, panelStateFrom, type PanelState } from './view-state';

/** So often is the panel drawn while the vault is read, in milliseconds. */
const WHILE_READING = 200;

/** The panel of saved articles, by source, tag or month. */
export class SavedArticlesPanel extends ItemView implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  readonly #rescue: Rescue;
  #state: PanelState = FIRST_STATE;
  #shown: Shown = { rows: [], articles: 0, sources: 0, drafts: 0, due: 0 };
  /** The path of a note that is to be brought into sight as soon as it is known. */
  #wanted: string | null = null;
  #parts: Parts | null = null;
  #waiting: number | null = null;
  /** Where the list is to be scrolled to once it is long enough. */
  #scrollTo: number | null = null;

  constructor(leaf: WorkspaceLeaf, rescue: Rescue) {
    super(leaf);
    this.#rescue = rescue;
    this.icon = 'book-marked';
  }

  override getViewType(): string {
    return PANEL_TYPE;
  }

  override getDisplayText(): string {
    return messages().panel.name;
  }

  override getState(): Record<string, unknown> {
    const scroll = this.#scrollTo ?? this.#parts?.tree.list.el.scrollTop ?? this.#state.scroll;
    return { ...this.#state, scroll };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.#state = panelStateFrom(state);
    this.#scrollTo = this.#state.scroll;
    this.#draw();
    await super.setState(state, result);
  }

  protected override async onOpen(): Promise<void> {
    const { contentEl } = this;
    contentEl.empty();
    contentEl.addClass('omnivore-rescue-panel');
    this.#parts = this.#drawParts(contentEl);
    const end = this.#rescue.library.onChange(() => this.#drawSoon());
    this.register(end);
    this.register(() => this.#waiting === null || window.clearTimeout(this.#waiting));
    this.#draw();
  }

  protected override async onClose(): Promise<void> {
    this.#parts = null;
  }

  override onResize(): void {
    this.#parts?.tree.list.show();
  }

  /** Opens the shelf of a note's first article and brings it into sight, as soon as the vault is read so far; filters that hide it are taken away. */
  reveal(path: string): void {
    this.#wanted = path;
    this.#revealWanted();
  }

  #revealWanted(): void {
    const path = this.#wanted;
    if (path === null) return;
    const { library, progress } = this.#rescue.library;
    const article = library.of(path)[0];
    if (!article && progress.kind !== 'ready') return;
    this.#wanted = null;
    if (!article) return void notify(messages().panel.notListed);
    const { view } = this.#state;
    const open = [...new Set([...view.open, ...keysTo(article, view.grouping)])];
    this.#change({ ...view, open });
    if (this.#placeOf(path) < 0) this.#change({ ...view, open, filter: NO_FILTER });
    this.#parts?.tree.activate(this.#placeOf(path));
  }

  #placeOf(path: string): number {
    return this.#shown.rows.findIndex((row) => row.kind === 'article' && row.article.path === path);
  }

  #drawParts(el: HTMLElement): Parts {
    return drawParts(el, {
      header: {
        view: () => this.#state.view,
        chart: () => this.#state.chart,
        change: (view) => this.#change(view),
        toggleChart: () => this.#set({ ...this.#state, chart: !this.#state.chart }),
        repair: () => openPreview(this.#rescue, this.#rescue.library.library.board.duePaths),
      },
      chooseMonth: (month) => this.#filter({ month }),
      stead: {
        scan: () => this.#rescue.library.scan(),
        chooseFolders: () => this.#rescue.openSettings(),
        clear: () => this.#filter(NO_FILTER),
        toList: () => this.#parts?.tree.list.all.focus(),
      },
      tree: {
        grouping: () => this.#state.view.grouping,
        toggle: (keys) => this.#toggle(keys),
        open: (article, event) => void this.#open(article, event),
        menu: (row, at) => this.#menuOf(row)?.showAtPosition(at, this.contentEl.doc),
        hover: (article, event, targetEl) => {
          const linktext = article.path;
          const about = { event, source: PANEL_TYPE, hoverParent: this, targetEl, linktext };
          this.app.workspace.trigger('hover-link', about);
        },
        drag: (article, event) => {
          const link = articleLink(this.app, article);
          if (link) event.dataTransfer?.setData('text/plain', link);
        },
      },
    });
  }

  #menuOf(row: Row): Menu | null {
    if (row.kind === 'article') return articleMenu(this.#rescue, row.article, this.leaf);
    const { grouping } = this.#state.view;
    const { library } = this.#rescue.library;
    const paths = dueOnShelf(library, grouping, row.name);
    return shelfMenu({
      due: paths.length,
      repair: () => openPreview(this.#rescue, paths),
      unfoldAll: () => this.#change({ ...this.#state.view, open: shelfKeys(library, grouping) }),
      foldAll: () => this.#change({ ...this.#state.view, open: [] }),
    });
  }

  /** Several changes of the vault are drawn as one; while it is read, now and then, for drawing holds up the reading. */
  #drawSoon(): void {
    if (this.#waiting !== null) return;
    const isReading = this.#rescue.library.progress.kind === 'reading';
    const draw = (): void => {
      this.#waiting = null;
      this.#draw();
    };
    this.#waiting = window.setTimeout(draw, isReading ? WHILE_READING : 0);
  }

  #draw(): void {
    if (!this.#parts) return;
    const source = this.#rescue.library;
    const { tree, show } = this.#parts;
    this.#shown = show(source, this.#state);
    if (this.#scrollTo !== null && source.progress.kind === 'ready') {
      tree.list.el.scrollTop = this.#scrollTo;
      this.#scrollTo = null;
    }
    this.#revealWanted();
  }

  #filter(some: Partial<PanelView['filter']>): void {
    const { view } = this.#state;
    this.#change({ ...view, filter: { ...view.filter, ...some } });
  }

  #toggle(keys: readonly string[]): void {
    const { view } = this.#state;
    const open = new Set(view.open);
    for (const key of keys) if (!open.delete(key)) open.add(key);
    this.#change({ ...view, open: [...open] });
  }

  #change(view: PanelView): void {
    this.#set({ ...this.#state, view });
  }

  #set(state: PanelState): void {
    this.#state = state;
    this.#draw();
    this.app.workspace.requestSaveLayout();
  }

  async #open({ path }: Listed, event: MouseEvent | KeyboardEvent): Promise<void> {
    const file = this.app.vault.getAbstractFileByPath(path);
    if (!(file instanceof TFile)) return;
    await this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
  }
}
