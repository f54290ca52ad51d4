import {
  ItemView,
  Keymap,
  TFile,
  getLanguage,
  type HoverParent,
  type HoverPopover,
  type ViewStateResult,
  type WorkspaceLeaf,
} from 'obsidian';
import { messages } from '../../i18n';
import { keysTo } from '../../library/keys-to';
import type { Listed } from '../../library/listed';
import { articlesPerMonth } from '../../library/months';
import { panelRows, type Shown } from '../../library/rows';
import type { PanelView } from '../../library/view';
import { openPreview } from '../commands';
import { notify } from '../notify';
import type { Rescue } from '../rescue';
import { articleMenu, PANEL_TYPE } from './article-menu';
import { ArticleTree } from './article-tree';
import { drawBanner } from './banner';
import { drawFoot } from './foot';
import { drawHeader, type Header } from './header';
import { monthChart, type MonthChart } from './month-chart';
import { drawStead, steadOf } from './stead';
import { FIRST_STATE, NO_FILTER, panelStateFrom, type PanelState } from './view-state';

/** The parts of the panel from top to bottom. */
interface Parts {
  readonly headerEl: HTMLElement;
  readonly header: Header;
  readonly chartEl: HTMLElement;
  readonly chart: MonthChart;
  readonly due: HTMLElement;
  readonly stead: HTMLElement;
  readonly tree: ArticleTree;
  readonly foot: HTMLElement;
}

/** So often is the panel drawn while the vault is read, in milliseconds. */
const WHILE_READING = 200;

/** The panel of saved articles, by source, tag or month. */
export class SavedArticlesPanel extends ItemView implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  readonly #rescue: Rescue;
  #state: PanelState = FIRST_STATE;
  #shown: Shown = { rows: [], articles: 0, sources: 0, drafts: 0, dueNotes: 0 };
  #parts: Parts | null = null;
  #waiting: number | null = null;
  /** The note to bring into sight once it was read. */
  #wanted: string | null = null;
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

  /** Opens the shelf of a note's first article and brings it into sight, as soon as it was read; filters that hide it are taken away. */
  reveal(path: string): void {
    this.#wanted = path;
    this.#showWanted();
  }

  #showWanted(): void {
    const path = this.#wanted;
    if (path === null) return;
    const { library, progress } = this.#rescue.library;
    const article = library.of(path)[0];
    const mayCome = progress.kind === 'new' || progress.kind === 'reading';
    if (!article && mayCome) return;
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
    const headerEl = el.createDiv('omnivore-rescue-header');
    const header = drawHeader(headerEl, {
      view: () => this.#state.view,
      chart: () => this.#state.chart,
      change: (view) => this.#change(view),
      toggleChart: () => this.#set({ ...this.#state, chart: !this.#state.chart }),
    });
    const chartEl = el.createDiv('omnivore-rescue-chart');
    const chart = monthChart(chartEl, (month) => {
      const { view } = this.#state;
      this.#change({ ...view, filter: { ...view.filter, month } });
    });
    const due = el.createDiv('omnivore-rescue-banner');
    const stead = el.createDiv({ cls: 'omnivore-rescue-stead', attr: { role: 'status' } });
    const tree = new ArticleTree(el, {
      grouping: () => this.#state.view.grouping,
      toggle: (keys) => this.#toggle(keys),
      open: (article, event) => void this.#open(article, event),
      menu: (article, at) => articleMenu(this.#rescue, article, this.leaf)?.showAtPosition(at),
      hover: (article, event, targetEl) => {
        const linktext = article.path;
        const about = { event, source: PANEL_TYPE, hoverParent: this, targetEl, linktext };
        this.app.workspace.trigger('hover-link', about);
      },
      drag: (article, event) => {
        const link = this.#linkTo(article);
        if (link) event.dataTransfer?.setData('text/plain', link);
      },
    });
    const foot = el.createDiv({
      cls: 'omnivore-rescue-panel-foot',
      attr: { 'aria-live': 'polite' },
    });
    return { headerEl, header, chartEl, chart, due, stead, tree, foot };
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
    headerEl.toggle(source.progress.kind !== 'new');
    header.show(library.size);
    chartEl.toggle(this.#state.chart && library.size > 0);
    if (this.#state.chart) chart.show(articlesPerMonth(library, view.filter), view.filter.month);
    drawBanner(due, this.#shown.dueNotes, () =>
      openPreview(this.#rescue, library.board.duePaths()),
    );
    drawStead(stead, steadOf(source, articles), source, {
      scan: () => source.scan(),
      again: () => source.again(),
      chooseFolders: () => this.#rescue.openSettings(),
      clear: () => this.#change({ ...this.#state.view, filter: NO_FILTER }),
    });
    tree.setRows(rows);
    tree.list.el.toggle(rows.length > 0);
    if (this.#scrollTo !== null && source.progress.kind !== 'reading') {
      tree.list.el.scrollTop = this.#scrollTo;
      this.#scrollTo = null;
    }
    tree.list.show();
    drawFoot(foot, this.#shown, library.size);
    this.#showWanted();
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
    const isMiddle = event instanceof MouseEvent && event.button === 1;
    const where = isMiddle ? 'tab' : Keymap.isModEvent(event);
    await this.app.workspace.getLeaf(where).openFile(file);
  }

  #linkTo({ path, title }: Listed): string | null {
    const file = this.app.vault.getAbstractFileByPath(path);
    if (!(file instanceof TFile)) return null;
    const alias = title === file.basename ? undefined : title;
    return this.app.fileManager.generateMarkdownLink(file, '', undefined, alias);
  }
}
