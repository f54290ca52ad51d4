import { isFormat } from '../dates/custom-format';
import type { DateFormat } from '../dates/format';
import { isZoneSetting } from '../dates/zone';
import type { Concept } from '../omnivore/article';
import type { DetectOptions } from '../omnivore/detect';
import { plainName, PROPERTY_NAMES, withOwnNames } from '../omnivore/property-names';
import { READING_STATES, type ReadingState, type StateWords } from '../omnivore/reading-state';
import { REPAIRS, REPAIR_IDS, repairsWith, type RepairOptions, type Repairs } from '../repairs';
import { PUBLISHERS, USUAL_PUBLISHER, type DraftFlagOptions } from '../repairs/draft-flag/repair';
import type { DeadLinksOptions } from '../repairs/dead-links/repair';
import type { RepairId } from '../repairs/repair';
import { Reader } from './reader';
import { trimSlashesEnd } from '../text/trim-slashes';

/** Whether the day or the month comes first; `notes`: they must tell it themselves. */
export type DateOrder = (typeof ORDERS)[number];

/** What the user chose; the plugin's data.json. Folders are relative to the vault, with slashes, none at the ends. */
export interface Settings {
  /** Where to look; empty: everywhere. */
  readonly folders: readonly string[];
  readonly leftOut: readonly string[];
  readonly repairs: Readonly<Record<RepairId, boolean>>;
  readonly draftFlag: DraftFlagOptions;
  readonly dates: Omit<
    RepairOptions['dates'],
    'dayFirst' | 'vaultDayFirst' | 'names' | 'properties'
  > & {
    /** How `03/04/2024` is meant where nothing in the note proves it. It is asked before the other notes. */
    readonly order: DateOrder;
  };
  readonly proxiedImages: RepairOptions['proxied-images'];
  readonly deadLinks: DeadLinksOptions;
  /** The names that one's own template gives to properties, by what they say. */
  readonly properties: Readonly<Partial<Record<Concept, readonly string[]>>>;
  /** What one's own template writes for reading states, where that differs from the known words. */
  readonly stateWords: StateWords;
  /** Property names that hold dates, beside the known ones. */
  readonly dateProperties: readonly string[];
  /** The folder that the original plugin filled; null where it is not known. */
  readonly omnivoreFolder: string | null;
  /** Keep the time of a note's last change when it is repaired. */
  readonly keepModified: boolean;
}

const { pattern, form, zone, links, addMissingSaved } = REPAIRS.dates.defaults;

export const DEFAULT_SETTINGS: Settings = {
  folders: [],
  leftOut: [],
  repairs: {
    'draft-flag': true,
    dates: true,
    'proxied-images': true,
    'escaped-text': true,
    'dead-links': false,
  },
  draftFlag: REPAIRS['draft-flag'].defaults,
  dates: { form, pattern, zone, links, addMissingSaved, order: 'notes' },
  proxiedImages: REPAIRS['proxied-images'].defaults,
  deadLinks: REPAIRS['dead-links'].defaults,
  properties: {},
  stateWords: {},
  dateProperties: [],
  omnivoreFolder: null,
  keepModified: false,
};

/** Settings, and the paths of the values that were not understood and are at their defaults. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly refused: readonly string[];
}

/** The names in parsed JSON that stand for no setting, and all that do; as paths (`dates.zone`). */
export interface SettingNames {
  readonly unknown: readonly string[];
  readonly known: readonly string[];
}

/** Reads settings from parsed JSON. Every value is checked; one that is not understood is at its default, and named. */
export function readSettings(data: unknown): ReadSettings {
  const { settings, refused } = readFrom(data);
  return { settings, refused };
}

/** Says which names in parsed JSON stand for a setting, and which are a typo, or a newer version's. */
export function settingNames(data: unknown): SettingNames {
  const { root } = readFrom(data);
  return { unknown: root.unknown, known: root.known };
}

function readFrom(data: unknown): ReadSettings & { readonly root: Reader } {
  const refused: string[] = [];
  const root = new Reader(data, '', refused);
  const d = DEFAULT_SETTINGS;
  const draft = root.inner('draftFlag');
  const dates = root.inner('dates');
  const links = root.inner('deadLinks');
  const repairs = root.inner('repairs');
  const settings: Settings = {
    folders: wanted(root.texts('folders', d.folders).map(plainFolder)),
    leftOut: root
      .texts('leftOut', d.leftOut)
      .map(plainFolder)
      .filter((folder) => folder !== ''),
    repairs: Object.fromEntries(
      REPAIR_IDS.map((id) => [id, repairs.flag(id, d.repairs[id])]),
    ) as Record<RepairId, boolean>,
    draftFlag: readDraftFlag(draft, repairs, refused),
    dates: {
      form: dates.oneOf('form', DATE_FORMATS, d.dates.form),
      pattern: dates.text('pattern', d.dates.pattern, isFormat),
      zone: dates.text('zone', d.dates.zone, isZoneSetting),
      links: dates.flag('links', d.dates.links),
      addMissingSaved: dates.flag('addMissingSaved', d.dates.addMissingSaved),
      order: dates.oneOf('order', ORDERS, d.dates.order),
    },
    proxiedImages: {
      hosts: root.inner('proxiedImages').texts('hosts', [], isAddress).map(plainBase),
    },
    deadLinks: {
      articles: links.oneOf('articles', ['original', 'remove', 'keep'], d.deadLinks.articles),
      highlights: links.oneOf(
        'highlights',
        ['block', 'original', 'remove', 'keep'],
        d.deadLinks.highlights,
      ),
    },
    properties: readProperties(root.inner('properties')),
    stateWords: readStateWords(root.inner('stateWords')),
    dateProperties: root.texts('dateProperties', d.dateProperties),
    omnivoreFolder: plainFolder(root.text('omnivoreFolder', '', () => true)) || null,
    keepModified: root.flag('keepModified', d.keepModified),
  };
  return { settings, refused, root };
}

