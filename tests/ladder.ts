/** The rooms from the ground up. A room imports only what stands below it; rooms on one step do not know each other. */
export const LADDER: readonly (readonly string[])[] = [
  ['text'],
  ['note', 'dates'],
  ['omnivore'],
  ['repairs'],
  ['library', 'runs'],
  ['report'],
  ['i18n'],
  ['settings'],
  ['bases'],
  ['disk', 'vault', 'terminal'],
  ['ui', 'command-line'],
  ['main', 'cli'],
];
