import { base } from './base';
import { commands } from './commands';
import { images } from './images';
import { importing } from './importing';
import { panel } from './panel';
import { runs } from './runs';
import { settings } from './settings';
import { words } from './words';

/** All text that people read. `zh.ts` is typed by it. */
export const en = { ...words, commands, settings, runs, panel, base, images, importing };

export type Messages = typeof en;
