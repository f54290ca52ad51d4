import { Platform } from 'obsidian';
import { messages } from '../../core/i18n';
import type { ListedArticle } from '../../core/library/listed-article';
import type { Grouping, PanelRow } from '../../core/library/view';
import { RowList } from '../components/virtual-list';
import { isMirrored } from './direction';
import { drawRow, isSameRow, nameOf, redrawArticle, rowHeight } from './draw-row';
import { onLongPress } from './long-press';
import { placesInTree } from './row-positions';
import { treeStep, typeAhead, type TreeStep } from './tree-keys';

/** What the tree tells of what the user does in it. */
export interface TreeActions {
  readonly grouping: () => Grouping;
  /** Expands or collapses groups; several are expanded. */
  readonly toggle: (keys: readonly string[]) => void;
  readonly open: (article: ListedArticle, event: MouseEvent | KeyboardEvent) => void;
  readonly menu: (row: PanelRow, at: { readonly x: number; readonly y: number }) => void;
  readonly hover: (article: ListedArticle, event: MouseEvent, el: HTMLElement) => void;
  readonly drag: (article: ListedArticle, event: DragEvent) => void;
}

/** So long do letters belong to one word that is being typed, in milliseconds. */
const TYPING = 600;

/** The shelves and articles, by mouse, finger and keyboard: the tree of the WAI-ARIA patterns. The list keeps the focus and names its active row. */
export class ArticleTree {
  readonly list: RowList<PanelRow>;
  readonly #actions: TreeActions;
  #rows: readonly PanelRow[] = [];
  #active: string | null = null;
  #marked: HTMLElement | null = null;
  #typed = '';
  #typedAt = 0;