const DATE_FORMATS = [
  'date-time',
  'date',
  'utc',
  'offset',
  'custom',
] as const satisfies readonly DateFormat['form'][];
const ORDERS = ['notes', 'day-first', 'month-first'] as const;
const COMMON_NAMES = [
  ...['created', 'updated', 'modified', 'time', 'type', 'aliases', 'description', 'category'],
  ...['ctime', 'mtime', 'publisher', 'topic', 'keywords', 'note', 'notes', 'cover', 'image'],
];
/** What one's own names can be given for, in the order in which they are shown. */
export const NAMED_CONCEPTS = [
  ...(['title', 'author', 'url', 'omnivoreUrl', 'source'] as const),
  ...(['tags', 'saved', 'published', 'read', 'archived', 'state'] as const),
];

function readDraftFlag(draft: Reader, repairs: Reader, refused: string[]): DraftFlagOptions {
  const d = DEFAULT_SETTINGS.draftFlag;
  const known = refused.length;
  const own = {
    property: draft.text('property', d.property, isPropertyName),
    value: draft.text('value', d.value, isPlainValue),
    draftValue: draft.text('draftValue', d.draftValue, isPlainValue),
  };
  // A part of one's own property beside a default would say something that nobody has chosen.
  const isWhole = refused.length === known;
  const preset = draft.oneOf('preset', PUBLISHERS, impliedPublisher(draft, repairs));
  // In the order of the defaults: the panel's cache compares settings as text.
  return {
    preset: preset === 'custom' && !isWhole ? null : preset,
    ...(isWhole ? own : { property: d.property, value: d.value, draftValue: d.draftValue }),
    addMissing: draft.flag('addMissing', d.addMissing),
    byHighlights: draft.flag('byHighlights', d.byHighlights),
  };
}

/** Who has switched the repair on by hand before there was a choice meant `draft: false`. */
function impliedPublisher(draft: Reader, repairs: Reader): DraftFlagOptions['preset'] {
  const isMeant = !draft.has('preset') && repairs.flag('draft-flag', false);
  return isMeant ? USUAL_PUBLISHER : null;
}

function readProperties(reader: Reader): Settings['properties'] {
  const names: Partial<Record<Concept, readonly string[]>> = {};
  for (const concept of NAMED_CONCEPTS) {
    const own = reader.texts(concept, []);
    if (own.length > 0) names[concept] = own;
  }
  return names;
}

function readStateWords(reader: Reader): StateWords {
  const words: Partial<Record<ReadingState, string>> = {};
  for (const state of READING_STATES) {
    const word = reader.text(state, '', (text) => text === '' || isPlainValue(text));
    if (word !== '') words[state] = word;
  }
  return words;
}

/** A name that can stand before a colon without quotes, in any language. */
export function isPropertyName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_ .-]*$/u.test(name) && name.trim() === name;
}

/** A value that YAML reads in one line, whatever it means. */
export function isPlainValue(value: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_ .-]*$/u.test(value) && value.trim() === value;
}

/** An address of the web, with or without a path. */
export function isAddress(text: string): boolean {
  return /^\s*https?:\/\/[^\s/]/i.test(text);
}

function plainFolder(folder: string): string {
  return trimSlashesEnd(folder.replace(/\\/g, '/').replace(/^(?:\.?\/)+/, ''));
}

/** The root among the folders is the whole vault. */
function wanted(folders: readonly string[]): readonly string[] {
  return folders.includes('') ? [] : folders;
}

function plainBase(base: string): string {
  return trimSlashesEnd(base.trim());
}

/** The repairs that change something: those that are on, the draft flag only where the user has chosen what they publish with. */
export function activeRepairs({ repairs, draftFlag }: Settings): readonly RepairId[] {
  return REPAIR_IDS.filter(
    (id) => repairs[id] && (id !== 'draft-flag' || draftFlag.preset !== null),
  );
}

/** The repairs that are on, with their options. `vaultDayFirst`: whether the vault's notes prove that `03/04/2024` has the day first. */
export function repairsFrom(settings: Settings, vaultDayFirst: boolean | null = null): Repairs {
  const ids = REPAIR_IDS.filter((id) => settings.repairs[id]);
  const { order } = settings.dates;
  const dayFirst = order === 'notes' ? null : order === 'day-first';
  return repairsWith(ids, {
    'draft-flag': settings.draftFlag,
    dates: {
      ...settings.dates,
      names: settings.properties,
      properties: settings.dateProperties,
      dayFirst,
      vaultDayFirst,
    },
    'proxied-images': settings.proxiedImages,
    'dead-links': settings.deadLinks,
  });
}

/** Whether a name is one that nobody would give to a property of an ordinary note. */
function isTelling(name: string): boolean {
  const common = new Set([...Object.values(PROPERTY_NAMES).flat(), ...COMMON_NAMES]);
  return !common.has(plainName(name));
}

/** What the settings say of recognising. */
export function detectOptionsFrom(settings: Settings): DetectOptions {
  return {
    names: withOwnNames(settings.properties),
    omnivoreFolder: settings.omnivoreFolder,
    ownKeys: Object.values(settings.properties).flat().filter(isTelling),
  };
}
