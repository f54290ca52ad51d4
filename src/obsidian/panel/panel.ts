import {
  ItemView,
  type Menu,
  type HoverParent,
  type HoverPopover,
  type ViewStateResult,
  type WorkspaceLeaf,
} from 'obsidian';
import { messages } from '../../core/i18n';
import { expansionOf, withExpansion } from '../../core/library/expansion';
import type { PanelContents } from '../../core/library/derive-contents';
import { NO_COUNTS } from '../../core/library/match-articles';
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
import { dragLinks } from './article-link';
import { openArticle, PANEL_TYPE } from './article-menu';
import { openFullTextSearch } from './full-text-search';
import { DrawTimer } from './draw-timer';
import { openAttention } from '../attention/attention-modal';
import { drawParts, type Parts } from './parts';
import { revealArticle, type NoteToReveal } from './reveal-article';
import { rowMenu } from './row-menu';
import { selectionMenu } from './selection-menu';
import { UnreadableModal } from './unreadable-modal';
import { firstState, panelStateFrom, withNewSettings, type PanelState } from './view-state';

/** The panel of saved articles, by source, tag or month. */
export class SavedArticlesPanel extends ItemView implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  readonly #context: PluginContext;
  #state: PanelState;
  #contents: PanelContents | null = null;
  /** The note to scroll to; null for none. */
  #toReveal: NoteToReveal | null = null;
  #parts: Parts | null = null;
  /** The position to scroll to once the list is long enough, in pixels; null for none. */
  #scrollTo: number | null = null;

  constructor(leaf: WorkspaceLeaf, context: PluginContext) {
    super(leaf);
    this.#context = context;
    this.#state = firstState(context.settings());
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
    this.#state = panelStateFrom(state, firstState(this.#context.settings()));
    this.#scrollTo = this.#state.scroll;
    this.#draw();
    await super.setState(state, result);
  }

  protected override async onOpen(): Promise<void> {
    const { contentEl } = this;
    contentEl.empty();
    contentEl.addClass('omnivore-rescue-panel');
    this.#parts = this.#drawParts(contentEl);
    const { library, onSettingsChange } = this.#context;
    const timer = new DrawTimer(contentEl, () => this.#draw());
    this.register(library.onChange(() => timer.start(library.progress.kind === 'reading')));
    this.register(() => timer.stop());
    this.registerEvent(this.app.workspace.on('file-open', (file) => this.#follow(file?.path)));
    this.register(
      onSettingsChange((now, old) => this.#set(withNewSettings(this.#state, old, now))),
    );
    this.#draw();
  }

  protected override async onClose(): Promise<void> {
    this.#parts = null;
  }

  override onResize(): void {
    this.#parts?.tree.list.show();
  }

  /** Moves the focus to the search field. */
  focusSearch(): void {
    this.#parts?.focusSearch();
  }

  /** Scrolls to a note's first article, as soon as the note has been read. Removes filters that hide it. */
  reveal(path: string): void {
    this.#toReveal = { path, isFollowing: false };
    this.#revealWanted();
  }

  /** Scrolls to the note that the user has opened, if the settings say so. */
  #follow(path: string | undefined): void {
    if (path === undefined || !this.#context.settings().panel.follow) return;
    if (!this.containerEl.isShown() || this.#parts?.tree.active?.path === path) return;
    this.#toReveal = { path, isFollowing: true };
    this.#revealWanted();
  }

  #revealWanted(): void {
    const wanted = this.#toReveal;
    if (wanted === null) return;
    const { library, progress } = this.#context.library;
    const article = library.articles.find((one) => one.article.path === wanted.path);
    if (!article && progress.kind !== 'ready') return;
    this.#toReveal = null;
    if (article) {
      return revealArticle(article, wanted, {
        view: () => this.#state.view,
        contents: () => this.#contents,
        change: (view) => this.#change(view),
        activate: (index) => this.#parts?.tree.activate(index),
      });
    }
    if (!wanted.isFollowing) notify(messages().panel.notListed);
  }

  #drawParts(el: HTMLElement): Parts {
    const searchFullText = (): void => openFullTextSearch(this.app, this.#state.view.filter);
    return drawParts(el, {
      header: {
        view: () => this.#state.view,
        chart: () => this.#state.chart,
        change: (view) => this.#change(view),
        toggleChart: () => this.#set({ ...this.#state, chart: !this.#state.chart }),
        collapseAll: () => this.#expand(this.#contents?.groupKeys() ?? [], false),
        counts: () => this.#contents?.filterCounts() ?? NO_COUNTS,
        showsDrafts: () => this.#showsDrafts(),
        facets: () => this.#state.facets,
        changeFacets: (facets) => this.#set({ ...this.#state, facets }),
        searchFullText,
        toFirstArticle: () => this.#parts?.tree.focusFirstArticle() ?? false,
      },
      repair: () => openPreview(this.#context, this.#pathsToRepair()),
      dismissRepair: () =>
        this.#set({ ...this.#state, dismissed: this.#contents?.allNeedRepair ?? 0 }),
      selectionMenu: (at) => this.#openSelectionMenu(at),
      filter: (change) => this.#filter(change),
      unproxyOther: () =>
        openOwnImagesPreview(this.#context, [...this.#context.library.library.ownImages.keys()]),
      showAttention: () =>
        openAttention(this.#context, this.#state.view.filter, this.#contents?.paths()),
      showUnreadable: () => this.#context.open(new UnreadableModal(this.#context)),
      emptyState: {
        scan: () => this.#context.library.scan(),
        chooseFolders: () => this.#context.openSettings(),
        clear: () => this.#filter(NO_FILTER),
        searchFullText,
        toList: () => this.#parts?.tree.list.all.focus(),
      },
      tree: {
        toggle: (keys) => this.#toggle(keys),
        open: (article, event) => void openArticle(this.app, article, event),
        menu: (row, selected, at) => {
          if (selected.length > 1) return this.#openSelectionMenu(at);
          this.#menuOf(row)?.showAtPosition(at, this.contentEl.doc);
        },
        hover: ({ path: linktext }, event, targetEl) => {
          const about = { event, source: PANEL_TYPE, hoverParent: this, targetEl, linktext };
          this.app.workspace.trigger('hover-link', about);
        },
        drag: (articles, event) => dragLinks(this.app, articles, event),
      },
    });
  }

  /** Returns the notes that match the filter; without one, those that *Repair all saved articles* reads. */
  #pathsToRepair(): readonly string[] {
    if (isFiltering(this.#state.view.filter)) return [...(this.#contents?.paths() ?? [])];
    return notesIn(this.app.vault, this.#context.settings());
  }

  /** Drafts matter only to users who publish. */
  #showsDrafts(): boolean {
    return this.#context.settings().draftFlag.preset !== null;
  }

  #openSelectionMenu(at: { readonly x: number; readonly y: number }): void {
    const selected = this.#parts?.tree.selected ?? [];
    selectionMenu(this.#context, this.leaf, selected)?.showAtPosition(at, this.contentEl.doc);
  }

  #menuOf(row: PanelRow): Menu | null {
    return rowMenu(this.#context, this.leaf, row, this.#contents, {
      expand: (keys, isExpanded) => this.#expand(keys, isExpanded),
    });
  }

  #expand(keys: readonly string[], isExpanded: boolean): void {
    this.#change(withExpansion(this.#state.view, keys, isExpanded));
  }

  #draw(): void {
    if (!this.#parts) return;
    const source = this.#context.library;
    const { tree, show } = this.#parts;
    this.#contents = show(source, this.#state, {
      drafts: this.#showsDrafts(),
      rows: this.#context.settings().panel.badges,
    });
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
    const isExpanded = expansionOf(view, this.#context.library.library.size);
    const toggled = keys.reduce((now, key) => withExpansion(now, [key], !isExpanded(key)), view);
    this.#change(toggled);
  }

  /** Changes the view. With another filter, all groups start expanded. */
  #change(view: PanelView): void {
    const isOther = view.filter !== this.#state.view.filter;
    this.#set({ ...this.#state, view: isOther ? { ...view, collapsedResults: [] } : view });
  }

  #set(state: PanelState): void {
    this.#state = state;
    this.#draw();
    this.app.workspace.requestSaveLayout();
  }
}
