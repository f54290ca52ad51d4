import { Menu } from 'obsidian';
import { messages } from '../../core/i18n';

/** The actions for a group. `needRepair` is the number of its notes that need repair. */
export interface GroupMenuActions {
  readonly needRepair: number;
  readonly repair: () => void;
  readonly expandAll: () => void;
  readonly collapseAll: () => void;
}

/** Creates the menu of a group. */
export function groupMenu({ needRepair, repair, expandAll, collapseAll }: GroupMenuActions): Menu {
  const { panel } = messages();
  const menu = new Menu();
  const item = (title: string, icon: string, section: string, act: () => void): void => {
    menu.addItem((one) => one.setTitle(title).setIcon(icon).setSection(section).onClick(act));
  };
  if (needRepair > 0) item(panel.repairShown(needRepair), 'wrench', 'action', repair);
  item(panel.expandAll, 'chevrons-up-down', 'view', expandAll);
  item(panel.collapseAll, 'chevrons-down-up', 'view', collapseAll);
  return menu;
}
