import type { Concept } from '../omnivore/article';
import { plainName, type PropertyNames } from '../omnivore/property-names';
import {
  READING_STATES,
  stateFromValue,
  type ReadingState,
  type StateWords,
} from '../omnivore/reading-state';

/** How the notes of a vault store their reading state. */
export interface StateStyle {
  /** The property with the state; null if only dates show it. */
  readonly property: string | null;
  /** The values for each state. */
  readonly words: Readonly<Record<ReadingState, string>>;
  /** The properties with the dates of reading and archiving; null if the vault has none. */
  readonly readDate: string | null;
  readonly archivedDate: string | null;
}

/** The words that vaults use for states, Omnivore's own first. */
const VOCABULARIES: readonly (readonly string[])[] = [
  ['INBOX', 'READING', 'COMPLETED', 'ARCHIVED'],
  ['inbox', 'reading', 'completed', 'archived'],
  ['unread', 'reading', 'read', 'archived'],
  ['Unread', 'Reading', 'Read', 'Archived'],
];

/**
 * Detects from the properties of saved articles how a vault stores reading states: the most common property
 * and words. `names` are the property names for each concept, the user's own first. `own` are the words
 * from the settings, which are used even if the notes use others. `usual` is the property for a vault that
 * has none.
 */
export function detectStateStyle(
  notes: Iterable<Readonly<Record<string, unknown>>>,
  names: PropertyNames,
  own: StateWords,
  usual = 'state',
): StateStyle {
  const keys: Record<'state' | 'read' | 'archived', Map<string, number>> = {
    state: new Map(),
    read: new Map(),
    archived: new Map(),
  };
  const words = new Map<string, number>();
  for (const properties of notes) {
    for (const [key, value] of Object.entries(properties)) {
      const concept = stateConceptOf(key, names);
      if (concept === null) continue;
      if (concept !== 'state') count(keys[concept], key);
      else if (stateFromValue(value, own) !== null) {
        count(keys.state, key);
        count(words, String(value).trim());
      }
    }
  }
  const dates = { readDate: mostCommon(keys.read), archivedDate: mostCommon(keys.archived) };
  const hasDates = dates.readDate !== null || dates.archivedDate !== null;
  const property = mostCommon(keys.state) ?? (hasDates ? null : usual);
  return { property, words: wordsFor(words, own), ...dates };
}

function stateConceptOf(key: string, names: PropertyNames): 'state' | 'read' | 'archived' | null {
  const name = plainName(key);
  const is = (concept: Concept): boolean => names[concept].includes(name);
  if (is('state')) return 'state';
  if (is('read')) return 'read';
  return is('archived') ? 'archived' : null;
}

/**
 * Returns the words of the settings, or else the most common ones, or else those of the vocabulary that is
 * used most in the vault.
 */
function wordsFor(
  words: ReadonlyMap<string, number>,
  own: StateWords,
): Readonly<Record<ReadingState, string>> {
  const rated = VOCABULARIES.map((vocabulary) => {
    return { vocabulary, uses: vocabulary.reduce((sum, word) => sum + (words.get(word) ?? 0), 0) };
  });
  const [{ vocabulary } = { vocabulary: [] }] = rated.sort((a, b) => b.uses - a.uses);
  const wordOf = (state: ReadingState, i: number): string => {
    const used = new Map([...words].filter(([word]) => stateFromValue(word, own) === state));
    // An empty setting is not a word.
    const named = own[state] === '' ? null : own[state];
    return named ?? mostCommon(used) ?? vocabulary[i] ?? state;
  };
  const entries = READING_STATES.map((state, i) => [state, wordOf(state, i)]);
  return Object.fromEntries(entries) as Record<ReadingState, string>;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostCommon(counts: ReadonlyMap<string, number>): string | null {
  let most: readonly [string | null, number] = [null, 0];
  for (const entry of counts) if (entry[1] > most[1]) most = entry;
  return most[0];
}
