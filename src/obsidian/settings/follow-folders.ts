import type { Settings } from '../../core/settings/settings';
import { isWithin } from '../store/scope';

/** Updates folder paths after a folder was renamed or moved. Returns the same object if no path changes. */
export function followFolder(settings: Settings, from: string, to: string): Settings {
  const move = (folder: string): string =>
    folder !== '' && isWithin(folder, from) ? to + folder.slice(from.length) : folder;
  const { folders, excludedFolders, omnivoreFolder } = settings;
  const named = [...folders, ...excludedFolders, omnivoreFolder ?? ''];
  if (named.every((folder) => move(folder) === folder)) return settings;
  return {
    ...settings,
    folders: folders.map(move),
    excludedFolders: excludedFolders.map(move),
    omnivoreFolder: omnivoreFolder === null ? null : move(omnivoreFolder),
  };
}
