import { FIELDS, type SettingPath, type Settings } from '../../core/settings/schema';
import { isData, type Data } from './settings-data';

/** How a list stands in a text field: items behind each other, or one a line. */
const SEPARATORS = {
  comma: { join: ', ', split: /[,，、\n]/ },
  line: { join: '\n', split: /\n/ },
};

/** What a control shows of the settings. */
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

/** The settings with what was entered into a control. */
export function withControlValue(settings: Settings, path: SettingPath, value: unknown): Settings {
  const names = path.split('.');
  return put(settings, names, stored(path, value)) as unknown as Settings;
}

/** The items of a list as it was typed; none for a setting that is no list. */
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

/** What is stored for an empty control; undefined if an empty text is stored as it is. */
function emptyValue(path: SettingPath): string | null | undefined {
  const { control } = FIELDS[path];
  if (control.kind === 'choice') return control.mayBeEmpty ? null : undefined;
  return 'empty' in control ? control.empty : undefined;
}

function put(data: Data, [name = '', ...rest]: readonly string[], value: unknown): Data {
  const inner = data[name];
  return {
    ...data,
    [name]: rest.length === 0 ? value : put(isData(inner) ? inner : {}, rest, value),
  };
}
