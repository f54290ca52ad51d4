import { detectOptionsFrom, type Settings } from '../settings/settings';
import type { BaseFilter } from './base-file';
import { literal } from './expression';

/** Properties of Omnivore's plugin that, together with an `id`, show a saved article. */
const OMNIVORE_PROPERTY_NAMES = [
  ...['date_saved', 'date_published', 'date_read', 'date_archived'],
  ...['omnivore_url', 'original_url', 'site_name', 'words_count'],
];

/**
 * Returns the condition for saved articles. A Base sees folders, properties and tags, but no text. If the
 * settings name folders, or Omnivore's folder is known, it matches the notes in these. Otherwise it matches
 * notes with an `id` and a property of Omnivore's, a property of the user's own, or the tag of the default
 * template.
 */
export function savedNotesFilter(settings: Settings): BaseFilter {
  const { folders, excludedFolders, omnivoreFolder } = settings;
  const roots = folders.length > 0 ? folders : omnivoreFolder === null ? [] : [omnivoreFolder];
  const savedNotes = roots.length > 0 ? { or: roots.map(inFolder) } : byProperties(settings);
  const excluded = excludedFolders.length > 0 ? [{ not: excludedFolders.map(inFolder) }] : [];
  return { and: ['file.ext == "md"', savedNotes, ...excluded] };
}

function inFolder(folder: string): string {
  return `file.inFolder(${literal(folder)})`;
}

function byProperties(settings: Settings): BaseFilter {
  const names = new Set([...detectOptionsFrom(settings).ownKeys, ...OMNIVORE_PROPERTY_NAMES]);
  const conditions = [...names].map(hasProperty);
  return { and: [hasProperty('id'), { or: ['file.hasTag("Omnivore")', ...conditions] }] };
}

function hasProperty(name: string): string {
  return `file.hasProperty(${literal(name)})`;
}
