import type { Hotkey } from 'obsidian';
import type { App } from './app';
import type { CardEditor } from './canvas';
import type { Editor } from './editor';
import type { KeymapEventHandler } from './keyboard';
import { Platform } from './keyboard';
import { MarkdownView } from './markdown-view';

export interface Command {
  id: string;
  name: string;
  icon?: string;
  mobileOnly?: boolean;
  repeatable?: boolean;
  callback?: () => unknown;
  checkCallback?: (checking: boolean) => boolean | void;
  editorCallback?: (editor: Editor, context: MarkdownView | CardEditor) => unknown;
  editorCheckCallback?: (
    checking: boolean,
    editor: Editor,
    context: MarkdownView | CardEditor,
  ) => boolean | void;
  hotkeys?: Hotkey[];
}

/** All commands, those of plugins under `<plugin>:<command>`. */
export class Commands {
  readonly commands: Record<string, Command> = {};
  readonly #app: App;
  readonly #hotkeys = new Map<string, KeymapEventHandler[]>();

  constructor(app: App) {
    this.#app = app;
  }

  addCommand(command: Command): void {
    this.commands[command.id] = command;
    const handlers = (command.hotkeys ?? []).map(({ modifiers, key }) =>
      this.#app.scope.register(modifiers, key, () => !this.executeCommandById(command.id)),
    );
    this.#hotkeys.set(command.id, handlers);
  }

  removeCommand(id: string): void {
    delete this.commands[id];
    for (const handler of this.#hotkeys.get(id) ?? []) this.#app.scope.unregister(handler);
    this.#hotkeys.delete(id);
  }

  findCommand(id: string): Command | undefined {
    return this.commands[id];
  }

  /** The commands that the palette would show now. */
  listCommands(): Command[] {
    return Object.values(this.commands).filter((command) => this.#canRun(command));
  }

  /** True if the palette would show the command now. */
  isAvailable(id: string): boolean {
    return this.listCommands().some((command) => command.id === id);
  }

  /** False if the command can't run now, or there is none with this name. */
  executeCommandById(id: string): boolean {
    const command = this.commands[id];
    if (!command || !this.#canRun(command)) return false;
    void this.#start(command);
    return true;
  }

  /** The simulator's own: runs it and waits for what its callback answers; throws if it can't run. */
  async run(id: string): Promise<void> {
    const command = this.commands[id];
    if (!command) throw new Error(`There is no command ${id}`);
    if (!this.#canRun(command)) throw new Error(`The command ${id} can't run now`);
    await this.#start(command);
  }

  #canRun(command: Command): boolean {
    if (command.mobileOnly && !Platform.isMobile) return false;
    if (command.editorCheckCallback || command.editorCallback) {
      const view = this.#editing();
      if (!view) return false;
      const check = command.editorCheckCallback;
      return check ? Boolean(check(true, view.editor, view)) : true;
    }
    return command.checkCallback ? Boolean(command.checkCallback(true)) : true;
  }

  #start(command: Command): unknown {
    const view = this.#editing();
    if (command.editorCheckCallback && view) {
      return command.editorCheckCallback(false, view.editor, view);
    }
    if (command.editorCallback && view) return command.editorCallback(view.editor, view);
    if (command.checkCallback) return command.checkCallback(false);
    return command.callback?.();
  }

  /** The note in whose text one can type now; in reading mode, or with the focus in title or properties, there is none. */
  #editing(): MarkdownView | CardEditor | null {
    const place = this.#app.workspace.activeEditor;
    if (!(place instanceof MarkdownView)) return place;
    return place.getMode() === 'source' && !place.isBesideText() ? place : null;
  }
}
