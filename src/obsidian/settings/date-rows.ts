import type { SettingDefinition } from 'obsidian';
import { readFormat, type FormatProblem } from '../../core/dates/custom-format';
import { formatOf, writeDate } from '../../core/dates/format';
import { readDate } from '../../core/dates/parse';
import { zoneName } from '../../core/dates/zone';
import { messages } from '../../core/i18n';
import type { Settings } from '../../core/settings/schema';
import type { SettingsContext } from './settings-context';

/** Example dates: the original plugin's default format, and a timestamp of Omnivore's server. */
const EXAMPLE_DATES = ['2024-03-14 08:21:56', '2024-03-14T12:21:56Z'];

/** Shows example dates before and after conversion to the chosen format and time zone. */
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
  for (const before of EXAMPLE_DATES) {
    const date = readDate(before);
    if (date.kind !== 'date') continue;
    const written = writeDate(date, formatOf(dates), zoneName(dates.zone));
    const text =
      written.kind === 'text'
        ? words.exampleOf(before, written.text)
        : words.exampleUnresolved(before);
    lines.createDiv({ text });
  }
  return lines;
}

/** Explains why a custom format is invalid; undefined if it is valid. */
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
