import { counted, notes, number, plural } from './locale';

/** The import of Omnivore's export, and the export of reading lists. */
export const importing = {
  command: 'Import Omnivore export…',
  title: 'Import Omnivore export',
  about:
    'Choose one or more zip files that you exported from Omnivore. Missing content is added to your notes: full text, highlights, dates. Articles without a note get one. Nothing in a note is replaced, and nothing leaves this device.',
  choose: 'Choose files…',
  reading: 'Reading the export…',
  progress: (done: number): string => `${number(done)} notes and articles read`,
  unreadable: (name: string, reason: string): string => `${name}: ${reason}.`,
  nothing: 'Your notes already have everything that this export contains.',
  totals: (complete: number, create: number): string =>
    [
      ...(complete > 0 ? [`complete ${notes(complete)}`] : []),
      ...(create > 0 ? [`create ${notes(create)}`] : []),
    ].join(', '),
  promise: 'Nothing changes until you select Import. You can undo it afterwards.',
  /** The accessible name of the list. */
  notes: 'Notes to complete and create',
  newNote: 'New note',
  /** `Full text · Highlights (3)`. */
  addition: (name: string, count: number): string =>
    plural(count, { '=1': name, other: `${name} (${number(count)})` }),
  all: 'Select all',
  chooseNote: (path: string): string => `Import into “${path}”`,
  /** The accessible name of an addition's checkbox. */
  chooseAddition: (name: string, line: number): string => `Add at line ${number(line)}: ${name}`,
  notImported: (count: number): string => `Not imported · ${number(count)}`,
  button: (count: number): string => `Import ${notes(count)}`,
  running: 'Importing',
  done: (completed: number, created: number): string =>
    completed + created === 0
      ? 'Nothing was changed'
      : [
          ...(completed > 0 ? [`Completed ${notes(completed)}`] : []),
          ...(created > 0 ? [`${completed > 0 ? 'created' : 'Created'} ${notes(created)}`] : []),
        ].join(', '),
  list: {
    command: 'Export reading list…',
    formats: {
      omnivore: 'Omnivore’s JSON (Karakeep)',
      bookmarks: 'Bookmarks (browsers, Raindrop, Linkwarden, Wallabag)',
      csv: 'CSV (Readwise Reader)',
      markdown: 'Markdown list',
    },
    placeholder: 'Choose a format',
    name: 'Reading list',
    none: 'No saved articles to export.',
    saved: (articles: number, path: string): string =>
      `${counted(articles, { one: 'article', other: 'articles' })} written to “${path}”.`,
    failed: (reason: string): string => `The reading list could not be written: ${reason}`,
  },
};
