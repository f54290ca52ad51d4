import { REPAIR_IDS } from '../repairs';
import { USUAL_PUBLISHER } from '../repairs/draft-flag/repair';
import type { RepairId } from '../repairs/repair';
import type { Settings } from './settings';

/** The settings with these repairs on and all others off. To name the draft flag is to choose: then drafts are published by `draft: false` unless the settings say otherwise. */
export function withOnly(settings: Settings, ids: Iterable<RepairId>): Settings {
  const wanted = new Set(ids);
  const repairs = Object.fromEntries(REPAIR_IDS.map((id) => [id, wanted.has(id)]));
  const preset = settings.draftFlag.preset ?? (wanted.has('draft-flag') ? USUAL_PUBLISHER : null);
  const draftFlag = { ...settings.draftFlag, preset };
  return { ...settings, repairs: repairs as Settings['repairs'], draftFlag };
}
