import type { Locale } from '../../text/locale';

/** The texts of the repair and its options in English. */
export const en = {
  name: 'Page date',
  found: (count: number, { counted }: Locale): string =>
    counted(count, { one: 'page date', other: 'page dates' }),
  onNote: 'Fill publisher’s date in current note',
  onAll: 'Fill publisher’s dates in all saved articles…',
  enable: 'Fill the publisher’s date',
  enableDesc:
    'Adds the date of the page where your publisher reads it, such as “date” for Hugo, if a note has none there. Needs “Published with”.',
  options: {
    from: {
      name: 'Date of the page',
      choices: { saved: 'When it was saved', published: 'When it was published' },
    },
  },
};
