import { valueRange } from '../../markdown/front-matter/edit-properties';
import type { Property } from '../../markdown/front-matter/read-front-matter';
import { plainName } from '../../omnivore/property-names';
import type { Range } from '../../text/edits';
import type { Subject } from '../repair';
import { dateLines } from './date-lines';
import { ownersOf, type DateConcept, type Owned, type OwnDateNames } from './omnivore-dates';

/** What the user calls dates. */
export interface NamedDates {
  /** Their names for what Omnivore's template wrote, by what they say. */
  readonly names: Readonly<Partial<Record<Exclude<DateConcept, 'other'>, readonly string[]>>>;
  /** Other properties that they named as dates. */
  readonly properties: readonly string[];
}

/** The user's names for dates, as `plainName` gives them. */
export function ownNames({ names, properties }: NamedDates): OwnDateNames {
  const omnivore: Record<string, DateConcept> = {};
  for (const concept of ['saved', 'published', 'read', 'archived'] as const) {
    for (const name of names[concept] ?? []) omnivore[plainName(name)] = concept;
  }
  return { omnivore, user: new Set(properties.map(plainName)) };
}

/** A place where a date may be: a property's value, or that of a line below the links. */
export interface Place extends Owned {
  readonly property: Property | null;
  /** The value with its quotes, if any. */
  readonly range: Range;
  /** The value without them; null where it is a list, a map or nothing. */
  readonly value: string | null;
  /** Whether it may stand in code. */
  readonly isDoubtful: boolean;
}

/** A place with a text in it. */
export type TextPlace = Place & { readonly value: string };

/** The properties that hold dates. */
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

/** Whether a place has a text. */
export function hasText(place: Place): place is TextPlace {
  return place.value !== null;
}

/** `20240314` is a number to YAML. */
function numberText(text: string, { value, written }: Property): string | null {
  return typeof value === 'number' && written ? text.slice(written.from, written.to) : null;
}

/** The dates in lines of the body. */
export function bodyPlaces({ note, article }: Subject): readonly Place[] {
  return dateLines(note, article).map((line) => {
    return { owner: 'omnivore', byName: true, property: null, ...line };
  });
}
