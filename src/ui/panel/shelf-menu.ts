import { Menu } from 'obsidian';
import { messages } from '../../i18n';

/** What can be done with a shelf, of which so many notes need repair. */
export interface ShelfActions {
  readonly due: number;
  readonly repair: () => void;
  readonly unfoldAll: () => void;
  readonly foldAll: () => void;
}

/** The menu of a shelf. */
export function shelfMenu({ due, repair, unfoldAll, foldAll }: ShelfActions): Menu {
  const { panel } = messages();
  const menu = new Menu();
  const item = (title: string, icon: string, section: string, act: () => void): void => {
    menu.addItem((one) => one.setTitle(title).setIcon(icon).setSection(section).onClick(act));
  };
  if (due > 0) item(panel.repairShown(due), 'wrench', 'action', repair);
  item(panel.unfoldAll, 'chevrons-up-down', 'view', unfoldAll);
  item(panel.foldAll, 'chevrons-down-up', 'view', foldAll);
  return menu;
}
