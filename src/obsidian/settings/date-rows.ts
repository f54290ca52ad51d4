import type { SettingDefinition } from 'obsidian';
import { readFormat, type FormatProblem } from '../../core/dates/custom-format';
import { formatOf, writeDate } from '../../core/dates/format';
import { readDate } from '../../core/dates/parse';
import { zoneName } from '../../core/dates/zone';
import { messages } from '../../core/i18n';
import type { Settings } from '../../core/settings/schema';
import type { SettingsContext } from './settings-context';

/** What the original plugin wrote: its default format, and an instant as its server gave it. */
const EXAMPLES = ['2024-03-14 08:21:56', '2024-03-14T12:21:56Z'];

/** Shows what the chosen format and zone make of dates. */
export function dateExampleRow({ stored }: SettingsContext): SettingDefinition {
  return {
    name: messages().settings.dates.example,
    searchable: false,
    render: (setting) => {
      const show = (): void => {
        setting.setDesc(exampleOf(stored.current));
      };
      show();
      return stored.onChange(show);
    },
  };
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

/** What is wrong with a custom format; undefined if it can be used. */
export function formatError(text: string): string | undefined {
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
