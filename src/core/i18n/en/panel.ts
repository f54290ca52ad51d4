import type { ReadingState } from '../../omnivore/reading-state';
import type { ArticleOrder, Facet, GroupedBy, GroupOrder, Grouping } from '../../library/view';
import { runs } from './runs';

const { number } = runs;
const articles = (count: number): string =>
  count === 1 ? '1 article' : `${number(count)} articles`;

/** The panel of saved articles. */
export const panel = {
  name: 'Saved articles',
  open: 'Open saved articles',
  reveal: 'Reveal current note in saved articles',
  openOriginal: 'Open original article',
  copyOriginal: 'Copy original URL',
  openInTab: 'Open in new tab',
  copied: 'URL copied.',
  noUrl: 'This note has no original URL.',
  search: (count: number): string => `Search ${articles(count)}…`,
  grouping: 'Group by',
  groupings: { source: 'Source', tag: 'Tag', month: 'Month', none: 'None' } satisfies Record<
    Grouping,
    string
  >,
  nameless: {
    source: 'No source',
    tag: 'No tag',
    month: 'No date',
  } satisfies Record<GroupedBy, string>,
  sort: 'Change sort order',
  groupOrders: {
    name: 'Groups: name (A to Z)',
    'name-reversed': 'Groups: name (Z to A)',
    count: 'Groups: number of articles',
    newest: 'Groups: newest article',
  } satisfies Record<GroupOrder, string>,
  monthOrders: {
    name: 'Months: newest first',
    'name-reversed': 'Months: oldest first',
    count: 'Months: number of articles',
    newest: 'Months: newest first',
  } satisfies Record<GroupOrder, string>,
  articleOrders: {
    saved: 'Articles: date saved',
    published: 'Articles: date published',
    title: 'Articles: title',
    length: 'Articles: reading time',
  } satisfies Record<ArticleOrder, string>,
  ascending: 'Articles: ascending',
  descending: 'Articles: descending',
  filter: 'Filter',
  drafts: 'Drafts',
  needsRepair: 'Needs repair',
  needsAttention: 'Needs your attention',
  hasHighlights: 'Has highlights',
  /** An entry of the filter menu, with how many articles it would show. */
  filterCount: (name: string, count: number): string => `${name} (${number(count)})`,
  filterGroups: { note: 'Notes', state: 'Reading state' },
  states: {
    unread: 'Unread',
    reading: 'Reading',
    read: 'Read',
    archived: 'Archived',
  } satisfies Record<ReadingState, string>,
  /** The accessible name of an active filter's chip. */
  removeFilter: (name: string): string => `Remove filter: ${name}`,
  clear: 'Clear search and filters',
  searchFullText: 'Search full text',
  noFullText: 'Turn on the core plugin “Search” to search full text.',
  rows: 'Show in rows',
  facets: {
    date: 'Date',
    source: 'Source',
    author: 'Author',
    tags: 'Tags',
    minutes: 'Reading time',
    highlights: 'Number of highlights',
    state: 'Reading state',
  } satisfies Record<Facet, string>,
  minutes: (count: number): string => `${number(count)} min`,
  highlights: (count: number): string =>
    count === 1 ? '1 highlight' : `${number(count)} highlights`,
  dismiss: 'Dismiss',
  selectedCount: (count: number): string => `${number(count)} selected`,
  select: 'Select',
  copyLinks: 'Copy links',
  linksCopied: (count: number): string =>
    count === 1 ? 'Link copied.' : `${number(count)} links copied.`,
  selectionActions: 'Actions…',
  clearSelection: 'Clear selection',
  chart: 'Articles per month',
  inMonth: (month: string, count: number): string => `${month}: ${articles(count)}`,
  collapseAll: 'Collapse all',
  expandAll: 'Expand all',
  tree: 'Saved articles',
  draft: 'draft',
  notesNeedRepair: (count: number, all: number): string => {
    if (count < all) return `${number(count)} of ${number(all)} notes need repair`;
    return count === 1 ? '1 note needs repair' : `${number(count)} notes need repair`;
  },
  review: 'Review…',
  /** Images behind the dead proxy that the user copied into other notes. */
  ownImages: (images: number, notes: number): string =>
    `${images === 1 ? '1 dead image' : `${number(images)} dead images`} in ${notes === 1 ? '1 other note' : `${number(notes)} other notes`}`,
  shown: (count: number, all: number): string =>
    count === all ? articles(all) : `${number(count)} of ${articles(all)}`,
  groupCounts: {
    source: (count: number): string => (count === 1 ? '1 source' : `${number(count)} sources`),
    tag: (count: number): string => (count === 1 ? '1 tag' : `${number(count)} tags`),
    month: (count: number): string => (count === 1 ? '1 month' : `${number(count)} months`),
  } satisfies Record<GroupedBy, (count: number) => string>,
  draftCount: (count: number): string => (count === 1 ? '1 draft' : `${number(count)} drafts`),
  repairShown: (count: number): string =>
    count === 1 ? 'Repair 1 note…' : `Repair ${number(count)} notes…`,
  firstRun: 'Find your saved articles',
  firstRunWhy:
    'Find the articles Omnivore saved in this vault and browse them by source, tag or month. Scanning only reads your notes: nothing is changed, and nothing leaves this device.',
  scan: 'Scan this vault',
  reading: 'Looking for saved articles',
  readingWhy: 'Checking notes that changed since last time. Nothing is changed.',
  readingOf: (done: number, total: number): string => `${number(done)} of ${number(total)} notes`,
  nothing: 'No saved articles here yet',
  nothingWhy: 'No saved articles found. Check which folders are searched, or scan again.',
  folders: 'Choose folders',
  scanAgain: 'Scan again',
  failed: 'The vault could not be read',
  failedWhy: 'No note was changed. Try again, or choose folders that can be read.',
  retry: 'Try again',
  unreadable: (count: number): string =>
    count === 1 ? '1 note can’t be read' : `${number(count)} notes can’t be read`,
  unreadableWhy: 'Saved articles among them are missing from the list. No note was changed.',
  unreadableNotes: 'Notes that can’t be read',
  showUnreadable: 'Show…',
  close: 'Close',
  notListed: 'This note isn’t in the list.',
  noMatch: 'No matching articles.',
};
