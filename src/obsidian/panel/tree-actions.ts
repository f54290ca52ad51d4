import type { ListedArticle } from '../../core/library/listed-article';
import type { PanelRow } from '../../core/library/view';

/** The actions that the tree calls when the user does something in it. */
export interface TreeActions {
  /** Expands the collapsed ones of these groups, and collapses the expanded ones. */
  readonly toggle: (keys: readonly string[]) => void;
  readonly open: (article: ListedArticle, event: MouseEvent | KeyboardEvent) => void;
  /** Opens the menu of a row. If the row is one of several selected ones, opens the menu of all of them. */
  readonly menu: (
    row: PanelRow,
    selected: readonly ListedArticle[],
    at: { readonly x: number; readonly y: number },
  ) => void;
  readonly hover: (article: ListedArticle, event: MouseEvent, el: HTMLElement) => void;
  readonly drag: (articles: readonly ListedArticle[], event: DragEvent) => void;
  /** Called with the number of selected articles when it changes. */
  readonly selected: (count: number) => void;
}
