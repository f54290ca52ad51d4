import type { SettingDefinition, SettingDefinitionGroup } from 'obsidian';
import { messages } from '../../core/i18n';
import type { RepairId } from '../../core/repairs';
import type { Repair } from '../../core/repairs/define-repair';
import { isSettingPath, optionsKey } from '../../core/settings/schema';
import { optionsOf } from '../../core/settings/settings';
import { fieldRows } from './field-rows';
import type { SettingsContext } from './settings-context';

/** Returns the group of a repair. */
export function repairGroup(
  context: SettingsContext,
  repair: Repair<RepairId>,
): SettingDefinitionGroup {
  const heading = messages().repairs[repair.id];
  return { type: 'group', heading, items: [...repairRows(context, repair)] };
}

/** Returns the group of repairs that have few settings each. */
export function moreRepairsGroup(
  context: SettingsContext,
  repairs: readonly Repair<RepairId>[],
): SettingDefinitionGroup {
  const items = repairs.flatMap((repair) => repairRows(context, repair));
  return { type: 'group', heading: messages().settings.moreRepairs, items };
}

/** Returns a repair's switch, and its options, which are visible while it is on. */
function repairRows(
  context: SettingsContext,
  repair: Repair<RepairId>,
): readonly SettingDefinition[] {
  const { id, options } = repair;
  const { stored } = context;
  const rowsOf = (name: string): readonly SettingDefinition[] => {
    const path = `${optionsKey(id)}.${name}`;
    if (!isSettingPath(path)) return [];
    const visible = (): boolean =>
      stored.current.repairs[id] && repair.isShown(name, optionsOf(stored.current)[id]);
    return fieldRows(context, path).map((row) => ({ ...row, visible }));
  };
  return [...fieldRows(context, `repairs.${id}`), ...Object.keys(options).flatMap(rowsOf)];
}
