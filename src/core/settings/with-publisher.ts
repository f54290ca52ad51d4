import type { Publisher } from '../repairs/draft-flag/repair';
import type { Settings } from './settings';

/** The settings of a user who has chosen what they publish with: the draft flag is on, and written so. */
export function withPublisher(settings: Settings, preset: Publisher): Settings {
  const repairs = { ...settings.repairs, 'draft-flag': true };
  return { ...settings, repairs, draftFlag: { ...settings.draftFlag, preset } };
}
