import type { Library } from './library';
import type { Level, Shelf } from './shelf';
import type { Grouping } from './view';

/** The paths of the notes on a shelf, and on those below it, that are shown and have repairs due, each once; none where the shelf is not there. Of the grouping that was last looked at. */
export function dueOnShelf(library: Library, grouping: Grouping, name: string): readonly string[] {
  const shelf = shelfAt(library.board.shelvesOf(grouping)?.top, name);
  const paths = new Set<string>();
  if (shelf) collect(shelf, paths);
  return [...paths];
}

/** A tag's shelf lies in those of the tags around it. */
function shelfAt(top: Level | undefined, name: string): Shelf | undefined {
  const found = top?.at(name);
  if (found || !top) return found;
  let level = top;
  for (let end = name.indexOf('/'); end > 0; end = name.indexOf('/', end + 1)) {
    const around = level.at(name.slice(0, end));
    if (!around) return undefined;
    level = around.below;
  }
  return level.at(name);
}

function collect({ own, below }: Shelf, paths: Set<string>): void {
  for (const { article, shown } of own) if (shown && article.due > 0) paths.add(article.path);
  for (const shelf of below.sorted) collect(shelf, paths);
}
