import { Keymap, Platform } from 'obsidian';
import { messages } from '../../core/i18n';
import type { ListedArticle } from '../../core/library/listed-article';
import type { PanelRow } from '../../core/library/view';
import { RowList } from '../components/virtual-list';
import { markRows } from './mark-rows';
import { pressedKey } from './pressed-key';
import { drawRow, isSameRow, rowName, redrawArticle, rowHeight } from './draw-row';
import { onLongPress } from './long-press';
import type { RowStyle } from './row-style';
import { treePositions } from './row-positions';
import {
  extendTo,
  NO_SELECTION,
  selectedArticles,
  selectGroup,
  toggleRow,
  withinRows,
  type Selection,
} from './selection';
import type { TreeActions } from './tree-actions';
import { treeStep, typeAhead, TypedWord, type TreeStep } from './tree-keys';

/** The groups and articles, as a tree of WAI-ARIA: the list keeps the focus and refers to its active row. */
export class ArticleTree {
  readonly list: RowList<PanelRow>;
  readonly #actions: TreeActions;
  #style: RowStyle;
  #rows: readonly PanelRow[] = [];
  #active: string | null = null;
  #selection: Selection = NO_SELECTION;
  /** True on touch after a long press: a tap then selects an article instead of opening it. */
  #isSelecting = false;
  readonly #typed = new TypedWord();

