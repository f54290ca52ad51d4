/** The Base of saved articles: the command, its notices, and the names in the file. */
export const base = {
  create: 'Create base of saved articles',
  file: 'Saved articles.base',
  views: {
    all: 'All articles',
    bySource: 'By source',
    byTag: 'By tag',
    drafts: 'Drafts',
    cards: 'Cards',
  },
  columns: { title: 'Title', source: 'Source', author: 'Author', tags: 'Tags', saved: 'Saved' },
  made: (path: string): string => `Created “${path}”.`,
  there: (path: string): string => `“${path}” already exists and was not changed.`,
  /** Follows one of these two. */
  off: 'To open it, enable the core plugin Bases in Obsidian’s settings.',
  failed: (reason: string): string => `The base could not be created: ${reason}`,
};
