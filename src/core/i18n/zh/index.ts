import type { Messages } from '../en';
import { base } from './base';
import { commands } from './commands';
import { images } from './images';
import { importing } from './importing';
import { panel } from './panel';
import { runs } from './runs';
import { settings } from './settings';
import { words } from './words';

/** All text that people read, in Simplified Chinese. */
export const zh: Messages = { ...words, commands, settings, runs, panel, base, images, importing };
