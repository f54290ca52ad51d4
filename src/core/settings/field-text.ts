import type { Messages } from '../i18n/en';
import { READING_STATES } from '../omnivore/reading-state';
import { REPAIR_IDS } from '../repairs';
import type { OptionText } from '../repairs/define-repair';
import { NAMED_CONCEPTS, optionsKey, type GENERAL, type SettingPath } from './schema';

type TextOf = (settings: Messages['settings']) => OptionText;

/** The texts of the settings that belong to no repair. */
const GENERAL_TEXTS: Readonly<Record<keyof typeof GENERAL, TextOf>> = {
  folders: ({ folders }) => ({ name: folders.heading }),
  excludedFolders: ({ excluded }) => ({ name: excluded.heading }),
  dateProperties: ({ properties }) => ({ name: properties.dates, desc: properties.datesDesc }),
  omnivoreFolder: ({ omnivore }) => ({ name: omnivore.folder, desc: omnivore.folderDesc }),
  keepModified: ({ general }) => ({ name: general.keepModified, desc: general.keepModifiedDesc }),
};

/** Returns the name and description of a setting. */
export function fieldText(path: SettingPath, messages: Messages): OptionText {
  const { repairTexts, settings } = messages;
  const [group = '', name = ''] = path.split('.');
  if (group in GENERAL_TEXTS) return GENERAL_TEXTS[group as keyof typeof GENERAL](settings);
  if (group === 'stateWords') {
    const state = READING_STATES.find((each) => each === name) ?? 'unread';
    const { stateWord, stateWordDesc } = settings.properties;
    return { name: stateWord(messages.panel.states[state]), desc: stateWordDesc };
  }
  if (group === 'properties') {
    const concept = NAMED_CONCEPTS.find((each) => each === name) ?? 'title';
    return { name: settings.properties.concepts[concept], desc: settings.properties.desc };
  }
  if (group === 'repairs') {
    const { enable, enableDesc } = repairTexts[idOf((id) => id === name)];
    return { name: enable, desc: enableDesc };
  }
  const options: Readonly<Record<string, OptionText>> =
    repairTexts[idOf((id) => optionsKey(id) === group)].options;
  return options[name] ?? { name };
}

function idOf(isIt: (id: (typeof REPAIR_IDS)[number]) => boolean): (typeof REPAIR_IDS)[number] {
  const id = REPAIR_IDS.find(isIt);
  if (id === undefined) throw new Error('There is no such repair');
  return id;
}
