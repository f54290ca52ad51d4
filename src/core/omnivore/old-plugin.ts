import { trimSlashes } from '../text/trim-slashes';
import type { Concept } from './article';

/** What the settings of Omnivore's own plugin say about the notes it wrote. */
export interface OldPlugin {
  /** The fixed part of its folder; null if it wrote to the root of the vault. */
  readonly folder: string | null;
  /** The user's names for its front-matter variables, by meaning. */
  readonly aliases: Readonly<Partial<Record<Concept, readonly string[]>>>;
  /** Names of its date properties. */
  readonly dateNames: readonly string[];
  /** Luxon formats of its dates. */
  readonly dateFormats: readonly string[];
  /** Whether it wrote all articles of a folder into one note. */
  readonly singleFile: boolean;
}

/** The path of its settings, relative to the vault's configuration folder. */
export const OLD_PLUGIN_SETTINGS = 'plugins/obsidian-omnivore/data.json';

const CONCEPT_OF_VARIABLE: Readonly<Record<string, Concept>> = {
  title: 'title',
  author: 'author',
  tags: 'tags',
  site_name: 'source',
  original_url: 'url',
  omnivore_url: 'omnivoreUrl',
  date_saved: 'saved',
  date_published: 'published',
  date_read: 'read',
  date_archived: 'archived',
  state: 'state',
};

/**
 * Reads the settings of Omnivore's plugin from its data.json. Only these fields are read; the file's API key
 * is never kept. Returns null if the text is not valid. An alias that is another variable's name
 * (`date_saved::id` was found) is skipped.
 */
export function readOldPlugin(json: string): OldPlugin | null {
  const data = parse(json);
  if (!data) return null;
  const aliases: Partial<Record<Concept, string[]>> = {};
  const dateNames: string[] = [];
  for (const [variable, alias] of variables(data.frontMatterVariables)) {
    const concept = CONCEPT_OF_VARIABLE[variable];
    const isOtherVariable = alias in CONCEPT_OF_VARIABLE || alias === 'id';
    if (!concept || isOtherVariable) continue;
    (aliases[concept] ??= []).push(alias);
    if (variable.startsWith('date_')) dateNames.push(alias);
  }
  return {
    folder: fixedFolder(data.folder),
    aliases,
    dateNames,
    dateFormats: [data.dateSavedFormat, data.dateHighlightedFormat].filter(isString),
    singleFile: data.isSingleFile === true,
  };
}

function parse(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const data: unknown = JSON.parse(json);
    return typeof data === 'object' && data !== null && !Array.isArray(data)
      ? (data as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function variables(list: unknown): readonly (readonly [variable: string, alias: string])[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isString).flatMap((entry) => {
    const [variable = '', alias = ''] = entry.split('::').map((part) => part.trim());
    return alias === '' ? [] : [[variable, alias] as const];
  });
}

/**
 * Returns the part of a folder before its first variable (`Omnivore/{{{date}}}` → `Omnivore`), or null if
 * there is none.
 */
function fixedFolder(folder: unknown): string | null {
  if (!isString(folder)) return null;
  const variable = folder.indexOf('{{');
  const fixed = variable < 0 ? folder : folder.slice(0, folder.lastIndexOf('/', variable) + 1);
  return trimSlashes(fixed) || null;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/**
 * Returns whether the day comes before the month in a Luxon format. Null if the year comes first or the month
 * is a word.
 */
export function dayFirstOf(format: string): boolean | null {
  const plain = format.replace(/'[^']*'/g, '');
  const [day, month, year] = [plain.search(/d/), plain.search(/[ML]/), plain.search(/y/)];
  if (day < 0 || month < 0 || /[ML]{3}/.test(plain) || (year >= 0 && year < Math.min(day, month)))
    return null;
  return day < month;
}
