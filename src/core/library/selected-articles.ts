import type { Article } from '../omnivore/article';
import type { Finder } from '../repairs/define-repair';
import type { Change } from '../repairs/plan';
import { keyOfArticle, type ListedArticle } from './listed-article';

/** Identifies an article that the panel lists. */
export type SelectedArticle = Pick<ListedArticle, 'key' | 'path' | 'id' | 'url'>;

/** Makes a change only in the selected articles. */
export function onlySelected(change: Finder, selected: readonly SelectedArticle[]): Change {
  const byPath = new Map<string, SelectedArticle[]>();
  for (const one of selected) {
    const others = byPath.get(one.path);
    if (others) others.push(one);
    else byPath.set(one.path, [one]);
  }
  return (subject, { path, index }) => {
    const isSelected = byPath.get(path)?.some((one) => isSame(one, subject.article, index));
    return isSelected ? change(subject) : [];
  };
}

/** Without an ID, the place counts too, because a note may have the same article twice. */
function isSame(
  { key, path, id, url }: SelectedArticle,
  article: Pick<Article, 'id' | 'url'>,
  index: number,
): boolean {
  if (key === path) return true;
  return id === null
    ? key === keyOfArticle(path, index, Infinity) && url === article.url
    : id === article.id;
}
