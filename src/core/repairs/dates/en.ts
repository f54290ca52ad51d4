import type { Locale } from '../../text/locale';

/** The texts of the repair and its options in English. */
export const en = {
  name: 'Dates',
  found: (count: number, { counted }: Locale): string =>
    counted(count, { one: 'date', other: 'dates' }),
  onNote: 'Normalize dates in current note',
  onAll: 'Normalize dates in all saved articles…',
  enable: 'Normalize dates',
  enableDesc: 'Writes all dates that Omnivore saved in one format.',
  options: {
    format: {
      name: 'Date format',
      desc: 'How to write dates.',
      choices: {
        'date-time': 'Date and time, as in Obsidian’s properties',
        date: 'Date only',
        utc: 'UTC, ending in Z',
        offset: 'With offset from UTC',
        custom: 'Custom format',
      },
    },
    pattern: {
      name: 'Custom format',
      desc: 'With year, month and day: YYYY-MM-DD HH:mm as in Obsidian’s own settings, or yyyy-MM-dd HH:mm (Unicode TR 35).',
    },
    zone: {
      name: 'Time zone',
      desc: 'Dates with a time zone are converted to this one, which can be detected from the notes.',
    },
    order: {
      name: 'Day and month',
      desc: 'How to read ambiguous dates such as 03/04/2024 if neither the article’s ID nor the note’s other dates show it. Takes precedence over your other notes.',
      choices: {
        notes: 'Detect from other notes',
        'day-first': 'Day first',
        'month-first': 'Month first',
      },
    },
    links: {
      name: 'Replace linked dates',
      desc: 'Also convert links to daily notes, such as [[2024-06-22]].',
    },
    addMissingSaved: {
      name: 'Add missing saved dates',
      desc: 'Use the timestamp in the article’s URL or ID.',
    },
  },
};
