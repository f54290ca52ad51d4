import {
  ItemView,
  Keymap,
  TFile,
  getLanguage,
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
import { articlesPerMonth } from '../../library/months';
import { panelRows, type Shown } from '../../library/rows';
import { shelfKeys } from '../../library/shelf-keys';
import type { PanelView, Row } from '../../library/view';
import { openPreview } from '../commands';
import { notify } from '../notify';
import type { Rescue } from '../rescue';
import { articleMenu, PANEL_TYPE } from './article-menu';
import { articleLink } from './article-link';
import { ArticleTree } from './article-tree';
import { drawDueBanner, type DueBanner } from './due-banner';
import { drawFoot, type Foot } from './foot';
import { drawHeader, type Header } from './header';
import { drawMonthChart, type MonthChart } from './month-chart';
import { shelfMenu } from './shelf-menu';
import { drawStead, type Stead } from './stead';
import { FIRST_STATE, NO_FILTER, panelStateFrom, type PanelState } from './view-state';

/** The parts of the panel from top to bottom. */
interface Parts {
  readonly headerEl: HTMLElement;
  readonly header: Header;
  readonly chartEl: HTMLElement;
  readonly chart: MonthChart;
  readonly due: DueBanner;
  readonly stead: Stead;
  readonly tree: ArticleTree;
  readonly foot: Foot;
}

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
    this.#parts = this.#build(contentEl);
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

  #build(el: HTMLElement): Parts {
    const preview = (): void =>
      openPreview(this.#rescue, this.#rescue.library.library.board.duePaths);
    const headerEl = el.createDiv('omnivore-rescue-header');
    const header = drawHeader(headerEl, {
      view: () => this.#state.view,
      chart: () => this.#state.chart,
      change: (view) => this.#change(view),
      toggleChart: () => this.#set({ ...this.#state, chart: !this.#state.chart }),
      repair: preview,
    });
    const chartEl = el.createDiv('omnivore-rescue-chart');
    const chart = drawMonthChart(chartEl, (month) => this.#filter({ month }));
    const due = drawDueBanner(el.createDiv('omnivore-rescue-banner'), preview);
    const steadEl = el.createDiv({ cls: 'omnivore-rescue-stead', attr: { role: 'status' } });
    const stead = drawStead(steadEl, {
      scan: () => this.#rescue.library.scan(),
      chooseFolders: () => this.#rescue.openSettings(),
      clear: () => this.#filter(NO_FILTER),
      toList: () => tree.list.all.focus(),
    });
    const tree = new ArticleTree(el, {
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
    });
    const attr = { 'aria-live': 'polite' };
    const foot = drawFoot(el.createDiv({ cls: 'omnivore-rescue-panel-foot', attr }));
    return { headerEl, header, chartEl, chart, due, stead, tree, foot };
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
    const { headerEl, header, chartEl, chart, due, stead, tree, foot } = this.#parts;
    const source = this.#rescue.library;
    const { library } = source;
    const { view } = this.#state;
    this.#shown = panelRows(library, view, getLanguage());
    const { rows, articles } = this.#shown;
    const hasChart = this.#state.chart && library.size > 0;
    headerEl.toggle(library.size > 0);
    chartEl.toggle(hasChart);
    tree.list.el.toggle(rows.length > 0);
    header.show(library.size, this.#shown.due);
    if (hasChart) chart.show(articlesPerMonth(library, view.filter), view.filter.month);
    due.show(this.#shown.due);
    foot.show(this.#shown, library.size);
    tree.setRows(rows);
    stead.show(source, articles);
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
