import type { SettingDefinition, SettingDefinitionGroup } from 'obsidian';
import { messages } from '../../core/i18n';
import type { RepairId } from '../../core/repairs';
import type { Repair } from '../../core/repairs/define-repair';
import { isSettingPath, optionsKey } from '../../core/settings/schema';
import { optionsOf } from '../../core/settings/settings';
import { fieldRows } from './field-rows';
import type { SettingsContext } from './settings-context';

/** Returns a repair's switch, and its options, which are visible while it is on. */
export function repairGroup(
  context: SettingsContext,
  repair: Repair<RepairId>,
): SettingDefinitionGroup {
  const { id, options } = repair;
  const { stored } = context;
  const rowsOf = (name: string): readonly SettingDefinition[] => {
    const path = `${optionsKey(id)}.${name}`;
    if (!isSettingPath(path)) return [];
    const visible = (): boolean =>
      stored.current.repairs[id] && repair.isShown(name, optionsOf(stored.current)[id]);
    return fieldRows(context, path).map((row) => ({ ...row, visible }));
  };
  return {
    type: 'group',
    heading: messages().repairs[id],
    items: [...fieldRows(context, `repairs.${id}`), ...Object.keys(options).flatMap(rowsOf)],
  };
}
