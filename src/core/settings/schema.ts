import type { Concept } from '../omnivore/article';
import { isPlainValue } from '../markdown/front-matter/plain-scalar';
import { READING_STATES, type ReadingState, type StateWords } from '../omnivore/reading-state';
import { byRepair, REPAIRS, type AnyRepair, type RepairId } from '../repairs';
import { FACETS, GROUPINGS } from '../library/view';
import {
  choice,
  folders,
  list,
  text,
  toggle,
  type Field,
  type Fields,
  type ValuesOf,
} from '../schema/field';
import { trimSlashesEnd } from '../text/trim-slashes';

/** Concepts that the user can set property names for, in the order of the settings tab. */
export const NAMED_CONCEPTS = [
  ...(['title', 'author', 'url', 'omnivoreUrl', 'source'] as const),
  ...(['tags', 'saved', 'published', 'read', 'archived', 'state'] as const),
] satisfies readonly Concept[];

/** Settings of the whole vault. Folder paths are relative to the vault, without slashes at the start and end. */
export const GENERAL = {
  /** The folders to search. If empty, or if it contains the root folder, the whole vault is searched. */
  folders: folders((paths) => {
    const plain = paths.map(plainFolder);
    return plain.includes('') ? [] : plain;
  }),
  excludedFolders: folders(
    (paths) => paths.map(plainFolder).filter((folder) => folder !== ''),
    ['leftOut'],
  ),
  /** Names of properties with dates, in addition to those that the plugin knows. */
  dateProperties: list(),
  /** The folder of the original plugin; null if it is not known. */
  omnivoreFolder: text(null, () => true, {
    kind: 'folder',
    empty: null,
    tidy: (folder) => plainFolder(folder) || null,
  }),
  /** Whether a repair keeps the modification time of the note. */
  keepModified: toggle(false),
};

/** The switch of each repair. */
export const SWITCHES = byRepair(({ enabled }) => toggle(enabled));

/** The user's names for properties, by concept. */
export const PROPERTIES = Object.fromEntries(
  NAMED_CONCEPTS.map((concept) => [concept, list()]),
) as Readonly<Record<(typeof NAMED_CONCEPTS)[number], ReturnType<typeof list>>>;

/** The words that the user's own template writes for reading states, if they differ from the default words. */
export const STATE_WORDS = Object.fromEntries(
  READING_STATES.map((state) => [state, text('', (word) => word === '' || isPlainValue(word))]),
) as Readonly<Record<ReadingState, Fields[string]>>;

/** How the panel starts, and where it is. A panel that is open keeps what the user changed in it. */
export const PANEL = {
  grouping: choice(GROUPINGS, 'source'),
  /** Whether the chart is shown. A phone is too small for it, so there it starts hidden. */
  chart: toggle(true),
  /** Whether rows show drafts and the reading state as badges. */
  badges: toggle(true),
  /** Whether the list scrolls to the note that the user opens. */
  follow: toggle(false),
  side: choice(['right', 'left'], 'right'),
  ribbonIcon: toggle(true),
};

/** The facets on the second line of a row: all but the state, which is a badge. */
const LINE_FACETS = FACETS.filter((facet) => facet !== 'state');

/** Whether a facet is on the second line of the panel's rows. */
export const SECOND_LINE = Object.fromEntries(
  LINE_FACETS.map((facet) => [facet, toggle(facet !== 'author')]),
) as Readonly<Record<(typeof LINE_FACETS)[number], Field<boolean>>>;

/** `draftFlag` of `draft-flag`. */
type CamelCase<Id extends string> = Id extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Id;
type RepairWithOptions = {
  readonly [R in AnyRepair as keyof R['options'] extends never ? never : R['id']]: R;
};

/** The options of the repairs that have options, by the name that they are stored under. */
type OptionFields = {
  readonly [Id in keyof RepairWithOptions as CamelCase<Id>]: RepairWithOptions[Id]['options'];
};

/** Returns the name that a repair's options are stored under. */
export function optionsKey(id: RepairId): string {
  return id.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
}

/** The fields inside a group: `repairs.dates`, `dates.zone`, `properties.title`. */
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
  panel: PANEL,
  secondLine: SECOND_LINE,
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

/** Returns whether a text is the path of a setting. */
export function isSettingPath(path: string): path is SettingPath {
  return Object.prototype.hasOwnProperty.call(FIELDS, path);
}

/** All settings. The plugin's data.json contains those that differ from the defaults. */
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
