import type { Article, Concept } from './article';

/** All reading states, in the order in which an article goes through them. */
export const READING_STATES = ['unread', 'reading', 'read', 'archived'] as const;

/** The reading state of an article. */
export type ReadingState = (typeof READING_STATES)[number];

/** The words of a vault for states, if they differ from the known ones. */
export type StateWords = Readonly<Partial<Record<ReadingState, string>>>;

/** Omnivore's words, and those that its users write instead; compared without case. */
const KNOWN_WORDS: Readonly<Record<string, ReadingState>> = {
  inbox: 'unread',
  unread: 'unread',
  reading: 'reading',
  completed: 'read',
  read: 'read',
  readed: 'read',
  done: 'read',
  finished: 'read',
  archived: 'archived',
  archive: 'archived',
};

/**
 * Returns the state that a property's value names, or null for any other value, such as a list, a map or
 * `true`.
 */
export function stateFromValue(value: unknown, own: StateWords = {}): ReadingState | null {
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  if (word === '') return null;
  const isOwn = (state: ReadingState): boolean => own[state]?.trim().toLowerCase() === word;
  const named = READING_STATES.find(isOwn);
  if (named) return named;
  return Object.hasOwn(KNOWN_WORDS, word) ? (KNOWN_WORDS[word] ?? null) : null;
}

/**
 * Returns an article's reading state from its state property or inline field, otherwise from its dates of archiving and
 * reading; null if it has none of these.
 */
export function readingStateOf(article: Article, own: StateWords = {}): ReadingState | null {
  for (const { concept, property } of article.fields) {
    const state = concept === 'state' ? stateFromValue(property.value, own) : null;
    if (state) return state;
  }
  const inText = article.inlineState && stateFromValue(article.inlineState.value, own);
  if (inText) return inText;
  if (hasValue(article, 'archived')) return 'archived';
  return hasValue(article, 'read') ? 'read' : null;
}

function hasValue({ fields }: Article, wanted: Concept): boolean {
  return fields.some(({ concept, property: { value } }) => {
    return concept === wanted && (typeof value === 'string' ? value.trim() !== '' : isDate(value));
  });
}

/** YAML reads `2024` as a number, and some parsers read `2024-03-14` as a date. */
function isDate(value: unknown): boolean {
  return typeof value === 'number' || value instanceof Date;
}
