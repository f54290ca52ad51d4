import type { ListedArticle } from '../../core/library/listed-article';
import type { PanelRow } from '../../core/library/view';

/** What the tree reports of what the user does in it. */
export interface TreeActions {
  /** Expands or collapses groups; several are expanded. */
  readonly toggle: (keys: readonly string[]) => void;
  readonly open: (article: ListedArticle, event: MouseEvent | KeyboardEvent) => void;
  /** Opens the menu of a row, or that of the selected articles if the row is one of several. */
  readonly menu: (
    row: PanelRow,
    selected: readonly ListedArticle[],
    at: { readonly x: number; readonly y: number },
  ) => void;
  readonly hover: (article: ListedArticle, event: MouseEvent, el: HTMLElement) => void;
  readonly drag: (articles: readonly ListedArticle[], event: DragEvent) => void;
  /** How many articles are selected now. */
  readonly selected: (count: number) => void;
}
