import { trimSlashes } from '../text/trim-slashes';
import type { Concept } from './article';

/** What the original plugin's settings tell of the notes that it wrote. */
export interface OldPlugin {
  /** The fixed part of its folder, null where it wrote to the vault's root. */
  readonly folder: string | null;
  /** The user's names for its front-matter variables, by what they say. */
  readonly aliases: Readonly<Partial<Record<Concept, readonly string[]>>>;
  /** Names that it wrote dates under. */
  readonly dateNames: readonly string[];
  /** Luxon patterns of its dates. */
  readonly dateFormats: readonly string[];
  /** Whether all articles of a folder went into one note. */
  readonly singleFile: boolean;
}

/** Where its settings are, relative to the vault's configuration folder. */
export const OLD_PLUGIN_SETTINGS = 'plugins/obsidian-omnivore/data.json';

const CONCEPTS: Readonly<Record<string, Concept>> = {
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
 * Takes five settings out of the text of its data.json, and nothing else: it also holds an API key, which is gone when this returns.
 * Null where the text is not what the original plugin wrote. An alias that says something else than its variable
 * (`date_saved::id` was seen) is passed over.
 */
export function readOldPlugin(json: string): OldPlugin | null {
  const data = parse(json);
  if (!data) return null;
  const aliases: Partial<Record<Concept, string[]>> = {};
  const dateNames: string[] = [];
  for (const [variable, alias] of variables(data.frontMatterVariables)) {
    const concept = CONCEPTS[variable];
    const taken = alias in CONCEPTS || alias === 'id';
    if (!concept || taken) continue;
    (aliases[concept] ??= []).push(alias);
    if (variable.startsWith('date_')) dateNames.push(alias);
  }
  return {
    folder: fixedFolder(data.folder),
    aliases,
    dateNames,
    dateFormats: [data.dateSavedFormat, data.dateHighlightedFormat].filter(isText),
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
  return list.filter(isText).flatMap((entry) => {
    const [variable = '', alias = ''] = entry.split('::').map((part) => part.trim());
    return alias === '' ? [] : [[variable, alias] as const];
  });
}

/** `Omnivore/{{{date}}}` → `Omnivore`; null where the first folder's name already depends on the article. */
function fixedFolder(folder: unknown): string | null {
  if (!isText(folder)) return null;
  const variable = folder.indexOf('{{');
  const fixed = variable < 0 ? folder : folder.slice(0, folder.lastIndexOf('/', variable) + 1);
  return trimSlashes(fixed) || null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Whether dates that a Luxon pattern wrote have the day first; null where it puts the year first or names months by words. */
export function dayFirstOf(format: string): boolean | null {
  const plain = format.replace(/'[^']*'/g, '');
  const [day, month, year] = [plain.search(/d/), plain.search(/[ML]/), plain.search(/y/)];
  if (day < 0 || month < 0 || /[ML]{3}/.test(plain) || (year >= 0 && year < Math.min(day, month)))
    return null;
  return day < month;
}
