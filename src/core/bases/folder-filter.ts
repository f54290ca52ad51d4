import { detectOptionsFrom, type Settings } from '../settings/settings';
import type { Filter } from './base-file';
import { literal } from './expression';

/** Of the properties that the original plugin wrote, those that speak for it beside an `id`. */
const TELLING = [
  ...['date_saved', 'date_published', 'date_read', 'date_archived'],
  ...['omnivore_url', 'original_url', 'site_name', 'words_count'],
];

/**
 * What tells a saved article in a Base, which sees folders, properties and tags, but no text: its folder where the settings name some or
 * the original plugin's is known, else an `id` beside a property of Omnivore's, one of one's own, or the tag that the default template gives.
 */
export function whichNotes(settings: Settings): Filter {
  const { folders, excludedFolders, omnivoreFolder } = settings;
  const named = folders.length > 0 ? folders : omnivoreFolder === null ? [] : [omnivoreFolder];
  const told = named.length > 0 ? { or: named.map(inFolder) } : toldByProperties(settings);
  const without = excludedFolders.length > 0 ? [{ not: excludedFolders.map(inFolder) }] : [];
  return { and: ['file.ext == "md"', told, ...without] };
}

function inFolder(folder: string): string {
  return `file.inFolder(${literal(folder)})`;
}

function toldByProperties(settings: Settings): Filter {
  const names = new Set([...detectOptionsFrom(settings).ownKeys, ...TELLING]);
  const marks = [...names].map(hasProperty);
  return { and: [hasProperty('id'), { or: ['file.hasTag("Omnivore")', ...marks] }] };
}

function hasProperty(name: string): string {
  return `file.hasProperty(${literal(name)})`;
}
