import type { App, TFile } from 'obsidian';
import { systemZone, zoneName } from '../../core/dates/zone';
import type { Settings } from '../../core/settings/settings';
import { hash } from '../../core/text/hash';
import { createSummarize, type Summarize } from '../article-cache/cached-note';
import type { CachedNote } from '../article-cache/summarize-note';
import { isInScope, isNote } from './scope';

/** Reads notes for the panel, by the settings as they are now. */
export interface NoteReader {
  /** Whether a file is a note that lies where the user wants notes to be looked at. */
  readonly isOurs: (file: TFile) => boolean;
  /** Whether reading would give what is remembered. */
  readonly holds: (note: CachedNote | undefined, file: TFile) => note is CachedNote;
  /** Throws where the file can't be read. */
  readonly read: (file: TFile) => Promise<CachedNote>;
  /** Whether a file is still what was read of it. One that was changed, renamed or deleted meanwhile was told by itself. */
  readonly isStill: (file: TFile, note: CachedNote) => boolean;
}

/** How notes are listed by some settings, and what tells that from how others or another version would list them. */
interface Listing {
  readonly settings: Settings;
  readonly key: string;
  readonly list: Summarize;
}

/** A reader for a version of the plugin. */
export function noteReader({ vault }: App, settings: () => Settings, version: string): NoteReader {
  let made: Listing | null = null;
  const listing = (): Listing => {
    const now = settings();
    if (made?.settings !== now) made = listingBy(now, version);
    return made;
  };
  return {
    isOurs: (file) => isNote(file) && isInScope(file.path, settings()),
    holds: (note, { stat }): note is CachedNote =>
      note?.mtime === stat.mtime && note.size === stat.size && note.key === listing().key,
    async read(file) {
      const { path } = file;
      // From before the reading: a change in between is read again.
      const { mtime, size } = file.stat;
      const { key, list } = listing();
      const text = await vault.cachedRead(file);
      return { path, mtime, size, key, ...list(text, path) };
    },
    isStill: (file, { path, mtime }) =>
      file.stat.mtime === mtime && vault.getFileByPath(path) === file,
  };
}

/** Where notes lie has no say in what they hold. */
function listingBy(settings: Settings, version: string): Listing {
  const { folders: _, excludedFolders: __, keepModified: ___, ...said } = settings;
  const zone = zoneName(settings.dates.zone) ?? systemZone();
  const key = hash([version, zone, JSON.stringify(said)].join(' '));
  return { settings, key, list: createSummarize(settings) };
}
