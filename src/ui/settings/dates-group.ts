import type { SettingDefinitionGroup } from 'obsidian';
import { isPattern } from '../../dates/pattern';
import { readDate } from '../../dates/read-date';
import { writeDate, zoneName } from '../../dates/write-date';
import { messages } from '../../i18n';
import type { Settings } from '../../settings';
import type { SettingsDesk } from './desk';
import { repairGroup } from './repair-groups';
import { zoneRow } from './zone-row';

/** What the original plugin wrote: its default form, and an instant as its server gave it. */
const EXAMPLES = ['2024-03-14 08:21:56', '2024-03-14T12:21:56.000Z'];

/** The form of dates and the zone, with an example that follows them. */
export function datesGroup(desk: SettingsDesk): SettingDefinitionGroup {
  const words = messages().settings.dates;
  return repairGroup(desk, 'dates', words, [
    {
      name: words.form,
      desc: words.formDesc,
      control: { type: 'dropdown', key: 'dates.form', options: words.forms },
    },
    {
      name: words.pattern,
      desc: words.patternDesc,
      visible: () => desk.stored.current.dates.form === 'custom',
      control: {
        type: 'text',
        key: 'dates.pattern',
        validate: (text) => (isPattern(text.trim()) ? undefined : words.badPattern),
      },
    },
    zoneRow(desk),
    {
      name: words.order,
      desc: words.orderDesc,
      control: { type: 'dropdown', key: 'dates.order', options: words.orders },
    },
    {
      name: words.example,
      searchable: false,
      render: (setting) => {
        const show = (): void => {
          setting.setDesc(exampleOf(desk.stored.current));
        };
        show();
        return desk.stored.onChange(show);
      },
    },
    {
      name: words.links,
      desc: words.linksDesc,
      control: { type: 'toggle', key: 'dates.links' },
    },
    {
      name: words.addMissingSaved,
      desc: words.addMissingSavedDesc,
      control: { type: 'toggle', key: 'dates.addMissingSaved' },
    },
  ]);
}

function exampleOf({ dates }: Settings): DocumentFragment {
  const words = messages().settings.dates;
  const lines = createFragment();
  for (const was of EXAMPLES) {
    const date = readDate(was);
    if (date.kind !== 'date') continue;
    const will = writeDate(date, dates, zoneName(dates.zone));
    lines.createDiv({ text: words.exampleOf(was, will) });
  }
  return lines;
}
