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
import { messages } from '../../core/i18n';
import { groupKeysTo } from '../../core/library/group-index';
import type { ListedArticle } from '../../core/library/listed-article';
import { needRepairIn, type PanelContents } from '../../core/library/derive-contents';
import {
  isFiltering,
  NO_FILTER,
  type Filter,
  type PanelRow,
  type PanelView,
} from '../../core/library/view';
import { notesIn } from '../store/scope';
import { notify } from '../components/notify';
import { openOwnImagesPreview, openPreview } from '../preview/open-preview';
import type { PluginContext } from '../plugin-context';
import { articleLink } from './article-link';
import { articleMenu, openStateOf, PANEL_TYPE } from './article-menu';
import { drawParts, type Parts } from './parts';
import { groupMenu } from './group-menu';
import { UnreadableModal } from './unreadable-modal';
import { FIRST_STATE, panelStateFrom, type PanelState } from './view-state';

/** So often is the panel drawn while the vault is read, in milliseconds. */
const WHILE_READING = 200;

/** The panel of saved articles, by source, tag or month. */
export class SavedArticlesPanel extends ItemView implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  readonly #context: PluginContext;
  #state: PanelState = FIRST_STATE;
  #contents: PanelContents | null = null;
  /** The path of a note that is to be brought into sight as soon as it is known. */
  #wanted: string | null = null;
  #parts: Parts | null = null;
  /** Ends the waiting to draw; null where nothing waits. */
  #waiting: (() => void) | null = null;
  /** Where the list is to be scrolled to once it is long enough. */
  #scrollTo: number | null = null;

  constructor(leaf: WorkspaceLeaf, context: PluginContext) {
    super(leaf);
    this.#context = context;
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
    const end = this.#context.library.onChange(() => this.#drawSoon());
    this.register(end);
    this.register(() => this.#waiting?.());
    this.#draw();
  }

  protected override async onClose(): Promise<void> {
    this.#parts = null;
  }

  override onResize(): void {
    this.#parts?.tree.list.show();
  }

  /** Expands the group of a note's first article and scrolls to it, as soon as the note has been read; filters that hide it are removed. */
  reveal(path: string): void {
    this.#wanted = path;
    this.#revealWanted();
  }

  #revealWanted(): void {
    const path = this.#wanted;
    if (path === null) return;
    const { library, progress } = this.#context.library;
    const article = library.articles.find((one) => one.article.path === path);
    if (!article && progress.kind !== 'ready') return;
    this.#wanted = null;
    if (!article) return void notify(messages().panel.notListed);
    const { view } = this.#state;
    const keys = groupKeysTo(article, view.grouping);
    const expanded = [...new Set([...view.expanded, ...keys])];
    const collapsedResults = view.collapsedResults.filter((key) => !keys.includes(key));
    this.#change({ ...view, expanded, collapsedResults });
    if (this.#placeOf(path) < 0) this.#change({ ...view, expanded, filter: NO_FILTER });
    this.#parts?.tree.activate(this.#placeOf(path));
  }

  #placeOf(path: string): number {
    const rows = this.#contents?.rows ?? [];
    return rows.findIndex((row) => row.kind === 'article' && row.article.path === path);
  }

  #drawParts(el: HTMLElement): Parts {
    return drawParts(el, {
      header: {
        view: () => this.#state.view,
        chart: () => this.#state.chart,
        change: (view) => this.#change(view),
        toggleChart: () => this.#set({ ...this.#state, chart: !this.#state.chart }),
        collapseAll: () => this.#collapseAll(),
        repair: () => openPreview(this.#context, this.#pathsToRepair()),
      },
      filter: (change) => this.#filter(change),
      unproxyOther: () =>
        openOwnImagesPreview(this.#context, [...this.#context.library.library.ownImages.keys()]),
      showUnreadable: () => this.#context.open(new UnreadableModal(this.#context)),
      emptyState: {
        scan: () => this.#context.library.scan(),
        chooseFolders: () => this.#context.openSettings(),
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

  /** The same notes as *Repair all saved articles* offers, or those that match the filter. */
  #pathsToRepair(): readonly string[] {
    if (isFiltering(this.#state.view.filter)) return [...(this.#contents?.paths() ?? [])];
    return notesIn(this.app.vault, this.#context.settings());
  }

  #menuOf(row: PanelRow): Menu | null {
    if (row.kind === 'article') return articleMenu(this.#context, row.article, this.leaf);
    const contents = this.#contents;
    const members = contents?.group(row.name)?.members.filter(contents.isShown) ?? [];
    const paths = new Set(members.map(({ article }) => article.path));
    return groupMenu({
      needRepair: needRepairIn(members).size,
      repair: () => openPreview(this.#context, [...paths]),
      expandAll: () => this.#setExpanded(contents?.groupKeys() ?? []),
      collapseAll: () => this.#collapseAll(),
    });
  }

  #collapseAll(): void {
    this.#setExpanded([]);
  }

  /** Expands these groups and no others. */
  #setExpanded(keys: readonly string[]): void {
    const { view } = this.#state;
    if (!isFiltering(view.filter)) return this.#change({ ...view, expanded: keys });
    const expanded = new Set(keys);
    const collapsed = (this.#contents?.groupKeys() ?? []).filter((key) => !expanded.has(key));
    this.#change({ ...view, collapsedResults: collapsed });
  }

  /** Several changes of the vault are drawn as one; while it is read, now and then, for drawing holds up the reading. */
  #drawSoon(): void {
    if (this.#waiting !== null) return;
    const isReading = this.#context.library.progress.kind === 'reading';
    const draw = (): void => {
      this.#waiting = null;
      this.#draw();
    };
    // By the window that the panel is in: another one may be hidden, and late.
    const { win } = this.contentEl;
    const timer = win.setTimeout(draw, isReading ? WHILE_READING : 0);
    this.#waiting = () => win.clearTimeout(timer);
  }

  #draw(): void {
    if (!this.#parts) return;
    const source = this.#context.library;
    const { tree, show } = this.#parts;
    this.#contents = show(source, this.#state);
    if (this.#scrollTo !== null && source.progress.kind === 'ready') {
      tree.list.el.scrollTop = this.#scrollTo;
      this.#scrollTo = null;
    }
    this.#revealWanted();
  }

  #filter(some: Partial<Filter>): void {
    const { view } = this.#state;
    this.#change({ ...view, filter: { ...view.filter, ...some } });
  }

  #toggle(keys: readonly string[]): void {
    const { view } = this.#state;
    const list = isFiltering(view.filter) ? 'collapsedResults' : 'expanded';
    const listed = new Set(view[list]);
    for (const key of keys) if (!listed.delete(key)) listed.add(key);
    this.#change({ ...view, [list]: [...listed] });
  }

  /** The results of another filter start expanded. */
  #change(view: PanelView): void {
    const isOther = view.filter !== this.#state.view.filter;
    this.#set({ ...this.#state, view: isOther ? { ...view, collapsedResults: [] } : view });
  }

  #set(state: PanelState): void {
    this.#state = state;
    this.#draw();
    this.app.workspace.requestSaveLayout();
  }

  async #open(article: ListedArticle, event: MouseEvent | KeyboardEvent): Promise<void> {
    const file = this.app.vault.getAbstractFileByPath(article.path);
    if (!(file instanceof TFile)) return;
    await this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file, openStateOf(article));
  }
}
