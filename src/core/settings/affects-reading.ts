import type { Settings } from './settings';

/** Returns the settings that decide what is read from a note. Others concern only what is shown or written. */
export function readingSettings(settings: Settings): object {
  const { keepModified: _, panel: __, secondLine: ___, ...others } = settings;
  return others;
}

/** Returns whether notes have to be read again after a change of the settings. */
export function affectsReading(before: Settings, after: Settings): boolean {
  return JSON.stringify(readingSettings(before)) !== JSON.stringify(readingSettings(after));
}
