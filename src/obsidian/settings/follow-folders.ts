import type { Settings } from '../../core/settings/settings';
import { isWithin } from '../store/scope';

/** The settings after a folder of the vault was renamed or moved; the same object where they don't name it. */
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
