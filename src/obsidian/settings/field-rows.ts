import type { SettingDefinition } from 'obsidian';
import { messages } from '../../core/i18n';
import type { OptionText } from '../../core/repairs/define-repair';
import { fieldText } from '../../core/settings/field-text';
import { FIELDS, type SettingPath } from '../../core/settings/schema';
import { listItems } from './control-values';
import { dateExampleRow, formatError } from './date-rows';
import type { SettingsContext } from './settings-context';
import { zoneRow } from './zone-row';

/** Returns the rows of a setting: usually one, with an example for the time zone, none for folder lists. */
export function fieldRows(
  context: SettingsContext,
  path: SettingPath,
): readonly SettingDefinition[] {
  const { control } = FIELDS[path];
  const text = fieldText(path, messages());
  const { name, desc } = text;
  const row = desc === undefined ? { name } : { name, desc };
  const refuse = (isValid: boolean, entered: string): string | undefined =>
    isValid ? undefined : (text.invalid?.(entered) ?? messages().settings.invalid);
  switch (control.kind) {
    case 'toggle':
      return [{ ...row, control: { type: 'toggle', key: path } }];
    case 'choice': {
      const options = choicesOf(control.choices, text, control.mayBeEmpty);
      const aliases = Object.values(options);
      return [{ ...row, aliases, control: { type: 'dropdown', key: path, options } }];
    }
    case 'text': {
      const validate = (entered: string) => refuse(control.accepts(entered), entered);
      const placeholder = context.placeholder(path);
      return [{ ...row, control: { type: 'text', key: path, placeholder, validate } }];
    }
    case 'list': {
      const validate = (entered: string): string | undefined => {
        const bad = listItems(path, entered).find((item) => !control.accepts(item));
        return bad === undefined ? undefined : refuse(false, bad);
      };
      if (control.separator === 'comma') {
        const placeholder = context.placeholder(path);
        return [{ ...row, control: { type: 'text', key: path, placeholder, validate } }];
      }
      const { placeholder = '' } = control;
      return [{ ...row, control: { type: 'textarea', key: path, rows: 2, placeholder, validate } }];
    }
    case 'folder': {
      const isThere = (folder: string): boolean =>
        folder === '' || context.app.vault.getFolderByPath(folder) !== null;
      const validate = (entered: string): string | undefined =>
        isThere(entered.trim()) ? undefined : messages().settings.folderGone;
      return [{ ...row, control: { type: 'folder', key: path, validate } }];
    }
    case 'date-format': {
      const validate = (entered: string) => formatError(entered.trim());
      return [{ ...row, control: { type: 'text', key: path, validate } }];
    }
    case 'date-zone':
      return [zoneRow(context, path), dateExampleRow(context)];
    case 'folders':
      return [];
  }
}

function choicesOf(
  choices: readonly string[],
  { choices: words = {}, none = '' }: OptionText,
  mayBeEmpty: boolean,
): Record<string, string> {
  const named = choices.map((choice) => [choice, words[choice] ?? choice] as const);
  return Object.fromEntries(mayBeEmpty ? [['', none], ...named] : named);
}
