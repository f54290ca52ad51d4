import { normalizePath, type Vault } from 'obsidian';
import type { Concept } from '../omnivore/article';
import { OLD_PLUGIN_SETTINGS, readOldPlugin, type OldPlugin } from '../omnivore/old-plugin';
import { plainName } from '../omnivore/property-names';
import { NAMED_CONCEPTS, orderBeside, type Settings } from '../settings';

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

/** Whether the original plugin's settings are in the vault; they are not read for it. */
export function hasOldSettings(vault: Vault): Promise<boolean> {
  return vault.adapter.exists(pathIn(vault));
}

/** What the original plugin's settings tell; null where they can't be read. */
export async function readOldSettings({ adapter, configDir }: Vault): Promise<OldPlugin | null> {
  try {
    return readOldPlugin(await adapter.read(pathIn({ configDir })));
  } catch {
    return null;
  }
}

function pathIn({ configDir }: Pick<Vault, 'configDir'>): string {
  return normalizePath(`${configDir}/${OLD_PLUGIN_SETTINGS}`);
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
