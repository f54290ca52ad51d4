import type { Locale } from '../../text/locale';

/** The texts of the repair and its options in English. */
export const en = {
  name: 'Dead links',
  found: (count: number, { counted }: Locale): string =>
    counted(count, { one: 'dead link', other: 'dead links' }),
  onNote: 'Fix dead links in current note',
  onAll: 'Fix dead links in all saved articles…',
  enable: 'Fix dead links',
  enableDesc:
    'Replaces or removes links to omnivore.app, which is gone. Articles recognized only by such a link are no longer listed afterwards.',
  options: {
    articles: {
      name: 'Links to articles',
      choices: { original: 'Link to the original URL', remove: 'Remove', keep: 'Keep' },
    },
    highlights: {
      name: 'Highlight links',
      choices: {
        block: 'Link to the highlight in this note',
        original: 'Link to the original URL',
        remove: 'Remove',
        keep: 'Keep',
      },
    },
  },
};
