import type { SettingDefinitionPage } from 'obsidian';
import { messages } from '../../core/i18n';
import { NAMED_CONCEPTS } from '../../core/settings/settings';
import type { SettingsContext } from './settings-context';

/** The names that one's own template gave to properties. */
export function propertiesPage({ stored }: SettingsContext): SettingDefinitionPage {
  const words = messages().settings.properties;
  const count = (): number => {
    const { properties, dateProperties } = stored.current;
    return Object.values(properties).flat().length + dateProperties.length;
  };
  return {
    type: 'page',
    name: words.page,
    desc: words.pageDesc,
    displayValue: () => (count() === 0 ? '' : words.named(count())),
    items: [
      ...NAMED_CONCEPTS.map((concept) => ({
        name: words.concepts[concept],
        desc: words.desc,
        control: { type: 'text' as const, key: `properties.${concept}` },
      })),
      {
        name: words.dates,
        desc: words.datesDesc,
        control: { type: 'text', key: 'dateProperties' },
      },
    ],
  };
}
