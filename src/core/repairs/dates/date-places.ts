import { valueRange } from '../../markdown/front-matter/edit-properties';
import type { Property } from '../../markdown/front-matter/read-front-matter';
import { plainName } from '../../omnivore/property-names';
import type { Range } from '../../text/edits';
import type { Subject } from '../repair';
import { dateLines } from './date-lines';
import { ownersOf, type DateConcept, type Owned, type OwnDateNames } from './omnivore-dates';

/** The user's names for dates. */
export interface NamedDates {
  /** Names for the dates that Omnivore's template wrote, by meaning. */
  readonly names: Readonly<Partial<Record<Exclude<DateConcept, 'other'>, readonly string[]>>>;
  /** Other properties that the user declared as dates. */
  readonly properties: readonly string[];
}

/** Returns the user's names for dates, normalized by `plainName`. */
export function ownNames({ names, properties }: NamedDates): OwnDateNames {
  const omnivore = new Map<string, DateConcept>();
  for (const concept of ['saved', 'published', 'read', 'archived'] as const) {
    for (const name of names[concept] ?? []) omnivore.set(plainName(name), concept);
  }
  return { omnivore, user: new Set(properties.map(plainName)) };
}

/** A place that may contain a date: the value of a property, or of a line below the links. */
export interface Place extends Owned {
  readonly property: Property | null;
  /** The range of the value, including quotes. */
  readonly range: Range;
  /** The value without quotes; null if it is a list, a map or empty. */
  readonly value: string | null;
  /** Whether it may be in code. Then it is not changed. */
  readonly isDoubtful: boolean;
}

/** A place with a text as its value. */
export type TextPlace = Place & { readonly value: string };

/** Returns the places of an article's properties that may contain dates. */
export function propertyPlaces({ note, article }: Subject, own: OwnDateNames): readonly Place[] {
  const places: Place[] = [];
  const ownerOf = ownersOf(article, own);
  for (const property of article.properties) {
    if (property.value === null) continue;
    const owned = ownerOf(plainName(property.key), property.value);
    if (!owned) continue;
    const range = property.written ?? valueRange(note.text, property);
    const { value } = property;
    const text = typeof value === 'string' ? value : numberText(note.text, property);
    const { owner, concept, byName } = owned;
    places.push({ owner, concept, byName, property, range, value: text, isDoubtful: false });
  }
  return places;
}

/** Returns whether the value of a place is a text. */
export function hasText(place: Place): place is TextPlace {
  return place.value !== null;
}

/** Returns a number as it is written, because YAML reads `20240314` as a number. */
function numberText(text: string, { value, written }: Property): string | null {
  return typeof value === 'number' && written ? text.slice(written.from, written.to) : null;
}

/** Returns the places of dates in lines of the body. */
export function bodyPlaces({ note, article }: Subject): readonly Place[] {
  const places: Place[] = [];
  for (const { concept, range, value, isDoubtful } of dateLines(note, article)) {
    const owner = 'omnivore';
    places.push({ owner, concept, byName: true, property: null, range, value, isDoubtful });
  }
  return places;
}
