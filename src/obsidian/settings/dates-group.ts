import type { SettingDefinitionGroup } from 'obsidian';
import { readFormat, type FormatProblem } from '../../core/dates/custom-format';
import { readDate } from '../../core/dates/parse';
import { formatOf, writeDate } from '../../core/dates/format';
import { zoneName } from '../../core/dates/zone';
import { messages } from '../../core/i18n';
import type { Settings } from '../../core/settings/settings';
import type { SettingsContext } from './settings-context';
import { repairGroup } from './repair-groups';
import { zoneRow } from './zone-row';

/** What the original plugin wrote: its default format, and an instant as its server gave it. */
const EXAMPLES = ['2024-03-14 08:21:56', '2024-03-14T12:21:56Z'];

/** The format of dates and the zone, with an example that follows them. */
export function datesGroup(context: SettingsContext): SettingDefinitionGroup {
  const words = messages().settings.dates;
  return repairGroup(context, 'dates', words, [
    {
      name: words.form,
      desc: words.formDesc,
      control: { type: 'dropdown', key: 'dates.form', options: words.forms },
    },
    {
      name: words.pattern,
      desc: words.patternDesc,
      visible: () => context.stored.current.dates.form === 'custom',
      control: {
        type: 'text',
        key: 'dates.pattern',
        validate: (text) => formatError(text.trim()),
      },
    },
    zoneRow(context),
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
          setting.setDesc(exampleOf(context.stored.current));
        };
        show();
        return context.stored.onChange(show);
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

/** What is wrong with a custom format; undefined where it can be used. */
function formatError(text: string): string | undefined {
  const read = readFormat(text);
  return 'problem' in read ? wordsOf(read) : undefined;
}

function wordsOf(problem: FormatProblem): string {
  const words = messages().settings.dates.badPattern;
  switch (problem.problem) {
    case 'length':
    case 'half':
      return words[problem.problem];
    case 'missing':
      return words.missing[problem.field];
    case 'unclear':
      return words.unclear(problem.example);
    case 'unknown':
    case 'twice':
    case 'short-year':
      return words[problem.problem](problem.token);
  }
}

function exampleOf({ dates }: Settings): DocumentFragment {
  const words = messages().settings.dates;
  const lines = createFragment();
  for (const was of EXAMPLES) {
    const date = readDate(was);
    if (date.kind !== 'date') continue;
    const written = writeDate(date, formatOf(dates), zoneName(dates.zone));
    const text =
      written.kind === 'text' ? words.exampleOf(was, written.text) : words.exampleUnresolved(was);
    lines.createDiv({ text });
  }
  return lines;
}
