import { base } from './en/base';
import { commands } from './en/commands';
import { panel } from './en/panel';
import { runs } from './en/runs';
import { settings } from './en/settings';
import { words } from './en/words';

/** All text that people read. `zh.ts` is typed by it. */
export const en = { ...words, commands, settings, runs, panel, base };

export type Messages = typeof en;
