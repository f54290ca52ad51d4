import type { Concept } from '../omnivore/article';
import { dayFirstOf, type OldPlugin } from '../omnivore/old-plugin';
import { plainName } from '../omnivore/property-names';
import { NAMED_CONCEPTS, type Settings } from './settings';

/** An imported setting: the folder, property names of a concept or of other dates, or the order of day and month. */
export interface ImportedSetting {
  readonly what: Concept | 'folder' | 'dates' | 'order';
  readonly values: readonly string[];
}

/** Settings after an import, and what was imported. */
export interface ImportResult {
  readonly settings: Settings;
  /** Empty if there was nothing new. */
  readonly imported: readonly ImportedSetting[];
}

/** Adds the original plugin's settings to the user's. The user's values come first; duplicates are ignored. */
export function importOldSettings(settings: Settings, old: OldPlugin): ImportResult {
  const imported: ImportedSetting[] = [];
  const properties = { ...settings.properties };
  const importNames = (
    what: ImportedSetting['what'],
    own: readonly string[],
    names: readonly string[],
  ) => {
    const values = fresh(own, names);
    if (values.length > 0) imported.push({ what, values });
    return [...own, ...values];
  };
  const importsFolder = settings.omnivoreFolder === null && old.folder !== null;
  if (importsFolder) imported.push({ what: 'folder', values: [old.folder] });
  for (const concept of NAMED_CONCEPTS) {
    const names = old.aliases[concept];
    if (names) properties[concept] = importNames(concept, properties[concept] ?? [], names);
  }
  const dateProperties = importNames('dates', settings.dateProperties, old.dateNames);
  const omnivoreFolder = importsFolder ? old.folder : settings.omnivoreFolder;
  const order = chosenOrder(settings, old);
  if (order !== settings.dates.order) imported.push({ what: 'order', values: [order] });
  const dates = { ...settings.dates, order };
  return { settings: { ...settings, properties, dateProperties, omnivoreFolder, dates }, imported };
}

function fresh(own: readonly string[], names: readonly string[]): readonly string[] {
  const known = new Set(own.map(plainName));
  return names.filter((name) => {
    const isNew = !known.has(plainName(name));
    known.add(plainName(name));
    return isNew;
  });
}

/** Returns the order that the user chose, or else the order in which the original plugin wrote dates. */
function chosenOrder({ dates }: Settings, { dateFormats }: OldPlugin): Settings['dates']['order'] {
  if (dates.order !== 'notes') return dates.order;
  const vote = dateFormats.map(dayFirstOf).find((dayFirst) => dayFirst !== null) ?? null;
  return vote === null ? 'notes' : vote ? 'day-first' : 'month-first';
}
