import type { SettingDefinitionPage } from 'obsidian';
import { messages } from '../../core/i18n';
import { READING_STATES } from '../../core/omnivore/reading-state';
import { NAMED_CONCEPTS } from '../../core/settings/schema';
import { fieldRows } from './field-rows';
import type { SettingsContext } from './settings-context';

/** Returns the page for the property names and state words of the user's own template. */
export function propertiesPage(context: SettingsContext): SettingDefinitionPage {
  const words = messages().settings.properties;
  const count = (): number => {
    const { properties, dateProperties } = context.stored.current;
    return Object.values(properties).flat().length + dateProperties.length;
  };
  return {
    type: 'page',
    name: words.page,
    desc: words.pageDesc,
    displayValue: () => (count() === 0 ? '' : words.named(count())),
    items: [
      {
        type: 'group',
        heading: words.heading,
        items: [
          ...NAMED_CONCEPTS.flatMap((concept) => fieldRows(context, `properties.${concept}`)),
          ...fieldRows(context, 'dateProperties'),
        ],
      },
      {
        type: 'group',
        heading: words.states,
        items: READING_STATES.flatMap((state) => fieldRows(context, `stateWords.${state}`)),
      },
    ],
  };
}
