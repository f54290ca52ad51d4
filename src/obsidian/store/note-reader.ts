import type { App, TFile } from 'obsidian';
import { systemZone, zoneName } from '../../core/dates/zone';
import { readingSettings } from '../../core/settings/affects-reading';
import type { Settings } from '../../core/settings/settings';
import { hash } from '../../core/text/hash';
import { withPauses } from '../../core/text/steps';
import { createSummarizeSteps, type SummarizeSteps } from '../article-cache/summarize-note';
import type { CachedNote } from '../article-cache/cached-note';
import { createYielder } from '../article-cache/yielder';
import { isInScope, isNote } from './scope';

/** Reads notes for the panel, with the current settings. */
export interface NoteReader {
  /** Returns whether a file is a note in the folders to search. */
  readonly isOurs: (file: TFile) => boolean;
  /** Returns whether reading the file would give the cached note. */
  readonly isCurrent: (note: CachedNote | undefined, file: TFile) => note is CachedNote;
  /** Throws if the file can't be read. */
  readonly read: (file: TFile) => Promise<CachedNote>;
  /** Returns whether a file has not changed since it was read. A change since then has its own event. */
  readonly isStill: (file: TFile, note: CachedNote) => boolean;
}

/** How notes are summarized with some settings. The key differs for other settings and other versions. */
interface Summarizer {
  readonly settings: Settings;
  readonly key: string;
  readonly list: SummarizeSteps;
}

/** Creates a reader for a version of the plugin. */
export function noteReader({ vault }: App, settings: () => Settings, version: string): NoteReader {
  const yieldIfNeeded = createYielder();
  let current: Summarizer | null = null;
  const summarizer = (): Summarizer => {
    const now = settings();
    if (current?.settings !== now) current = summarizerFor(now, version);
    return current;
  };
  return {
    isOurs: (file) => isNote(file) && isInScope(file.path, settings()),
    isCurrent: (note, { stat }): note is CachedNote =>
      note?.mtime === stat.mtime && note.size === stat.size && note.key === summarizer().key,
    async read(file) {
      const { path } = file;
      // From before reading: a change meanwhile must be noticed.
      const { mtime, size } = file.stat;
      const { key, list } = summarizer();
      const text = await vault.cachedRead(file);
      return { path, mtime, size, key, ...(await withPauses(list(text, path), yieldIfNeeded)) };
    },
    isStill: (file, { path, mtime }) =>
      file.stat.mtime === mtime && vault.getFileByPath(path) === file,
  };
}

/** Settings about folders don't affect summaries, so they are not part of the key. */
function summarizerFor(settings: Settings, version: string): Summarizer {
  const relevant = readingSettings({ ...settings, folders: [], excludedFolders: [] });
  const zone = zoneName(settings.dates.zone) ?? systemZone();
  const key = hash([version, zone, JSON.stringify(relevant)].join(' '));
  return { settings, key, list: createSummarizeSteps(settings) };
}
