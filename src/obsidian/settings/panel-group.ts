import type { SettingDefinitionGroup, SettingDefinitionPage } from 'obsidian';
import { messages } from '../../core/i18n';
import { FIELDS, isSettingPath, PANEL } from '../../core/settings/schema';
import { fieldRows } from './field-rows';
import type { SettingsContext } from './settings-context';

/** Returns the settings of the panel. */
export function panelGroup(context: SettingsContext): SettingDefinitionGroup {
  const rows = Object.keys(PANEL).flatMap((name) => {
    const path = `panel.${name}`;
    return isSettingPath(path) ? fieldRows(context, path) : [];
  });
  const [grouping, ...others] = rows;
  return {
    type: 'group',
    heading: messages().settings.panel.heading,
    items: [...(grouping ? [grouping] : []), secondLinePage(context), ...others],
  };
}

/** Returns the page that chooses what the second line of a row shows. */
function secondLinePage(context: SettingsContext): SettingDefinitionPage {
  const words = messages().settings.panel;
  const paths = Object.keys(FIELDS)
    .filter(isSettingPath)
    .filter((path) => path.startsWith('secondLine.'));
  const count = (): number =>
    Object.values(context.stored.current.secondLine).filter(Boolean).length;
  return {
    type: 'page',
    name: words.secondLine,
    desc: words.secondLineDesc,
    displayValue: () => words.shown(count()),
    items: paths.flatMap((path) => fieldRows(context, path)),
  };
}
