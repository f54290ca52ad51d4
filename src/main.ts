import { Notice, parseYaml, Plugin } from 'obsidian';
import { en } from './i18n/en';
import { recognise } from './omnivore/recognise';
import { readNote } from './note/note';
import { countFindings } from './repairs/counts';
import type { Planner } from './repairs/plan';
import {
  DEFAULT_SETTINGS,
  readSettings,
  recogniseFrom,
  repairsFrom,
  type Settings,
} from './settings';
import { repairEditor } from './ui/repair-editor';

/** The plugin: wires the rooms. */
export default class OmnivoreRescue extends Plugin {
  declare settings: Settings;

  override async onload(): Promise<void> {
    this.settings = await this.readStored();
    this.addCommand({
      id: 'repair-note',
      name: en.commands.repairNote,
      icon: 'wrench',
      editorCheckCallback: (checking, editor, { file }) => {
        if (!file || !this.isSaved(editor.getValue(), file.path)) return false;
        if (checking) return true;
        const repaired = repairEditor(editor, file.path, this.planner());
        if (repaired) new Notice(en.commands.repairedNote(countFindings(repaired.findings)));
        return true;
      },
    });
  }

  /** Stored settings that can't be read are never overwritten: the plugin works by its defaults and says so. */
  private async readStored(): Promise<Settings> {
    try {
      return readSettings(await this.loadData()).settings;
    } catch {
      new Notice(en.settings.unreadable);
      return DEFAULT_SETTINGS;
    }
  }

  private isSaved(text: string, path: string): boolean {
    const note = readNote(text, parseYaml);
    return recognise(note, path, recogniseFrom(this.settings)).kind === 'saved';
  }

  private planner(): Planner {
    return {
      parseYaml,
      recognise: recogniseFrom(this.settings),
      repairs: repairsFrom(this.settings),
    };
  }
}
