import type { NotMergedReason } from '../../duplicates/plan-merges';
import { counted, notes, number } from './locale';

/** The window that merges duplicates. */
export const duplicates = {
  command: 'Find duplicates…',
  reading: 'Looking for duplicates…',
  readingLinks: 'Looking for links to them…',
  title: (articles: number): string =>
    `${counted(articles, { one: 'article has', other: 'articles have' })} several notes`,
  noneTitle: 'No duplicates',
  none: 'Each saved article has one note.',
  failed: (reason: string): string => `The duplicates could not be read: ${reason}`,
  promise:
    'The note that you keep gets what only the others have. The others go to the trash. Nothing changes until you select Merge. You can undo it afterwards.',
  list: 'Articles with several notes',
  by: { id: 'Same Omnivore ID', url: 'Same URL' },
  /** `Same URL · 2 notes`. */
  about: (by: string, count: number): string => `${by} · ${notes(count)}`,
  choose: (title: string): string => `Merge the notes of “${title}”`,
  keep: 'Keep this note',
  /** The accessible name of the choice. */
  keepWhich: (title: string): string => `The note of “${title}” to keep`,
  /** `1,204 characters · 3 highlights · 5 properties`. */
  details: (characters: number, highlights: number, properties: number): string =>
    [
      counted(characters, { one: 'character', other: 'characters' }),
      counted(highlights, { one: 'line of highlights', other: 'lines of highlights' }),
      counted(properties, { one: 'property', other: 'properties' }),
    ].join(' · '),
  /** Before a line that the other notes don’t have; for screen readers. */
  onlyHere: 'Only in this note: ',
  moreLines: (count: number): string =>
    `${counted(count, { one: 'more line', other: 'more lines' })}`,
  carried: (name: string): string => `Added to ${name}`,
  nothingCarried: (name: string): string => `${name} already has everything that the others have.`,
  relinked: (count: number): string => `Links updated in ${notes(count)}`,
  problems: 'Not merged',
  skipped: {
    'invalid-utf8': 'it is not valid UTF-8',
    'changed-meanwhile': 'it changed while the merge was running',
    'changed-after-preview': 'it changed after the preview',
    'on-canvas': 'a canvas shows it or links to it, and canvases are not changed',
    'still-linked': 'a note links to it whose links could not be updated',
    'may-be-linked': 'a note that may link to it could not be read',
  } satisfies Record<NotMergedReason, string>,
  /** `6 of 7 articles · 8 notes go to the trash · links in 3 notes`. */
  totals: (chosen: number, all: number, removed: number): string =>
    `${number(chosen)} of ${counted(all, { one: 'article', other: 'articles' })} · ${counted(removed, { one: 'note goes', other: 'notes go' })} to the trash`,
  merge: (articles: number): string =>
    `Merge the notes of ${counted(articles, { one: 'article', other: 'articles' })}`,
  changed: 'Some of these notes have changed. They were read again.',
  running: 'Merging duplicates',
  done: (removed: number): string =>
    removed === 0 ? 'Nothing was changed' : `Merged and removed ${notes(removed)}`,
  stays: (count: number): string => `Not removed · ${number(count)}`,
};
