import type { PanelContents } from '../../core/library/derive-contents';
import { withExpansion } from '../../core/library/expansion';
import { groupKeysTo } from '../../core/library/group-index';
import type { IndexedArticle } from '../../core/library/indexed-article';
import { NO_FILTER, type PanelView } from '../../core/library/view';

/** A note to scroll to as soon as it is listed. */
export interface NoteToReveal {
  readonly path: string;
  /**
   * Whether the panel only follows the open note. Then filters stay, and a note that is not listed is
   * ignored.
   */
  readonly isFollowing: boolean;
}

/** What the panel shows, and how to change it. */
interface RevealingPanel {
  readonly view: () => PanelView;
  readonly contents: () => PanelContents | null;
  readonly change: (view: PanelView) => void;
  readonly activate: (index: number) => void;
}

/** Scrolls to the first article of a note. Expands its groups, and removes filters that hide it. */
export function revealArticle(
  article: IndexedArticle,
  { path, isFollowing }: NoteToReveal,
  { view, contents, change, activate }: RevealingPanel,
): void {
  const find = (): number => {
    const rows = contents()?.rows ?? [];
    return rows.findIndex((row) => row.kind === 'article' && row.article.path === path);
  };
  const keys = groupKeysTo(article, view().grouping);
  if (!isFollowing) change(withExpansion(view(), keys, true));
  else if (contents()?.isShown(article) !== true) return;
  else if (find() < 0) change(withExpansion(view(), keys, true));
  if (find() < 0 && !isFollowing) {
    change(withExpansion({ ...view(), filter: NO_FILTER }, keys, true));
  }
  activate(find());
}
