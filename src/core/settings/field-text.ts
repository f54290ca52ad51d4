import type { Messages } from '../i18n/en';
import { FACETS } from '../library/view';
import { READING_STATES } from '../omnivore/reading-state';
import { REPAIR_IDS } from '../repairs';
import type { OptionText } from '../repairs/define-repair';
import { NAMED_CONCEPTS, optionsKey, type GENERAL, type PANEL, type SettingPath } from './schema';

type FieldTextOf = (settings: Messages['settings']) => OptionText;

/** The texts of the settings that belong to no repair. */
const GENERAL_TEXTS: Readonly<Record<keyof typeof GENERAL, FieldTextOf>> = {
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
    return { name: settings.properties.stateWord(messages.panel.states[state]) };
  }
  if (group === 'properties') {
    const concept = NAMED_CONCEPTS.find((each) => each === name) ?? 'title';
    return { name: settings.properties.concepts[concept] };
  }
  if (group === 'panel') return panelText(name, messages);
  if (group === 'secondLine') {
    const facet = FACETS.find((each) => each === name) ?? 'date';
    return { name: messages.panel.facets[facet] };
  }
  if (group === 'repairs') {
    const { enable, enableDesc } = repairTexts[idOf((id) => id === name)];
    return { name: enable, desc: enableDesc };
  }
  const options: Readonly<Record<string, OptionText>> =
    repairTexts[idOf((id) => optionsKey(id) === group)].options;
  return options[name] ?? { name };
}

/** Returns the text of a setting of the panel. */
function panelText(name: string, { panel, settings: { panel: words } }: Messages): OptionText {
  const { grouping, side, chart, badges, follow, ribbonIcon } = words;
  const texts: Readonly<Record<keyof typeof PANEL, OptionText>> = {
    grouping: { name: grouping, desc: words.groupingDesc, choices: panel.groupings },
    chart: { name: chart },
    badges: { name: badges, desc: words.badgesDesc },
    follow: { name: follow, desc: words.followDesc },
    side: { name: side, choices: words.sides },
    ribbonIcon: { name: ribbonIcon },
  };
  return texts[name as keyof typeof PANEL];
}

function idOf(isIt: (id: (typeof REPAIR_IDS)[number]) => boolean): (typeof REPAIR_IDS)[number] {
  const id = REPAIR_IDS.find(isIt);
  if (id === undefined) throw new Error('There is no such repair');
  return id;
}
