import type { Concept } from '../omnivore/article';
import { dayFirstOf, type OldPlugin } from '../omnivore/old-plugin';
import { plainName } from '../omnivore/property-names';
import { NAMED_CONCEPTS, type DateOrder, type Settings } from './settings';

/** Something that is taken over: the folder, names for what a property says, names of other dates, or the order of day and month. */
export interface Taken {
  readonly what: Concept | 'folder' | 'dates' | 'order';
  readonly values: readonly string[];
}

/** Settings with what was taken into them. */
export interface TakenOver {
  readonly settings: Settings;
  /** Empty where everything was there already. */
  readonly taken: readonly Taken[];
}

/** Adds what the original plugin's settings tell to what the user chose; the user's come first, nothing is named twice. */
export function takeOver(settings: Settings, old: OldPlugin): TakenOver {
  const taken: Taken[] = [];
  const properties = { ...settings.properties };
  const takeNames = (what: Taken['what'], own: readonly string[], names: readonly string[]) => {
    const values = fresh(own, names);
    if (values.length > 0) taken.push({ what, values });
    return [...own, ...values];
  };
  const takesFolder = settings.omnivoreFolder === null && old.folder !== null;
  if (takesFolder) taken.push({ what: 'folder', values: [old.folder] });
  for (const concept of NAMED_CONCEPTS) {
    const names = old.aliases[concept];
    if (names) properties[concept] = takeNames(concept, properties[concept] ?? [], names);
  }
  const dateProperties = takeNames('dates', settings.dateProperties, old.dateNames);
  const omnivoreFolder = takesFolder ? old.folder : settings.omnivoreFolder;
  const order = orderBeside(settings, old);
  if (order !== settings.dates.order) taken.push({ what: 'order', values: [order] });
  const dates = { ...settings.dates, order };
  return { settings: { ...settings, properties, dateProperties, omnivoreFolder, dates }, taken };
}

function fresh(own: readonly string[], names: readonly string[]): readonly string[] {
  const known = new Set(own.map(plainName));
  return names.filter((name) => {
    const isNew = !known.has(plainName(name));
    known.add(plainName(name));
    return isNew;
  });
}

/** The user's order, else that in which the original plugin wrote dates. */
function orderBeside({ dates }: Settings, { dateFormats }: OldPlugin): DateOrder {
  if (dates.order !== 'notes') return dates.order;
  const vote = dateFormats.map(dayFirstOf).find((told) => told !== null) ?? null;
  return vote === null ? 'notes' : vote ? 'day-first' : 'month-first';
}
