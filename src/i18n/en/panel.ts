import type { ReadingState } from '../../library/listed';
import type { Grouping, Sorting } from '../../library/view';
import { runs } from './runs';

const { number } = runs;
const articles = (count: number): string =>
  count === 1 ? '1 article' : `${number(count)} articles`;

/** The panel of saved articles. */
export const panel = {
  name: 'Saved articles',
  open: 'Open saved articles',
  reveal: 'Reveal this article in the panel',
  openOriginal: 'Open original',
  copyOriginal: 'Copy original address',
  openInTab: 'Open in new tab',
  copied: 'Address copied.',
  noAddress: 'This note does not tell its original address.',
  search: (count: number): string => `Search ${articles(count)}…`,
  grouping: 'Group by',
  groupings: { source: 'Source', tag: 'Tag', month: 'Month' } satisfies Record<Grouping, string>,
  nameless: {
    source: 'No source',
    tag: 'No tag',
    month: 'No date',
  } satisfies Record<Grouping, string>,
  sort: 'Sort',
  sortings: {
    saved: 'Date saved',
    published: 'Date published',
    title: 'Title',
  } satisfies Record<Sorting, string>,
  ascending: 'Ascending',
  descending: 'Descending',
  filter: 'Filter',
  onlyDrafts: 'Drafts only',
  onlyDue: 'Needs repair only',
  states: {
    inbox: 'Inbox',
    reading: 'Reading',
    completed: 'Completed',
    archived: 'Archived',
  } satisfies Record<ReadingState, string>,
  clear: 'Clear search and filters',
  chart: 'Articles per month',
  inMonth: (month: string, count: number): string => `${month}: ${articles(count)}`,
  foldAll: 'Fold all',
  tree: 'Saved articles',
  draft: 'draft',
  dueInNote: 'Needs repair',
  dueOnShelf: (count: number): string =>
    count === 1 ? '1 needs repair' : `${number(count)} need repair`,
  notesDue: (count: number): string =>
    count === 1 ? '1 note needs repair' : `${number(count)} notes need repair`,
  preview: 'Preview',
  shown: (count: number, all: number): string =>
    count === all ? articles(all) : `${number(count)} of ${articles(all)}`,
  sources: (count: number): string => (count === 1 ? '1 source' : `${number(count)} sources`),
  drafts: (count: number): string => (count === 1 ? '1 draft' : `${number(count)} drafts`),
  repairShown: (count: number): string =>
    count === 1 ? 'Repair 1 note…' : `Repair ${number(count)} notes…`,
  unfoldAll: 'Unfold all',
  firstRun: 'Find your saved articles',
  firstRunWhy:
    'This panel lists the articles that Omnivore saved into this vault, by source, tag and month. To find them it reads all notes of the vault, or only those in the folders that you choose; later it reads only what changes. It writes nothing, and nothing leaves this device.',
  scan: 'Scan this vault',
  reading: 'Looking for saved articles',
  readingWhy:
    'Notes that changed since the last time are read, to find the articles that Omnivore saved. Nothing is written.',
  readingOf: (done: number, total: number): string => `${number(done)} of ${number(total)} notes`,
  nothing: 'No saved articles here yet',
  nothingWhy:
    'Articles that Omnivore saved into this vault are listed here, by source, tag and month. None was found where the settings say to look. If they lie elsewhere, choose their folders, or look again.',
  folders: 'Choose folders',
  again: 'Look again',
  failed: 'The vault could not be read',
  failedWhy: 'No note was changed. Try again, or choose folders that can be read.',
  retry: 'Try again',
  notListed: 'This note is not among the articles that the panel lists.',
  noMatch: 'No article meets the search and filters.',
};
