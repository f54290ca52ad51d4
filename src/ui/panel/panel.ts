import {
  ItemView,
  Keymap,
  TFile,
  getLanguage,
  setIcon,
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
import type { Rescue } from '../rescue';
import { articleMenu, PANEL_TYPE } from './article-menu';
import { ArticleTree } from './article-tree';
import { drawHeader, type Header } from './header';
import { drawMonthChart } from './month-chart';
import { drawStead, steadOf } from './stead';
import { FIRST_STATE, NO_FILTER, panelStateFrom, type PanelState } from './view-state';

/** The parts of the panel from top to bottom. */
interface Parts {
  readonly header: Header;
  readonly chart: HTMLElement;
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
  #shown: Shown = { rows: [], articles: 0, due: new Map() };
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

  /** Opens the shelf of a note's first article and brings it into sight; filters that hide it are taken away. */
  reveal(path: string): boolean {
    const article = this.#rescue.library.library.of(path)[0];
    if (!article) return false;
    const { view } = this.#state;
    const open = [...new Set([...view.open, ...keysTo(article, view.grouping)])];
    this.#change({ ...view, open });
    if (this.#placeOf(path) < 0) this.#change({ ...view, open, filter: NO_FILTER });
    this.#parts?.tree.activate(this.#placeOf(path));
    return true;
  }

  #placeOf(path: string): number {
    return this.#shown.rows.findIndex((row) => row.kind === 'article' && row.article.path === path);
  }

  #build(el: HTMLElement): Parts {
    const header = drawHeader(el.createDiv('omnivore-rescue-header'), {
      view: () => this.#state.view,
      chart: () => this.#state.chart,
      change: (view) => this.#change(view),
      toggleChart: () => this.#set({ ...this.#state, chart: !this.#state.chart }),
    });
    const chart = el.createDiv('omnivore-rescue-chart');
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
    return { header, chart, due, stead, tree, foot };
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
    const { header, chart, due, stead, tree, foot } = this.#parts;
    const source = this.#rescue.library;
    const { library } = source;
    const { view } = this.#state;
    this.#shown = panelRows(library, view, getLanguage());
    const { rows, articles } = this.#shown;
    const { panel } = messages();
    header.show(library.size);
    chart.toggle(this.#state.chart && library.size > 0);
    if (this.#state.chart) {
      const months = articlesPerMonth(library, view.filter);
      drawMonthChart(chart, months, view.filter.month, (month) =>
        this.#change({ ...view, filter: { ...view.filter, month } }),
      );
    }
    this.#drawDue(due);
    drawStead(stead, steadOf(source, articles), source, {
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
    foot.setText(library.size > 0 ? panel.shown(articles, library.size) : '');
  }

  #drawDue(el: HTMLElement): void {
    const { panel } = messages();
    const { due } = this.#shown;
    el.toggle(due.size > 0);
    const said = panel.notesDue(due.size);
    const before = el.querySelector('.omnivore-rescue-banner-text');
    if (before) return before.setText(said);
    setIcon(el.createSpan({ attr: { 'aria-hidden': 'true' } }), 'wrench');
    el.createSpan({ cls: 'omnivore-rescue-banner-text', text: said });
    const button = el.createEl('button', { text: panel.preview });
    button.addEventListener('click', () => openPreview(this.#rescue, [...this.#shown.due.keys()]));
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
