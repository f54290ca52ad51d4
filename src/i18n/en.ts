import { base } from './en/base';
import { commands } from './en/commands';
import { countsInWords } from './en/counts';
import { panel } from './en/panel';
import { runs } from './en/runs';
import { settings } from './en/settings';
import { words } from './en/words';

/** All text that people read. `zh.ts` is typed by it. */
export const en = { ...words, countsInWords, commands, settings, runs, panel, base };

export type Messages = typeof en;