  constructor(parent: HTMLElement, actions: TreeActions) {
    this.#actions = actions;
    const isMobile = Platform.isMobile;
    this.list = new RowList<PanelRow>(parent, {
      label: messages().panel.tree,
      role: 'tree',
      height: (row) => rowHeight(row, isMobile),
      draw: (row, el) => drawRow(row, el, actions.grouping()),
      isSame: isSameRow,
      redraw: (row, before, el) => redrawArticle(row, before, el, actions.grouping()),
      places: placesInTree,
    });
    const { el } = this.list;
    el.addEventListener('scroll', () => this.#mark(), { passive: true });
    this.list.all.tabIndex = 0;
    this.list.all.addEventListener('keydown', (event) => this.#onKey(event));
    this.list.all.addEventListener('focus', () => {
      if (this.#index() < 0 && this.#rows.length > 0) this.activate(0);
    });
    el.addEventListener('click', (event) => this.#onClick(event));
    el.addEventListener('auxclick', (event) => {
      if (event.button === 1) this.#onClick(event);
    });
    el.addEventListener('mousedown', (event) => {
      // Before the list gets the keyboard: without an active row it would take the first one, and scroll to it under the pointer.
      this.#activateAt(event);
      // Else the middle button would scroll, and open nothing.
      if (event.button === 1 && this.#articleAt(event)) event.preventDefault();
    });
    el.addEventListener('contextmenu', (event) => this.#onMenu(event));
    if (Platform.isIosApp) onLongPress(el, (event) => this.#onMenu(event));
    el.addEventListener('mouseover', (event) => {
      const row = this.list.rowOf(event.target);
      const rowEl = row && this.list.elementOf(row.key);
      if (row?.kind === 'article' && rowEl) actions.hover(row.article, event, rowEl);
    });
    el.addEventListener('dragstart', (event) => {
      const article = this.#articleAt(event);
      if (article) actions.drag(article, event);
    });
  }

  /** Where the row that the keyboard is at is gone, the one in its place takes over; where there was none, the first. */
  setRows(rows: readonly PanelRow[]): void {
    const { all } = this.list;
    const hasKeyboard = all === all.ownerDocument.activeElement;
    const at = Math.max(0, this.#index());
    this.#rows = rows;
    if (hasKeyboard && this.#index() < 0)
      this.#active = rows[Math.min(at, rows.length - 1)]?.key ?? null;
    this.list.setRows(rows);
    this.#mark();
  }

  /** Makes a row the one that the keyboard is at, and brings it into sight. */
  activate(index: number): void {
    this.#active = this.#rows[index]?.key ?? null;
    this.list.reveal(index);
    this.#mark();
  }

  #index(): number {
    return this.#active === null ? -1 : this.#rows.findIndex(({ key }) => key === this.#active);
  }

  #mark(): void {
    const el = this.#active === null ? null : this.list.elementOf(this.#active);
    if (el !== this.#marked) {
      this.#marked?.removeClass('is-active');
      this.#marked?.removeAttribute('aria-selected');
      this.#marked = el;
    }
    el?.addClass('is-active');
    el?.setAttribute('aria-selected', 'true');
    if (el) this.list.all.setAttribute('aria-activedescendant', el.id);
    else this.list.all.removeAttribute('aria-activedescendant');
  }

  #articleAt(event: Event): ListedArticle | null {
    const row = this.list.rowOf(event.target);
    return row?.kind === 'article' ? row.article : null;
  }

  /** Makes the row under the pointer the active one, which is in sight already; answers with it. */
  #activateAt(event: Event): PanelRow | null {
    const row = this.list.rowOf(event.target);
    if (!row) return null;
    this.#active = row.key;
    this.#mark();
    return row;
  }

  #onMenu(event: MouseEvent): void {
    const row = this.#activateAt(event);
    if (!row) return;
    event.preventDefault();
    this.#actions.menu(row, { x: event.clientX, y: event.clientY });
  }

  #onClick(event: MouseEvent): void {
    const row = this.#activateAt(event);
    if (!row) return;
    if (row.kind === 'article') this.#actions.open(row.article, event);
    else if (event.button === 0) this.#actions.toggle([row.key]);
  }

  #onKey(event: KeyboardEvent): void {
    const at = this.#index();
    const step = treeStep(asRead(event, this.list.all), this.#rows, at);
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (step && !(event.key === ' ' && this.#isTyping())) {
      event.preventDefault();
      this.#take(step, event);
    } else if (isLetter) {
      event.preventDefault();
      this.#type(event.key, at);
    }
  }

  #take(step: TreeStep, event: KeyboardEvent): void {
    if (step.kind === 'go') return this.activate(step.to);
    if (step.kind === 'expand-all') {
      const closed = this.#rows.filter(
        (row) => row.kind === 'group' && !row.expanded && row.depth === step.depth,
      );
      return this.#actions.toggle(closed.map(({ key }) => key));
    }
    const row = this.#rows[step.at];
    if (!row) return;
    if (step.kind !== 'menu') {
      if (row.kind === 'group') return this.#actions.toggle([row.key]);
      return this.#actions.open(row.article, event);
    }
    const box = this.list.elementOf(row.key)?.getBoundingClientRect();
    this.#actions.menu(row, { x: box?.left ?? 0, y: box?.bottom ?? 0 });
  }

  #isTyping(): boolean {
    return this.#typed !== '' && performance.now() - this.#typedAt < TYPING;
  }

  #type(letter: string, at: number): void {
    const before = this.#isTyping() ? this.#typed : '';
    this.#typedAt = performance.now();
    this.#typed = before + letter;
    const found = typeAhead(this.#typed, this.#rows, at, (row) =>
      nameOf(row, this.#actions.grouping()),
    );
    if (found !== null) this.activate(found);
  }
}

const MIRRORED: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
};

/** A key as it is meant where it is read from right to left: the arrow towards the reading's end goes deeper. */
function asRead(
  { key, shiftKey }: KeyboardEvent,
  el: HTMLElement,
): Pick<KeyboardEvent, 'key' | 'shiftKey'> {
  const isSideways = Object.hasOwn(MIRRORED, key);
  return { key: isSideways && isMirrored(el) ? (MIRRORED[key] ?? key) : key, shiftKey };
}
