import type { Messages } from './en';
import { base } from './zh/base';
import { commands } from './zh/commands';
import { panel } from './zh/panel';
import { runs } from './zh/runs';
import { settings } from './zh/settings';
import { words } from './zh/words';

/** All text that people read, in Simplified Chinese. */
export const zh: Messages = { ...words, commands, settings, runs, panel, base };