  constructor(parent: HTMLElement, style: RowStyle, actions: TreeActions) {
    this.#actions = actions;
    this.#style = style;
    this.list = new RowList<PanelRow>(parent, {
      label: messages().panel.tree,
      role: 'tree',
      height: (row) => rowHeight(row, Platform.isMobile),
      draw: (row, el) => drawRow(row, el, this.#style),
      isSame: isSameRow,
      redraw: (row, before, el) => redrawArticle(row, before, el, this.#style),
      positions: treePositions,
    });
    const { el, all } = this.list;
    all.tabIndex = 0;
    all.setAttribute('aria-multiselectable', 'true');
    all.addEventListener('keydown', (event) => this.#onKey(event));
    all.addEventListener('focus', () => {
      if (this.#index() < 0 && this.#rows.length > 0) this.activate(0);
    });
    el.addEventListener('scroll', () => this.#mark(), { passive: true });
    this.#listenToPointer(el);
  }

  /**
   * Replaces the rows. If the focused list loses its active row, the row at the same index becomes active;
   * without an active row, the first one does.
   */
  setRows(rows: readonly PanelRow[], style: RowStyle): void {
    const { all } = this.list;
    const hasFocus = all === all.ownerDocument.activeElement;
    const at = Math.max(0, this.#index());
    this.#rows = rows;
    if (hasFocus && this.#index() < 0) {
      this.#active = rows[Math.min(at, rows.length - 1)]?.key ?? null;
    }
    if (style !== this.#style) this.list.forgetRows();
    this.#style = style;
    this.list.setRows(rows);
    this.#select(withinRows(this.#selection, rows));
  }

  /** Makes a row active and scrolls to it. */
  activate(index: number): void {
    this.#active = this.#rows[index]?.key ?? null;
    this.list.reveal(index);
    this.#mark();
  }

  /** Moves the focus to the first article. Returns false if there is none. */
  focusFirstArticle(): boolean {
    const index = this.#rows.findIndex(({ kind }) => kind === 'article');
    if (index < 0) return false;
    this.activate(index);
    this.list.all.focus();
    return true;
  }

  /** The selected articles, in the order of their rows. */
  get selected(): readonly ListedArticle[] {
    return selectedArticles(this.#selection, this.#rows);
  }

  /** The active article; undefined if there is none, or if a group is active. */
  get active(): ListedArticle | undefined {
    const row = this.#rows[this.#index()];
    return row?.kind === 'article' ? row.article : undefined;
  }

  clearSelection(): void {
    this.#select(NO_SELECTION);
  }

  #select(selection: Selection): void {
    if (selection.keys.size === 0) this.#isSelecting = false;
    const isOther = selection !== this.#selection;
    this.#selection = selection;
    this.#mark();
    if (isOther) this.#actions.selected(this.selected.length);
  }

  #index(): number {
    return this.#active === null ? -1 : this.#rows.findIndex(({ key }) => key === this.#active);
  }

  #mark(): void {
    markRows(this.list, this.#active, this.#selection);
  }

  #listenToPointer(el: HTMLElement): void {
    el.addEventListener('click', (event) => this.#onClick(event));
    el.addEventListener('auxclick', (event) => {
      if (event.button === 1) this.#onClick(event);
    });
    el.addEventListener('mousedown', (event) => this.#onMouseDown(event));
    el.addEventListener('contextmenu', (event) => this.#onMenu(event));
    if (Platform.isIosApp) onLongPress(el, (event) => this.#onMenu(event));
    el.addEventListener('mouseover', (event) => {
      const row = this.list.rowOf(event.target);
      const rowEl = row && this.list.elementOf(row.key);
      if (row?.kind === 'article' && rowEl) this.#actions.hover(row.article, event, rowEl);
    });
    el.addEventListener('dragstart', (event) => {
      const row = this.list.rowOf(event.target);
      if (row?.kind !== 'article') return;
      const isPart = this.#selection.keys.has(row.key);
      this.#actions.drag(isPart ? this.selected : [row.article], event);
    });
  }

  #onMouseDown(event: MouseEvent): void {
    if (event.shiftKey) {
      // Otherwise, the browser selects the text between the two clicks.
      event.preventDefault();
      return this.list.all.focus({ preventScroll: true });
    }
    // Do this before the list gets the focus. Without an active row, the list would activate the first row
    // and scroll to it.
    const row = this.#activateAt(event);
    // Otherwise, the middle button scrolls.
    if (event.button === 1 && row?.kind === 'article') event.preventDefault();
  }

  /** Makes the row under the pointer active and returns it. Does not scroll, because the row is visible. */
  #activateAt(event: Event): PanelRow | null {
    const row = this.list.rowOf(event.target);
    if (row) this.#active = row.key;
    this.#mark();
    return row;
  }

  #onMenu(event: MouseEvent): void {
    const row = this.#activateAt(event);
    if (!row) return;
    event.preventDefault();
    if (!Platform.isMobile || row.kind !== 'article')
      return this.#openMenu(row, { x: event.clientX, y: event.clientY });
    // A long press selects, and taps select more. The menu is in the footer then.
    this.#isSelecting = true;
    if (!this.#selection.keys.has(row.key)) this.#select(toggleRow(this.#selection, row.key));
  }

  #openMenu(row: PanelRow, at: { readonly x: number; readonly y: number }): void {
    if (!this.#selection.keys.has(row.key)) this.clearSelection();
    this.#actions.menu(row, this.selected, at);
  }

  #onClick(event: MouseEvent): void {
    const from = this.#index();
    const row = this.#activateAt(event);
    if (!row) return;
    const isArticle = row.kind === 'article';
    if (event.button === 0 && event.shiftKey) {
      return this.#select(extendTo(this.#selection, this.#rows, from, this.#index()));
    }
    const isToggle = Keymap.isModifier(event, 'Mod') || this.#isSelecting;
    if (event.button === 0 && isArticle && isToggle) {
      return this.#select(toggleRow(this.#selection, row.key));
    }
    if (!isArticle) return event.button === 0 ? this.#actions.toggle([row.key]) : undefined;
    this.#select({ keys: new Set(), anchor: row.key });
    this.#actions.open(row.article, event);
  }

  #onKey(event: KeyboardEvent): void {
    const at = this.#index();
    const step = treeStep(pressedKey(event, this.list.all), this.#rows, at);
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (step?.kind === 'clear-selection' && this.#selection.keys.size === 0) return;
    if (step && !(event.key === ' ' && this.#typed.isOpen)) {
      event.preventDefault();
      this.#take(step, event);
    } else if (isLetter) {
      event.preventDefault();
      this.#type(event.key, at);
    }
  }

  #take(step: TreeStep, event: KeyboardEvent): void {
    switch (step.kind) {
      case 'go':
        this.clearSelection();
        return this.activate(step.to);
      case 'extend': {
        const from = this.#index();
        this.activate(step.to);
        return this.#select(extendTo(this.#selection, this.#rows, from, step.to));
      }
      case 'select-group':
        return this.#select(selectGroup(this.#rows, step.at));
      case 'clear-selection':
        return this.clearSelection();
      case 'expand-all': {
        const closed = this.#rows.filter(
          (row) => row.kind === 'group' && !row.expanded && row.depth === step.depth,
        );
        return this.#actions.toggle(closed.map(({ key }) => key));
      }
    }
    const row = this.#rows[step.at];
    if (!row) return;
    if (step.kind === 'toggle-selected') {
      if (row.kind === 'article') this.#select(toggleRow(this.#selection, row.key));
    } else if (step.kind === 'menu') {
      const box = this.list.elementOf(row.key)?.getBoundingClientRect();
      this.#openMenu(row, { x: box?.left ?? 0, y: box?.bottom ?? 0 });
    } else if (row.kind === 'group') this.#actions.toggle([row.key]);
    else this.#actions.open(row.article, event);
  }

  #type(letter: string, at: number): void {
    const word = this.#typed.add(letter);
    const found = typeAhead(word, this.#rows, at, (row) => rowName(row, this.#style.grouping));
    if (found !== null) this.activate(found);
  }
}
