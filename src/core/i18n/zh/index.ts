import type { Translation } from '../translation';
import { base } from './base';
import { commands } from './commands';
import { duplicates } from './duplicates';
import { images } from './images';
import { importing } from './importing';
import { number } from './locale';
import { panel } from './panel';
import { runs } from './runs';
import { settings } from './settings';
import { words } from './words';

/** The texts in Simplified Chinese. */
export const zh: Translation = {
  ...words,
  number,
  commands,
  settings,
  runs,
  panel,
  base,
  duplicates,
  images,
  importing,
};
