import type { Listed } from './listed';
import type { Shelf } from './shelf';
import type { Filter } from './view';

/** The articles saved in a month that meet the filter, but for the filter's month. */
export interface Month {
  /** `2024-03`; empty where the day of saving is not known. */
  readonly name: string;
  count: number;
}

/** How many of some articles are shown. It is counted on the spot: looking it up by a name would cost more than all else. */
export interface Tally {
  count: number;
}

/** An article of the library, and where it stands now. */
export interface Entry {
  readonly article: Listed;
  /** What a search looks in. */
  readonly text: string;
  readonly month: Month;
  /** Of its note, and of its source where that is known. */
  readonly note: Tally;
  readonly source: Tally | null;
  /** Whether it meets the filter, but for the filter's month. */
  meets: boolean;
  /** Whether it meets all of the filter. */
  shown: boolean;
  /** The shelves that count it: those that it stands on, and those around them. */
  shelves: readonly Shelf[];
}

export function newEntry(article: Listed, month: Month, note: Tally, source: Tally | null): Entry {
  const { title, author, tags } = article;
  const text = folded([title, author ?? '', article.source ?? '', ...tags].join('\n'));
  return { article, text, month, note, source, meets: false, shown: false, shelves: [] };
}

/** Without regard to case, and to how an accent is encoded. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** What a filter asks but for its month; two filters that ask the same have the same key. */
export interface Question {
  readonly key: string;
  /** What is asked beside the words. */
  readonly rest: string;
  readonly words: readonly string[];
  readonly isMetBy: (entry: Entry) => boolean;
  /** Whether all that meet this one meet the other too. */
  readonly narrows: (other: Question) => boolean;
}

export function questionOf({ text, drafts, due, states }: Filter): Question {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const rest = JSON.stringify([drafts, due, states]);
  const isMetBy = ({ article, text }: Entry): boolean => {
    if (drafts && article.draft !== true) return false;
    if (due && article.due === 0) return false;
    if (states.length > 0 && (!article.state || !states.includes(article.state))) return false;
    for (const word of words) if (!text.includes(word)) return false;
    return true;
  };
  const narrows = (other: Question): boolean =>
    other.rest === rest && other.words.every((had) => words.some((word) => word.includes(had)));
  return { key: JSON.stringify([words, rest]), rest, words, isMetBy, narrows };
}
