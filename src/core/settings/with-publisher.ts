import type { Preset } from '../repairs/draft-flag/repair';
import type { Settings } from './settings';

/** Returns the settings with this publisher and the draft flag repair on. */
export function withPublisher(settings: Settings, preset: Preset): Settings {
  const repairs = { ...settings.repairs, 'draft-flag': true };
  return { ...settings, repairs, draftFlag: { ...settings.draftFlag, preset } };
}
