import type { Concept } from '../omnivore/article';
import { isPlainValue } from '../markdown/front-matter/plain-scalar';
import { READING_STATES, type ReadingState, type StateWords } from '../omnivore/reading-state';
import { byRepair, REPAIRS, type RepairId } from '../repairs';
import { folders, list, text, toggle, type Fields, type ValuesOf } from '../schema/field';
import { trimSlashesEnd } from '../text/trim-slashes';

/** Properties that the user can give names for, in the order in which they are shown. */
export const NAMED_CONCEPTS = [
  ...(['title', 'author', 'url', 'omnivoreUrl', 'source'] as const),
  ...(['tags', 'saved', 'published', 'read', 'archived', 'state'] as const),
] satisfies readonly Concept[];

/** Settings of the vault as a whole. Folders are relative to the vault, with slashes, none at the ends. */
export const GENERAL = {
  /** Where to look; empty: everywhere. The root among the folders is the whole vault. */
  folders: folders((paths) => {
    const plain = paths.map(plainFolder);
    return plain.includes('') ? [] : plain;
  }),
  excludedFolders: folders(
    (paths) => paths.map(plainFolder).filter((folder) => folder !== ''),
    ['leftOut'],
  ),
  /** Property names that hold dates, beside the known ones. */
  dateProperties: list(),
  /** The folder that the original plugin filled; null if it is not known. */
  omnivoreFolder: text(null, () => true, {
    kind: 'folder',
    empty: null,
    tidy: (folder) => plainFolder(folder) || null,
  }),
  /** Keep the time of a note's last change when it is repaired. */
  keepModified: toggle(false),
};

/** Which repairs are on. */
export const SWITCHES = byRepair(({ enabled }) => toggle(enabled));

/** The user's names for properties, by what they say. */
export const PROPERTIES = Object.fromEntries(
  NAMED_CONCEPTS.map((concept) => [concept, list()]),
) as Readonly<Record<(typeof NAMED_CONCEPTS)[number], ReturnType<typeof list>>>;

/** What the user's own template writes for reading states, if that differs from the known words. */
export const STATE_WORDS = Object.fromEntries(
  READING_STATES.map((state) => [state, text('', (word) => word === '' || isPlainValue(word))]),
) as Readonly<Record<ReadingState, Fields[string]>>;

/** `draftFlag` of `draft-flag`. */
type CamelCase<Id extends string> = Id extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Id;

type AnyRepair = (typeof REPAIRS)[number];
type RepairWithOptions = {
  readonly [R in AnyRepair as keyof R['options'] extends never ? never : R['id']]: R;
};

/** The options of the repairs that have some, by the name that they are stored under. */
type OptionFields = {
  readonly [Id in keyof RepairWithOptions as CamelCase<Id>]: RepairWithOptions[Id]['options'];
};

/** The name that a repair's options are stored under. */
export function optionsKey(id: RepairId): string {
  return id.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
}

/** The fields that stand inside another name: `repairs.dates`, `dates.zone`, `properties.title`. */
export const GROUPS = {
  repairs: SWITCHES,
  ...(Object.fromEntries(
    REPAIRS.filter(({ options }) => Object.keys(options).length > 0).map(({ id, options }) => [
      optionsKey(id),
      options,
    ]),
  ) as OptionFields),
  properties: PROPERTIES,
  stateWords: STATE_WORDS,
};

type Groups = typeof GROUPS;

type PathsIn<Group extends keyof Groups> = `${Group}.${keyof Groups[Group] & string}`;

/** The path of a setting: `keepModified`, `dates.zone`. */
export type SettingPath =
  keyof typeof GENERAL | { readonly [Group in keyof Groups]: PathsIn<Group> }[keyof Groups];

/** All fields by their path. */
export const FIELDS = Object.fromEntries([
  ...Object.entries(GENERAL),
  ...Object.entries<Fields>(GROUPS).flatMap(([group, fields]) =>
    Object.entries(fields).map(([name, field]) => [`${group}.${name}`, field] as const),
  ),
]) as Readonly<Record<SettingPath, Fields[string]>>;

/** Whether a text is the path of a setting. */
export function isSettingPath(path: string): path is SettingPath {
  return Object.prototype.hasOwnProperty.call(FIELDS, path);
}

/** What the user chose; the plugin's data.json holds what differs from the defaults. */
export type Settings = ValuesOf<typeof GENERAL> & {
  readonly [Group in Exclude<keyof Groups, 'properties' | 'stateWords'>]: ValuesOf<Groups[Group]>;
} & {
  /** Only concepts that have names. */
  readonly properties: Readonly<Partial<Record<Concept, readonly string[]>>>;
  /** Only states that have a word. */
  readonly stateWords: StateWords;
};

function plainFolder(folder: string): string {
  return trimSlashesEnd(folder.replace(/\\/g, '/').replace(/^(?:\.?\/)+/, ''));
}
