import type { Settings } from '../../core/settings/settings';
import { isData, type Data } from './settings-data';

/** How a list stands in a text field: names behind each other, hosts one a line. */
interface ListForm {
  readonly join: string;
  readonly split: RegExp;
}

const NAMES: ListForm = { join: ', ', split: /[,，、\n]/ };
const LINES: ListForm = { join: '\n', split: /\n/ };

/** Where a field is empty for a setting that has a word of its own for it. */
const EMPTY: Readonly<Record<string, string | null>> = {
  'dates.zone': 'keep',
  omnivoreFolder: null,
  'draftFlag.preset': null,
};

/** What a control shows of the settings. A key is a path: `dates.zone`. */
export function controlValue(settings: Settings, key: string): unknown {
  const value = key.split('.').reduce<unknown>((at, name) => {
    return isData(at) ? at[name] : undefined;
  }, settings);
  if (key in EMPTY && value === EMPTY[key]) return '';
  if (isList(key)) return ((value ?? []) as readonly string[]).join(formOf(key).join);
  return value;
}

/** The settings with what was entered into a control. */
export function withControlValue(settings: Settings, key: string, value: unknown): Settings {
  return put(
    settings as unknown as Data,
    key.split('.'),
    stored(key, value),
  ) as unknown as Settings;
}

function stored(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (isList(key)) return listOf(key, value);
  const text = value.trim();
  return text === '' && key in EMPTY ? EMPTY[key] : text;
}

/** The entries of a list as it was typed. */
export function listOf(key: string, text: string): readonly string[] {
  const entries = text.split(formOf(key).split).map((entry) => entry.trim());
  return [...new Set(entries.filter((entry) => entry !== ''))];
}

function isList(key: string): boolean {
  return /^(?:properties\.|dateProperties$|proxiedImages\.hosts$)/.test(key);
}

function formOf(key: string): ListForm {
  return key === 'proxiedImages.hosts' ? LINES : NAMES;
}

function put(data: Data, [name = '', ...rest]: readonly string[], value: unknown): Data {
  const inner = data[name];
  return {
    ...data,
    [name]: rest.length === 0 ? value : put(isData(inner) ? inner : {}, rest, value),
  };
}
