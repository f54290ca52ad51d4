import type { ReadingState } from '../../omnivore/reading-state';
import type { ArticleOrder, Facet, GroupedBy, GroupOrder, Grouping } from '../../library/view';
import { counted, notes, number, plural } from './locale';

const articles = (count: number): string => counted(count, { one: 'article', other: 'articles' });

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
  /** Above the notes that need the user's attention. */
  notesNeedAttention: (count: number): string =>
    counted(count, { one: 'note needs your attention', other: 'notes need your attention' }),
  resolve: 'Resolve…',
  attentionDone: 'Nothing needs your attention.',
  ignore: 'Ignore',
  stopIgnoring: 'Stop ignoring',
  /** Above what the user ignores. */
  ignoredCount: (count: number): string => `Ignored (${number(count)})`,
  /** After the findings of a note that has too many to list. */
  othersCount: (count: number): string =>
    plural(count, { one: '1 more finding', other: `${number(count)} more findings` }),
  /** The file with the user's decisions could not be written. */
  notKept: (reason: string): string => `This decision could not be saved: ${reason}`,
  openSetting: 'Open setting',
  openLine: 'Open line',
  dayOrders: { 'day-first': 'Day first', 'month-first': 'Month first' },
  hasHighlights: 'Has highlights',
  duplicates: 'Duplicates',
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
  searchCommand: 'Search saved articles',
  openRandom: 'Open a random unread article',
  noUnread: 'No unread articles.',
  setState: { read: 'Mark as read', archived: 'Archive', unread: 'Mark as unread' },
  /** The notice after articles were marked. */
  stateSet: {
    read: (count: number): string =>
      plural(count, { one: 'Marked as read.', other: `Marked ${number(count)} articles as read.` }),
    archived: (count: number): string =>
      plural(count, { one: 'Archived.', other: `Archived ${number(count)} articles.` }),
    unread: (count: number): string =>
      plural(count, {
        one: 'Marked as unread.',
        other: `Marked ${number(count)} articles as unread.`,
      }),
  },
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
  highlights: (count: number): string => counted(count, { one: 'highlight', other: 'highlights' }),
  dismiss: 'Dismiss',
  selectedCount: (count: number): string => `${number(count)} selected`,
  copyLinks: 'Copy links',
  linksCopied: (count: number): string =>
    counted(count, { one: 'link copied.', other: 'links copied.' }),
  addTag: {
    command: 'Add tag…',
    placeholder: 'Add a tag…',
    invalid: 'A tag has letters, digits, “_”, “-” and “/”, and not only digits.',
    /** The notice after a tag was added. */
    done: (tag: string, count: number): string => `Added #${tag} to ${articles(count)}.`,
  },
  move: 'Move notes to…',
  chooseFolder: 'Move to folder…',
  moved: (count: number, folder: string): string =>
    `${counted(count, { one: 'note', other: 'notes' })} moved to “${folder}”.`,
  movedBack: (count: number): string =>
    counted(count, { one: 'note moved back.', other: 'notes moved back.' }),
  nameTaken: 'The folder has a file with this name.',
  delete: 'Delete notes…',
  deleteTitle: (count: number): string => `Delete ${notes(count)}?`,
  deleteText:
    'They are moved to the trash, as chosen in Obsidian’s settings under “Files and links”. Links to them stay.',
  deleteButton: 'Delete',
  deleted: (count: number): string =>
    counted(count, { one: 'note deleted.', other: 'notes deleted.' }),
  /** After the names of some notes. */
  othersLeft: (count: number): string => `and ${number(count)} more`,
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
    return counted(count, { one: 'note needs repair', other: 'notes need repair' });
  },
  review: 'Review…',
  /** Images of the dead proxy that the user copied into other notes. */
  ownImages: (images: number, notes: number): string =>
    `${counted(images, { one: 'dead image', other: 'dead images' })} in ${counted(notes, { one: 'other note', other: 'other notes' })}`,
  shown: (count: number, all: number): string =>
    count === all ? articles(all) : `${number(count)} of ${articles(all)}`,
  groupCounts: {
    source: (count: number): string => counted(count, { one: 'source', other: 'sources' }),
    tag: (count: number): string => counted(count, { one: 'tag', other: 'tags' }),
    month: (count: number): string => counted(count, { one: 'month', other: 'months' }),
  } satisfies Record<GroupedBy, (count: number) => string>,
  draftCount: (count: number): string => counted(count, { one: 'draft', other: 'drafts' }),
  repairShown: (count: number): string => `Repair ${notes(count)}…`,
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
  unreadable: (count: number): string => `${notes(count)} can’t be read`,
  unreadableWhy: 'Saved articles among them are missing from the list. No note was changed.',
  unreadableNotes: 'Notes that can’t be read',
  showUnreadable: 'Show…',
  close: 'Close',
  notListed: 'This note isn’t in the list.',
  noMatch: 'No matching articles.',
};
