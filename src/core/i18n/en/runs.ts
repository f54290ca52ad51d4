import type { Counts } from '../../repairs/counts';
import type { RepairId } from '../../repairs/repair';

/** Made once: a list draws hundreds of numbers. */
const NUMBERS = new Intl.NumberFormat('en');

/** Preview, run, undo and history. */
export const runs = {
  /** Why a note or a journal could not be read or written, by the system's code. */
  reasons: {
    ENOENT: 'The file is no longer there.',
    EACCES: 'No permission.',
    EPERM: 'No permission.',
    EROFS: 'The disk is read-only.',
    ENOSPC: 'The disk is full.',
    EDQUOT: 'The disk quota is used up.',
    EISDIR: 'It is a folder.',
    ENOTDIR: 'A file stands where a folder should be.',
    EEXIST: 'A file stands where a folder should be.',
    ELOOP: 'It is a symbolic link, which is not followed.',
    EIO: 'The disk failed.',
    EBUSY: 'Another program holds the file.',
    EMFILE: 'Too many files are open.',
  },
  noJournal: (reason: string): string =>
    `Nothing was changed, because what leads back can’t be written: ${reason}`,

  /** `holder`: the program that runs, where it says so. */
  otherRun: (holder: string): string =>
    `Another repair or undo is running in this vault${holder === '' ? '' : ` (${holder})`}. Wait for its end. If that program was killed, try again in two minutes.`,
  lostLock: 'Stopped: another program has started a repair of these notes.',

  /** `12 images · 4 dates · draft flag`; '' where there is nothing. */
  findings: (counts: Counts): string =>
    (Object.keys(counts) as RepairId[])
      .filter((id) => counts[id] > 0)
      .map((id) => found[id](counts[id]))
      .join(' · '),
  number,
  /** `Dates: a link to a daily note`. */
  named: (name: string, what: string): string => `${name}: ${what}`,

  preview: {
    reading: 'Looking for what to repair…',
    readingOf: (done: number, total: number): string =>
      `${number(done)} of ${number(total)} notes read`,
    title: (notes: number): string =>
      notes === 1 ? 'Repair 1 note' : `Repair ${number(notes)} notes`,
    nothingTitle: 'Nothing to repair',
    promise: 'Nothing is written until you press Repair, and every run can be undone.',
    noNotes: 'There are no notes here. Check the folders in the settings.',
    noArticles: (notes: number): string =>
      notes === 1
        ? 'The note here is not an article that Omnivore saved.'
        : `None of the ${number(notes)} notes here is an article that Omnivore saved.`,
    allFine: (articles: number): string =>
      articles === 1
        ? 'The saved article here needs no repair.'
        : `None of the ${number(articles)} saved articles here needs a repair.`,
    noOwnImages: 'No other note has images behind Omnivore’s dead proxy.',
    failed: (reason: string): string => `The notes could not be read: ${reason}`,
    repairs: 'Repairs',
    /** On the switch of the draft flag, as long as nothing is chosen. */
    choosePublisher: (count: number): string =>
      count === 1
        ? '1 draft: choose how you publish'
        : `${number(count)} drafts: choose how you publish`,
    search: 'Search notes and changes…',
    /** Beside the switch of all notes in the list. */
    all: 'All notes shown',
    notFound: 'No note holds these words.',
    noneOfThese: 'The repairs chosen above find nothing here.',
    list: 'Notes to repair',
    choose: (title: string): string => `Repair “${title}”`,
    allTogether: 'All repairs together',
    /** `Images · 3 of 12` where not all are shown. */
    section: (name: string, shown: number, all: number): string =>
      shown === all ? `${name} · ${number(all)}` : `${name} · ${number(shown)} of ${number(all)}`,
    showAll: 'Show all',
    needsAttention: 'Left to you',
    unresolvedCount: (count: number): string => `${number(count)} left to you`,
    comparing: 'Reading…',
    before: 'Before',
    after: 'After',
    /** `311 of 312 notes · 2,172 changes · 9 left to you`. */
    totals: (chosen: number, due: number, changes: number, left: number): string =>
      [
        ...(due > 0
          ? [`${number(chosen)} of ${due === 1 ? '1 note' : `${number(due)} notes`}`]
          : []),
        ...(due > 0 ? [changes === 1 ? '1 change' : `${number(changes)} changes`] : []),
        ...(left > 0 ? [`${number(left)} left to you`] : []),
      ].join(' · '),
    cancel: 'Cancel',
    close: 'Close',
    repair: (notes: number): string =>
      notes === 1 ? 'Repair 1 note' : `Repair ${number(notes)} notes`,
  },

  run: {
    repairing: 'Repairing',
    undoing: 'Undoing the repair',
    progress: (done: number, total: number): string => `${number(done)} of ${number(total)} notes`,
    goesOn: 'You can close this window; it goes on.',
    stop: 'Stop',
    stopping: 'Stopping…',
    background: 'Continue in the background',
    /** In the status bar, or in a notice on a phone. */
    status: (kind: 'repair' | 'undo', done: number, total: number): string =>
      `${kind === 'repair' ? 'Repairing' : 'Undoing'} ${number(done)} of ${number(total)}`,
    show: 'Show',
    repaired: (notes: number): string =>
      notes === 0
        ? 'Nothing was changed'
        : notes === 1
          ? 'Repaired 1 note'
          : `Repaired ${number(notes)} notes`,
    restored: (notes: number): string =>
      notes === 0
        ? 'Nothing was changed'
        : notes === 1
          ? 'Restored 1 note'
          : `Restored ${number(notes)} notes`,
    stopped: 'Stopped. What was not reached is untouched.',
    failed: (count: number): string => `Failed · ${number(count)}`,
    left: (count: number): string => `Left to you · ${number(count)}`,
    keptAsTheyAre: (count: number): string => `Left as they are · ${number(count)}`,
    undo: 'Undo',
    undoAll: 'Undo this repair',
    done: 'Done',
    /** Names the list of them for a screen reader. */
    untouched: 'Notes that were left, and why',
  },

  history: {
    title: 'Repair history',
    empty: 'No repair of several notes was run yet.',
    failed: (reason: string): string => `The history can’t be read: ${reason}`,
    about:
      'The last 20 runs over several notes, and the last 20 over a single one. Each can be undone where the notes have not been changed since. Uninstalling the plugin deletes this history.',
    /** `311 notes · Dates, Images`. */
    extent: (notes: number, repairs: readonly string[]): string =>
      [notes === 1 ? '1 note' : `${number(notes)} notes`, repairs.join(', ')]
        .filter(Boolean)
        .join(' · '),
    /** `kept`: so many notes stayed, as they had been changed since. */
    undone: (kept: number): string =>
      kept === 0 ? 'Undone' : `Undone, but for ${kept === 1 ? '1 note' : `${number(kept)} notes`}`,
    undo: (when: string): string => `Undo the repair of ${when}`,
    unknownTime: 'unknown time',
    when: (instant: Date): string =>
      instant.toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' }),
  },

  commandLine: {
    scan: 'List saved articles and what is to repair, as JSON',
    repair: 'Repair saved articles; prints JSON',
    undo: 'Take a run back; prints JSON',
    folder: 'only notes in this folder of the vault',
    dryRun: 'change nothing, say what would be repaired',
    only: 'some of the repairs, joined by commas',
    run: 'the run to take back; without it, the last one',
    noRepair: (names: string, known: string): string =>
      `There is no repair ${names}. There are: ${known}.`,
    noRun: (id: string): string => `There is no run ${id}.`,
    noFolder: (path: string): string => `There is no folder ${path} in this vault.`,
  },
};

const found: Readonly<Record<RepairId, (count: number) => string>> = {
  'draft-flag': (count) => (count === 1 ? 'draft flag' : `${number(count)} draft flags`),
  dates: (count) => (count === 1 ? '1 date' : `${number(count)} dates`),
  'proxied-images': (count) => (count === 1 ? '1 image' : `${number(count)} images`),
  'escaped-text': (count) => (count === 1 ? 'escaped text' : `${number(count)} escaped texts`),
  'dead-links': (count) => (count === 1 ? '1 dead link' : `${number(count)} dead links`),
};

/** `1,480`. */
function number(count: number): string {
  return NUMBERS.format(count);
}
