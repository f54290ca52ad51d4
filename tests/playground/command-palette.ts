import type { App } from '../simulator/app';
import type { Command } from '../simulator/commands';
import { FuzzySuggestModal } from '../simulator/suggest-modals';

/** Lists the commands that can run now; the chosen one runs. */
export class CommandPalette extends FuzzySuggestModal<Command> {
  constructor(app: App) {
    super(app);
    this.setPlaceholder('Select a command...');
  }

  override getItems(): Command[] {
    return this.app.commands.listCommands();
  }

  override getItemText(command: Command): string {
    return command.name;
  }

  override onChooseItem(command: Command): void {
    this.app.commands.executeCommandById(command.id);
  }
}
