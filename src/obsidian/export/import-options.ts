import { parseYaml } from 'obsidian';
import { formatOf } from '../../core/dates/format';
import { zoneName } from '../../core/dates/zone';
import { DEFAULT_STYLE } from '../../core/import/note-style';
import type { ImportOptions } from '../../core/import/plan-import';
import { createYielder } from '../article-cache/yielder';
import { detectOptionsFrom, type Settings } from '../../core/settings/settings';

/**
 * Returns how an import reads and writes notes with these settings. New notes never go into folders that are
 * not searched.
 */
export function importOptions(settings: Settings): ImportOptions {
  const folder = settings.omnivoreFolder ?? settings.folders[0];
  const fallback =
    folder === undefined ? DEFAULT_STYLE : { ...DEFAULT_STYLE, folder: `${folder}/{yyyy-MM-dd}` };
  return {
    parseYaml,
    detect: detectOptionsFrom(settings),
    dates: { format: formatOf(settings.dates), zone: zoneName(settings.dates.zone) },
    fallback,
    only: null,
    yieldIfNeeded: createYielder(),
  };
}
