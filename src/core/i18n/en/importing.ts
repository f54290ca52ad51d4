import { runs } from './runs';

const { number } = runs;

/** The import of Omnivore's export, and the export of reading lists. */
export const importing = {
  command: 'Import Omnivore export…',
  title: 'Import Omnivore export',
  about:
    'Choose the zip that Omnivore gave you when it closed, or several of them. Your notes get what they lack: full text, highlights, dates. Articles without a note get one. Nothing that a note says is replaced, and nothing leaves this device.',
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
  promise: 'Nothing is written until you choose Import, and the import can be undone.',
  newNote: 'New note',
  /** `Full text · Highlights (3)`. */
  addition: (name: string, count: number): string =>
    count === 1 ? name : `${name} (${number(count)})`,
  all: 'All notes',
  notImported: (count: number): string => `Not imported · ${number(count)}`,
  button: (count: number): string => (count === 1 ? 'Import 1 note' : `Import ${notes(count)}`),
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
      `${articles === 1 ? '1 article' : `${number(articles)} articles`} written to “${path}”.`,
    failed: (reason: string): string => `The reading list could not be written: ${reason}`,
  },
};

function notes(count: number): string {
  return count === 1 ? '1 note' : `${number(count)} notes`;
}
