import type { ReadingState } from '../omnivore/reading-state';
import { normalizeForSearch } from './indexed-article';
import type { ListedArticle } from './listed-article';

/** A parsed search: words, and conditions such as `tag:sea` or `before:2024-05`. */
export interface SearchQuery {
  /** Normalized. Each word must appear in the title, author, source or tags. */
  readonly words: readonly string[];
  /** The conditions as typed, normalized. They are equal for two queries with the same conditions. */
  readonly conditions: readonly string[];
  /** Returns whether an article meets all conditions. Ignores the words. */
  readonly meetsConditions: (article: ListedArticle) => boolean;
}

type Condition = (article: ListedArticle) => boolean;

/** Creates the condition of an operator. Returns null for an incomplete value. */
type Operator = (value: string) => Condition | null;

const STATE_OPERATORS: Readonly<Record<string, ReadingState>> = {
  unread: 'unread',
  inbox: 'unread',
  reading: 'reading',
  read: 'read',
  completed: 'read',
  archived: 'archived',
};

const QUALITIES: Readonly<Record<string, Condition>> = {
  ...Object.fromEntries(
    Object.entries(STATE_OPERATORS).map(([word, state]): [string, Condition] => [
      word,
      (article) => (article.state ?? 'unread') === state,
    ]),
  ),
  draft: ({ draft }) => draft === true,
  highlighted: ({ highlights }) => highlights > 0,
  'needs-repair': ({ pendingRepairs }) => pendingRepairs > 0,
  'needs-attention': ({ unresolved }) => unresolved > 0,
};

/** Matches a year, month or day, such as `2024`, `2024-05` or `2024-05-01`. */
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

const OPERATORS: Readonly<Record<string, Operator>> = {
  tag: (value) => {
    const wanted = value.replace(/^#+/, '');
    if (wanted === '') return null;
    const isWanted = normalizedTest((tag) => tag.startsWith(wanted));
    return ({ tags }) => tags.some(isWanted);
  },
  source: (value) => {
    const isWanted = normalizedTest((source) => source.includes(value));
    return value === '' ? null : ({ source }) => source !== null && isWanted(source);
  },
  author: (value) => {
    const isWanted = normalizedTest((author) => author.includes(value));
    return value === '' ? null : ({ author }) => author !== null && isWanted(author);
  },
  is: (value) => {
    const [name] = Object.keys(QUALITIES).filter((quality) => quality.startsWith(value));
    if (value === '' || name === undefined) return value === '' ? null : () => false;
    return QUALITIES[Object.hasOwn(QUALITIES, value) ? value : name] ?? null;
  },
  // `before:2024` matches 2023 and earlier. `after:2024` matches 2025 and later.
  before: (value) => (DATE.test(value) ? ({ saved }) => saved !== null && saved < value : null),
  after: (value) =>
    DATE.test(value) ? ({ saved }) => saved !== null && saved.slice(0, value.length) > value : null,
};

/**
 * Parses a search. Quotes keep words together. A word that only looks like an operator, such as a URL, stays
 * a word.
 */
export function parseSearch(text: string): SearchQuery {
  const words: string[] = [];
  const conditions: string[] = [];
  const tests: Condition[] = [];
  for (const token of tokensOf(normalizeForSearch(text))) {
    const condition = conditionOf(token);
    if (condition === undefined) words.push(token);
    if (!condition) continue;
    conditions.push(token);
    tests.push(condition);
  }
  return { words, conditions, meetsConditions: (article) => tests.every((test) => test(article)) };
}

/** Splits a text at spaces. Quotes are removed; spaces inside them stay. */
function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  let token = '';
  let isQuoted = false;
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted || char.trim() !== '') token += char;
    else if (token !== '') {
      tokens.push(token);
      token = '';
    }
  }
  return token === '' ? tokens : [...tokens, token];
}

/** Returns the condition of a token. Null for an operator without a value, undefined for a word. */
function conditionOf(token: string): Condition | null | undefined {
  if (token.startsWith('#')) return OPERATORS.tag?.(token);
  const colon = token.indexOf(':');
  const name = token.slice(0, Math.max(colon, 0));
  if (!Object.hasOwn(OPERATORS, name)) return undefined;
  return OPERATORS[name]?.(token.slice(colon + 1));
}

/** Tests normalized texts. Keeps the results, because many articles share their source, author and tags. */
function normalizedTest(test: (normalized: string) => boolean): (text: string) => boolean {
  const results = new Map<string, boolean>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = test(normalizeForSearch(text));
    results.set(text, result);
    return result;
  };
}

/**
 * Converts the search to the syntax of Obsidian's search, which searches full text. Skips conditions that
 * Obsidian doesn't have.
 */
export function fullTextQuery(text: string): string {
  const { words, conditions } = parseSearch(text);
  const tags = conditions.flatMap((condition) => {
    const tag = condition.replace(/^(?:tag:)?#*/, '');
    return condition.startsWith('#') || condition.startsWith('tag:') ? [`tag:#${tag}`] : [];
  });
  return [...words.map((word) => (/\s/.test(word) ? `"${word}"` : word)), ...tags].join(' ');
}
