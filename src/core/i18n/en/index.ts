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

/** All texts that users see. The types of the translations derive from it. */
export const en = {
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

export type Messages = typeof en;
