import { resolve } from 'node:path';
import type { InferredZone } from '../core/dates/infer-zone';
import { zoneName } from '../core/dates/zone';
import { diskStore } from './fs/disk-store.mts';
import { listNotes, type Listing } from './fs/list-notes.mts';
import { folderProblem } from './fs/open-directory.mts';
import type { NoteStore } from '../core/runs/note-store';
import type { PlannerMaker } from '../core/runs/plan-notes';
import { zoneOfNotes } from '../core/runs/zone-of-notes';
import { detectOptionsFrom, repairsFrom, type Settings } from '../core/settings/settings';
import { UserError, untilStopped, type Context, type RepairFlags } from './command.mts';
import { parseYaml } from './parse-yaml.mts';
import { settingsOf } from './read-settings.mts';

/** A folder that was opened, and how its notes are to be read. */
export interface Opened {
  readonly root: string;
  readonly settings: Settings;
  /** Null: dates keep the zone that they name. */
  readonly zone: string | null;
  readonly listing: Listing;
  readonly store: NoteStore;
  readonly plannerFor: PlannerMaker;
}

/** A folder's absolute path. Throws a UserError where there is none that can be read. */
export function rootOf(folder: string): string {
  // A script's variable that is not set would otherwise mean the folder that the script runs in.
  if (folder === '') throw new UserError('the folder’s name is empty');
  const root = resolve(folder);
  const problem = folderProblem(root);
  if (problem) throw new UserError(problem);
  return root;
}

/**
 * Opens a folder with the vault's settings and the flags. `ownNotes`: also look for dead images in notes that are not saved articles.
 * Throws a UserError where it can't be opened.
 */
export async function openFolder(
  folder: string,
  flags: RepairFlags,
  { out, stop }: Context,
  ownNotes: boolean,
): Promise<Opened> {
  const root = rootOf(folder);
  const settings = settingsOf(root, flags, (note) => out.say(`note: ${note}`));
  const listing = await listNotes(root, settings, () => stop.asked);
  const store = diskStore(root, settings);
  const makerOf = (by: Settings): PlannerMaker => {
    return (dayFirst) => ({
      parseYaml,
      detect: detectOptionsFrom(by),
      repairs: repairsFrom(by, dayFirst),
      ownNotes,
    });
  };
  const common = { root, listing, store };
  if (flags.zone !== 'auto') {
    const zone = zoneName(settings.dates.zone);
    return { ...common, settings, zone, plannerFor: makerOf(settings) };
  }
  const { notes } = listing;
  const maker = makerOf(settings);
  const inferred = await zoneOfNotes(untilStopped(notes, stop), store, maker, null);
  if (!stop.asked) out.say(zoneLine(inferred));
  const zone = inferred?.zone ?? null;
  const zoned = { ...settings, dates: { ...settings.dates, zone: zone ?? 'keep' } };
  return { ...common, settings: zoned, zone, plannerFor: makerOf(zoned) };
}

/** Says which zone the notes show, without a look at this machine's. */
function zoneLine(inferred: InferredZone | null): string {
  return inferred
    ? `Zone: ${inferred.zone} (${inferred.agreeing} of ${inferred.of} saved dates agree)`
    : 'Zone: not detected; dates keep the zone that they name';
}
