import type { Library } from './library';
import type { Level } from './shelf';
import type { Grouping } from './view';

/** The keys of all shelves of the grouping that was last looked at, with those that lie in others. */
export function shelfKeys(library: Library, grouping: Grouping): readonly string[] {
  const keys: string[] = [];
  const collect = (level: Level): void => {
    for (const { key, below } of level.sorted) {
      keys.push(key);
      collect(below);
    }
  };
  const shelves = library.board.shelvesOf(grouping);
  if (shelves) collect(shelves.top);
  return keys;
}
