/** A range in a text: the offsets of its start and its end. */
type MatchRange = [from: number, to: number];

/** Prepares to find a word in texts, as Obsidian's `prepareSimpleSearch` does. */
export type PrepareSearch = (
  word: string,
) => (text: string) => { readonly matches: readonly MatchRange[] } | null;

/** Finds the words of a search in a text. Returns sorted ranges that don't overlap, or an empty list. */
export type FindMatches = (text: string) => MatchRange[];

/** Creates a function that finds words in texts. `prepare` defines what counts as a match. */
export function matchFinder(words: readonly string[], prepare: PrepareSearch): FindMatches {
  const searches = words.map(prepare);
  return (text) => {
    const found = searches.flatMap((search) => search(text)?.matches ?? []);
    return joinRanges([...found].sort(([a], [b]) => a - b));
  };
}

function joinRanges(sorted: readonly MatchRange[]): MatchRange[] {
  const joined: MatchRange[] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
