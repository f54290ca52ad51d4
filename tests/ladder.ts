/**
 * The folders of src from the bottom up. A folder imports only from lower ones; folders on the same rung do not know each other. The
 * core knows neither of the two programs.
 */
export const LADDER: readonly (readonly string[])[] = [
  ['core/text', 'core/schema'],
  ['core/markdown', 'core/dates'],
  ['core/omnivore', 'core/publishers'],
  ['core/repairs', 'core/export', 'core/images'],
  ['core/library', 'core/runs', 'core/reading-list'],
  ['core/import'],
  ['core/duplicates'],
  ['core/report'],
  ['core/i18n'],
  ['core/settings'],
  ['core/bases'],
  ['obsidian', 'cli'],
];
