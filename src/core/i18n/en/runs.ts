import type { Counts } from '../../repairs/counts';
import type { RepairId } from '../../repairs/repair';
import { repairTexts } from '../repair-texts';

const texts = repairTexts('en');

/** Made once: a list draws hundreds of numbers. */
const NUMBERS = new Intl.NumberFormat('en');

/** What a run does while it goes on. */
const RUNNING = { repair: 'Repairing', import: 'Importing', undo: 'Undoing' };

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
    ENOTDIR: 'There is a file where a folder should be.',
    EEXIST: 'There is a file where a folder should be.',
    ELOOP: 'It is a symbolic link, which is not followed.',
    EIO: 'Disk error.',
    EBUSY: 'Another program is using the file.',
    EMFILE: 'Too many files are open.',
  },
  noJournal: (reason: string): string =>
    `Nothing was changed, because undo data can’t be saved: ${reason}`,

  /** `holder`: the program that is running, if known. */
  otherRun: (holder: string): string =>
    `Another repair or undo is running in this vault${holder === '' ? '' : ` (${holder})`}. Wait for it to finish. If that program was killed, try again in two minutes.`,
  lostLock: 'Stopped, because another program started repairing these notes.',

  /** `12 images · 4 dates · 1 draft flag`; '' if there is nothing. */
  findings: (counts: Counts): string =>
    (Object.keys(counts) as RepairId[])
      .filter((id) => counts[id] > 0)
      .map((id) => texts[id].found(counts[id], number(counts[id])))
      .join(' · '),
  number,
  /** `Dates: a link to a daily note`. */
  named: (name: string, what: string): string => `${name}: ${what}`,

  preview: {
    reading: 'Checking notes…',
    readingOf: (done: number, total: number): string =>
      `${number(done)} of ${number(total)} notes read`,
    title: (notes: number): string =>
      notes === 1 ? 'Repair 1 note' : `Repair ${number(notes)} notes`,
    nothingTitle: 'Nothing to repair',
    promise: 'Nothing changes until you select Repair. You can undo it afterwards.',
    noNotes: 'No notes here. Check the folders in the settings.',
    noArticles: (notes: number): string =>
      notes === 1
        ? 'This note is not a saved Omnivore article.'
        : `None of these ${number(notes)} notes is a saved Omnivore article.`,
    allFine: (articles: number): string =>
      articles === 1
        ? 'This saved article needs no repair.'
        : `None of these ${number(articles)} saved articles needs repair.`,
    noOwnImages: 'No other note has images behind Omnivore’s dead proxy.',
    failed: (reason: string): string => `The notes could not be read: ${reason}`,
    repairs: 'Repairs',
    /** On the draft flag’s chip, until a publisher is chosen. */
    choosePublisher: (count: number): string =>
      count === 1
        ? '1 draft: choose how you publish'
        : `${number(count)} drafts: choose how you publish`,
    search: 'Search notes and changes…',
    /** Selects all notes in the list. */
    all: 'Select all',
    notFound: 'No matching notes.',
    noneOfThese: 'Nothing to repair with the repairs selected above.',
    list: 'Notes to repair',
    choose: (title: string): string => `Repair “${title}”`,
    allTogether: 'Combined changes',
    /** `Images · 3 of 12` where not all are shown. */
    section: (name: string, shown: number, all: number): string =>
      shown === all ? `${name} · ${number(all)}` : `${name} · ${number(shown)} of ${number(all)}`,
    showAll: 'Show all',
    needsAttention: 'Needs your attention',
    unresolvedCount: (count: number): string =>
      count === 1 ? '1 needs your attention' : `${number(count)} need your attention`,
    comparing: 'Reading…',
    before: 'Before',
    after: 'After',
    /** `311 of 312 notes · 2,172 changes · 9 need your attention`. */
    totals: (chosen: number, due: number, changes: number, left: number): string =>
      [
        ...(due > 0
          ? [`${number(chosen)} of ${due === 1 ? '1 note' : `${number(due)} notes`}`]
          : []),
        ...(due > 0 ? [changes === 1 ? '1 change' : `${number(changes)} changes`] : []),
        ...(left > 0
          ? [left === 1 ? '1 needs your attention' : `${number(left)} need your attention`]
          : []),
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
    goesOn: 'You can close this window; the work continues.',
    stop: 'Stop',
    stopping: 'Stopping…',
    background: 'Continue in the background',
    /** In the status bar, or in a notice on a phone. */
    status: (kind: keyof typeof RUNNING, done: number, total: number): string =>
      `${RUNNING[kind]} ${number(done)} of ${number(total)}`,
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
    stopped: 'Stopped. The remaining notes were not changed.',
    failed: (count: number): string => `Failed · ${number(count)}`,
    left: (count: number): string => `Needs your attention · ${number(count)}`,
    keptAsTheyAre: (count: number): string => `Skipped · ${number(count)}`,
    undo: 'Undo',
    undoAll: 'Undo this repair',
    done: 'Done',
    /** The accessible name of their list. */
    untouched: 'Notes that were not changed, and why',
  },

  history: {
    title: 'Repair history',
    empty: 'No repairs yet.',
    failed: (reason: string): string => `The history can’t be read: ${reason}`,
    about:
      'The last 20 repairs of several notes, and the last 20 of a single note. Each can be undone, except in notes that changed since. Uninstalling the plugin deletes this history.',
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
    scan: 'List saved articles and what needs repair, as JSON',
    repair: 'Repair saved articles; prints JSON',
    undo: 'Undo a repair; prints JSON',
    folder: 'only notes in this folder of the vault',
    dryRun: 'change nothing, show what would be repaired',
    only: 'only these repairs (comma-separated)',
    run: 'the run to undo; without it, the last one',
    noRepair: (names: string, known: string): string =>
      `Unknown repair: ${names}. Available: ${known}.`,
    noRun: (id: string): string => `No such run: ${id}.`,
    noFolder: (path: string): string => `No such folder in this vault: ${path}.`,
  },
};

/** `1,480`. */
function number(count: number): string {
  return NUMBERS.format(count);
}
