import type { Counts } from '../../repairs/counts';
import type { RepairId } from '../../repairs';
import { repairTexts } from '../repair-texts';
import { counted, dateTime, notes, number, plural } from './locale';

const texts = repairTexts('en');

/** What a run is doing now. */
const RUNNING = { repair: 'Repairing', import: 'Importing', merge: 'Merging', undo: 'Undoing' };

/** The counts of a scan that a summary names. */
interface ScanCounts {
  readonly read: number;
  readonly articles: number;
  readonly needRepair: number;
  readonly unresolved: number;
}

/** What the footer of the preview counts. */
interface TotalCounts {
  readonly chosen: number;
  readonly needRepair: number;
  readonly changes: number;
  readonly unresolved: number;
}

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

  /** On a phone, where files can only be read whole. `bytes`: the size of the undo data. */
  tooLarge: (bytes: number): string =>
    `The undo data (${number(Math.round(bytes / 1e6))} MB) is too large for this device. Open the vault on a computer.`,

  /** `holder`: the program that is running, if known. */
  otherRun: (holder: string): string =>
    `Another repair or undo is running in this vault${holder === '' ? '' : ` (${holder})`}. Wait for it to finish. If that program was killed, try again in two minutes.`,
  lostLock: 'Stopped, because another program started repairing these notes.',

  /** `12 images · 4 dates · 1 draft flag`; '' if there is nothing. */
  findings: (counts: Counts): string => {
    const found: string[] = [];
    for (const id of Object.keys(counts) as RepairId[]) {
      if (counts[id] > 0) found.push(texts[id].found(counts[id]));
    }
    return found.join(' · ');
  },
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
    /** `Images · 11 of 12` if not all are selected. */
    section: (name: string, chosen: number, all: number): string =>
      chosen === all ? `${name} · ${number(all)}` : `${name} · ${number(chosen)} of ${number(all)}`,
    /** After the name of a repair: its lines are shown as they are after text was unescaped. */
    afterUnescaping: 'after unescaping',
    showAll: (count: number): string => `Show all ${number(count)}`,
    chooseChange: (line: number): string => `Make the change at line ${line}`,
    openLine: (line: number): string => `Open note at line ${line}`,
    openFinding: 'Open note at this line',
    onlyThese: 'Only these',
    expandAll: 'Expand all',
    collapseAll: 'Collapse all',
    /** On a note that changed since the preview was opened. */
    changedMeanwhile: 'Changed meanwhile',
    /** In a notice, after a note was opened from the preview. */
    isWaiting: 'The preview keeps your selection.',
    back: 'Back to preview',
    needsAttention: 'Needs your attention',
    unresolvedCount: needAttention,
    comparing: 'Reading…',
    before: 'Before',
    after: 'After',
    /** `311 of 312 notes · 2,172 changes · 9 need your attention · 1 listed`. `listed` is null without a search. */
    totals: (
      { chosen, needRepair, changes, unresolved }: TotalCounts,
      listed: number | null,
    ): string =>
      [
        ...(needRepair > 0
          ? [
              `${number(chosen)} of ${notes(needRepair)}`,
              counted(changes, { one: 'change', other: 'changes' }),
            ]
          : []),
        ...(unresolved > 0 ? [needAttention(unresolved)] : []),
        ...(listed === null ? [] : [`${number(listed)} listed`]),
      ].join(' · '),
    cancel: 'Cancel',
    close: 'Close',
    repair: (count: number): string => `Repair ${notes(count)}`,
  },

  run: {
    repairing: 'Repairing',
    undoing: 'Undoing the repair',
    progress: (done: number, total: number): string => `${number(done)} of ${number(total)} notes`,
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
    needsAttention: (count: number): string => `Needs your attention · ${number(count)}`,
    keptAsTheyAre: (count: number): string => `Skipped · ${number(count)}`,
    changed: (count: number): string => `Changed notes · ${number(count)}`,
    created: (count: number): string => `Created files · ${number(count)}`,
    removed: (count: number): string => `Removed notes · ${number(count)}`,
    undo: 'Undo',
    restoredNotes: (count: number): string => `Restored notes · ${number(count)}`,
    undoNote: (title: string): string => `Undo the changes of “${title}”`,
    undone: 'Undone',
    /** Instead of the changes of a note that is as before the run. */
    asBefore: 'This note is as it was before.',
    undoAll: 'Undo this repair',
    done: 'Done',
    copyReport: 'Copy report',
    copied: 'Report copied.',
    saveReport: 'Save report as a note',
    savedReport: (path: string): string => `Report saved as “${path}”.`,
    /** The name of the note, before the date. */
    reportName: 'Omnivore Rescue report',
    reportFailed: (reason: string): string => `The report could not be saved: ${reason}`,
    /** The accessible name of the list. */
    list: 'Notes of this run',
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
    /** `Tides, Salt and 3 more`: the names of some notes, and how many others there are. */
    named: (names: readonly string[], others: number): string =>
      names.join(', ') + (others > 0 ? ` and ${number(others)} more` : ''),
    /** `kept`: the number of notes that were not undone, because they have changed since. */
    undone: (kept: number): string => (kept === 0 ? 'Undone' : `Undone, except ${notes(kept)}`),
    undo: (when: string): string => `Undo the repair of ${when}`,
    open: (when: string): string => `Show the repair of ${when}`,
    back: 'Back to history',
    unknownTime: 'unknown time',
    when: dateTime,
  },

  commandLine: {
    overview: 'Count saved articles and what needs repair, and show how to repair it',
    /** What a scan found, in one to three lines. */
    found: ({ read, articles, needRepair, unresolved }: ScanCounts): string => {
      const saved = counted(articles, { one: 'saved article', other: 'saved articles' });
      const lines = [`${saved} in ${notes(read)}.`];
      if (articles === 0) return lines.join('');
      const need = plural(needRepair, { one: 'needs', other: 'need' });
      lines.push(needRepair === 0 ? 'Nothing to repair.' : `${notes(needRepair)} ${need} repair.`);
      if (unresolved > 0) {
        const findings = plural(unresolved, { one: 'finding', other: 'findings' });
        const verb = plural(unresolved, { one: 'needs', other: 'need' });
        lines.push(`${number(unresolved)} ${findings} ${verb} your attention.`);
      }
      return lines.join('\n');
    },
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

function needAttention(count: number): string {
  return `${number(count)} ${plural(count, { one: 'needs', other: 'need' })} your attention`;
}
