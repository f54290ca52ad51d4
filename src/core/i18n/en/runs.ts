import type { Counts } from '../../repairs/counts';
import type { RepairId } from '../../repairs';
import { repairTexts } from '../repair-texts';
import { counted, dateTime, number, plural } from './locale';

const texts = repairTexts('en');

/** What a run is doing now. */
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
  /** `Dates: a link to a daily note`. */
  named: (name: string, what: string): string => `${name}: ${what}`,

  preview: {
    reading: 'Checking notes…',
    readingOf: (done: number, total: number): string =>
      `${number(done)} of ${number(total)} notes read`,
    title: (count: number): string => `Repair ${notes(count)}`,
    nothingTitle: 'Nothing to repair',
    promise: 'Nothing changes until you select Repair. You can undo it afterwards.',
    noNotes: 'No notes here. Check the folders in the settings.',
    noArticles: (count: number): string =>
      plural(count, {
        one: 'This note is not a saved Omnivore article.',
        other: `None of these ${number(count)} notes is a saved Omnivore article.`,
      }),
    allFine: (articles: number): string =>
      plural(articles, {
        one: 'This saved article needs no repair.',
        other: `None of these ${number(articles)} saved articles needs repair.`,
      }),
    noOwnImages: 'No other note has images behind Omnivore’s dead proxy.',
    failed: (reason: string): string => `The notes could not be read: ${reason}`,
    repairs: 'Repairs',
    /** On the draft flag’s chip, until a publisher is chosen. */
    choosePublisher: (count: number): string =>
      `${counted(count, { one: 'draft', other: 'drafts' })}: choose how you publish`,
    search: 'Search notes and changes…',
    /** Selects all notes in the list. */
    all: 'Select all',
    notFound: 'No matching notes.',
    noneOfThese: 'Nothing to repair with the repairs selected above.',
    list: 'Notes to repair',
    choose: (title: string): string => `Repair “${title}”`,
    allTogether: 'Combined changes',
    /** `Images · 3 of 12` if not all are shown. */
    section: (name: string, shown: number, all: number): string =>
      shown === all ? `${name} · ${number(all)}` : `${name} · ${number(shown)} of ${number(all)}`,
    showAll: 'Show all',
    needsAttention: 'Needs your attention',
    unresolvedCount: needAttention,
    comparing: 'Reading…',
    before: 'Before',
    after: 'After',
    /** `311 of 312 notes · 2,172 changes · 9 need your attention`. */
    totals: (chosen: number, needRepair: number, changes: number, left: number): string =>
      [
        ...(needRepair > 0
          ? [
              `${number(chosen)} of ${notes(needRepair)}`,
              counted(changes, { one: 'change', other: 'changes' }),
            ]
          : []),
        ...(left > 0 ? [needAttention(left)] : []),
      ].join(' · '),
    cancel: 'Cancel',
    close: 'Close',
    repair: (count: number): string => `Repair ${notes(count)}`,
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
    repaired: (count: number): string =>
      count === 0 ? 'Nothing was changed' : `Repaired ${notes(count)}`,
    restored: (count: number): string =>
      count === 0 ? 'Nothing was changed' : `Restored ${notes(count)}`,
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
    extent: (count: number, repairs: readonly string[]): string =>
      [notes(count), repairs.join(', ')].filter(Boolean).join(' · '),
    /** `kept`: the number of notes that were not undone, because they have changed since. */
    undone: (kept: number): string => (kept === 0 ? 'Undone' : `Undone, except ${notes(kept)}`),
    undo: (when: string): string => `Undo the repair of ${when}`,
    unknownTime: 'unknown time',
    when: dateTime,
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

function notes(count: number): string {
  return counted(count, { one: 'note', other: 'notes' });
}

function needAttention(count: number): string {
  return `${number(count)} ${plural(count, { one: 'needs', other: 'need' })} your attention`;
}
