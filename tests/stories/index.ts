import { APP_STORIES } from './app-stories';
import type { Story } from './driver';
import { EDITOR_STORIES } from './editor-stories';
import { LOOK_STORIES } from './look-stories';
import { REPAIR_STORIES } from './repair-stories';
import { RUN_STORIES } from './run-stories';
import { SETTINGS_STORIES } from './settings-stories';
import { WINDOW_STORIES } from './window-stories';

/** All user stories. The simulator plays them in Chromium, and `tests/app` in the real app. */
export const STORIES: readonly Story[] = [
  ...APP_STORIES,
  ...LOOK_STORIES,
  ...REPAIR_STORIES,
  ...EDITOR_STORIES,
  ...RUN_STORIES,
  ...SETTINGS_STORIES,
  ...WINDOW_STORIES,
];
