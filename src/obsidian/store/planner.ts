import { parseYaml } from 'obsidian';
import type { Planner } from '../../core/repairs/plan';
import { detectOptionsFrom, repairsFrom, type Settings } from '../../core/settings/settings';

/**
 * A planner with the settings that reads YAML as the app does. With `ownNotes` it also finds dead images in notes that are not saved
 * articles.
 */
export function plannerFrom(settings: Settings, ownNotes = false): Planner {
  return {
    parseYaml,
    detect: detectOptionsFrom(settings),
    repairs: repairsFrom(settings),
    ownNotes,
  };
}
