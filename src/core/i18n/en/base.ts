/** The Base of saved articles: the command, what it answers, and what stands in the file. */
export const base = {
  create: 'Create a Base of saved articles',
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
  there: (path: string): string => `“${path}” was there already, and stays as it is.`,
  /** Behind one of the two. */
  off: 'To see it, turn on the core plugin Bases in Obsidian’s settings.',
  failed: (reason: string): string => `The Base could not be created: ${reason}`,
};
