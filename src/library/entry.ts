import type { Listed } from './listed';
import type { Shelf } from './shelf';
import type { Filter } from './view';

/** Articles that have a month, a source or a note in common. */
export interface Tally {
  /** Of a month such as `2024-03`, or of a source, empty where it is not known; or a note’s path. */
  readonly name: string;
  total: number;
  /** Those of them that are looked for. */
  count: number;
}

/** An article of the library, and where it stands now. */
export interface Entry {
  readonly article: Listed;
  /** What a search looks in. */
  readonly text: string;
  readonly month: Tally;
  readonly source: Tally;
  /** Null where no repair is due. */
  readonly note: Tally | null;
  /** Whether it meets the filter, but for the filter's month. */
  meets: boolean;
  /** Whether it meets all of the filter. */
  shown: boolean;
  /** The shelves that count it: those that it stands on, and those around them. */
  shelves: readonly Shelf[];
}

/** An article that stands nowhere yet. */
export function newEntry(
  article: Listed,
  tallies: Pick<Entry, 'month' | 'source' | 'note'>,
): Entry {
  const { title, author, source, tags } = article;
  const text = folded([title, author ?? '', source ?? '', ...tags].join('\n'));
  return { article, text, ...tallies, meets: false, shown: false, shelves: [] };
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
