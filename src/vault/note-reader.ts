import { zoneName } from '../dates/write-date';
import type { Settings } from '../settings';
import { fingerprint } from '../text/fingerprint';
import { listerBy, type Lister } from './facts';

/** How notes are read by some settings. */
export interface NoteReader {
  /** Another where another version or other settings might list another thing. */
  readonly key: string;
  readonly list: Lister;
}

/** Makes readers for a version of the plugin; one holds as long as the settings are the same object. */
export function noteReaders(version: string): (settings: Settings) => NoteReader {
  let made: { readonly settings: Settings; readonly reader: NoteReader } | null = null;
  return (settings) => {
    if (made?.settings === settings) return made.reader;
    // Where notes lie has no say in what they hold.
    const { folders: _, leftOut: __, keepModified: ___, ...said } = settings;
    const zone = zoneName(settings.dates.zone);
    const key = fingerprint([version, zone, JSON.stringify(said)].join(' '));
    const reader = { key, list: listerBy(settings) };
    made = { settings, reader };
    return reader;
  };
}
