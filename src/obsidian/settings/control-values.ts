import { FIELDS, type SettingPath, type Settings } from '../../core/settings/schema';
import { isData, type Data } from './settings-data';

/** Separators of list items in a text field: commas, or line breaks. */
const SEPARATORS = {
  comma: { join: ', ', split: /[,，、\n]/ },
  line: { join: '\n', split: /\n/ },
};

/** Returns the value that a control shows. */
export function controlValue(settings: Settings, path: SettingPath): unknown {
  const value = path.split('.').reduce<unknown>((at, name) => {
    return isData(at) ? at[name] : undefined;
  }, settings);
  const { control } = FIELDS[path];
  if (control.kind === 'list') {
    return ((value ?? []) as readonly string[]).join(SEPARATORS[control.separator].join);
  }
  return value === emptyValue(path) ? '' : value;
}

/** Returns the settings with the value that the user entered into a control. */
export function withControlValue(settings: Settings, path: SettingPath, value: unknown): Settings {
  const names = path.split('.');
  return putValue(settings, names, stored(path, value)) as unknown as Settings;
}

/** Splits a typed list into its items, without duplicates. Empty if the setting is not a list. */
export function listItems(path: SettingPath, text: string): readonly string[] {
  const { control } = FIELDS[path];
  if (control.kind !== 'list') return [];
  const items = text.split(SEPARATORS[control.separator].split).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}

function stored(path: SettingPath, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (FIELDS[path].control.kind === 'list') return listItems(path, value);
  const text = value.trim();
  const empty = emptyValue(path);
  return text === '' && empty !== undefined ? empty : text;
}

/** Returns the value to store for an empty control; undefined if the empty text itself is stored. */
function emptyValue(path: SettingPath): string | null | undefined {
  const { control } = FIELDS[path];
  if (control.kind === 'choice') return control.mayBeEmpty ? null : undefined;
  return 'empty' in control ? control.empty : undefined;
}

function putValue(data: Data, [name = '', ...rest]: readonly string[], value: unknown): Data {
  const inner = data[name];
  return {
    ...data,
    [name]: rest.length === 0 ? value : putValue(isData(inner) ? inner : {}, rest, value),
  };
}
