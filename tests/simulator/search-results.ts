import type { SearchResult } from 'obsidian';

/** Finds all words of a query in a text, wherever each of them is; null where one is not there. */
export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const matches: [number, number][] = [];
    for (const word of words) {
      const before = matches.length;
      for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length))
        matches.push([at, at + word.length]);
      if (matches.length === before) return null;
    }
    return { score: 0, matches: matches.sort(([a], [b]) => a - b) };
  };
}

/** Draws a text with what was found in it highlighted, as the app does. */
export function renderResults(
  el: HTMLElement,
  text: string,
  { matches }: SearchResult,
  offset = 0,
): void {
  let end = 0;
  for (const [from, to] of matches) {
    const [start, stop] = [Math.max(from + offset, end), to + offset];
    if (stop <= start) continue;
    el.append(text.slice(end, start));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(start, stop) });
    end = stop;
  }
  el.append(text.slice(end));
}
