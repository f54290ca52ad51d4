import { resolve } from 'node:path';
import { zoneName } from '../dates/zone';
import { diskStore } from '../disk/disk-store';
import { listNotes } from '../disk/list-notes';
import { folderProblem, oldPluginIn, readJson } from '../disk/open-folder';
import type { NoteStore } from '../runs/note-store';
import type { PlannerMaker } from '../runs/planned';
import { zoneOfNotes } from '../runs/zone';
import { readSettings, recogniseFrom, repairsFrom, type Settings } from '../settings';
import { takeOver } from '../settings/take-over';
import { withOnly } from '../settings/with-only';
import { withPublisher } from '../settings/with-publisher';
import { UserError, type RepairFlags } from './command';
import { parseYaml } from './parse-yaml';

/** A folder that was opened, and what its notes are to be read by. */
export interface Opened {
  readonly root: string;
  readonly settings: Settings;
  /** Null: dates keep the zone that they name. */
  readonly zone: string | null;
  readonly paths: readonly string[];
  readonly linksOutside: readonly string[];
  readonly leftovers: readonly string[];
  readonly store: NoteStore;
  readonly plannerFor: PlannerMaker;
}

/** A folder's absolute path. Throws a UserError where there is none that can be read. */
export function rootOf(folder: string): string {
  // A script's variable that is not set would else mean the folder that the script stands in.
  if (folder === '') throw new UserError('The folder’s name is empty.');
  const root = resolve(folder);
  const problem = folderProblem(root);
  if (problem) throw new UserError(problem);
  return root;
}

/** Opens a folder with the settings of the flags. Throws a UserError where it can't be. */
export async function openFolder(folder: string, flags: RepairFlags): Promise<Opened> {
  const root = rootOf(folder);
  const old = oldPluginIn(root);
  const own = withFlags(settingsFrom(flags.config), flags);
  const settings = old ? takeOver(own, old).settings : own;
  const { notes: paths, linksOutside, leftovers } = listNotes(root, settings);
  const store = diskStore(root, settings);
  const makerOf = (by: Settings): PlannerMaker => {
    return (dayFirst) => ({
      parseYaml,
      recognise: recogniseFrom(by),
      repairs: repairsFrom(by, dayFirst),
    });
  };
  const common = { root, paths, linksOutside, leftovers, store };
  if (flags.zone !== 'auto') {
    const zone = zoneName(settings.dates.zone);
    return { ...common, settings, zone, plannerFor: makerOf(settings) };
  }
  const zone = await zoneOf(paths, store, makerOf(settings));
  const zoned = { ...settings, dates: { ...settings.dates, zone: zone ?? 'keep' } };
  return { ...common, settings: zoned, zone, plannerFor: makerOf(zoned) };
}

function settingsFrom(config: string | undefined): Settings {
  if (config === undefined) return readSettings({}).settings;
  const { settings, refused } = readSettings(readJson(config));
  if (refused.length > 0) throw new UserError(`${config}: not understood: ${refused.join(', ')}.`);
  return settings;
}

function withFlags(settings: Settings, { only, publishWith, zone }: RepairFlags): Settings {
  const publishing = publishWith ? withPublisher(settings, publishWith) : settings;
  const chosen = only
    ? withOnly(publishing, publishWith ? [...only, 'draft-flag'] : only)
    : publishing;
  return zone && zone !== 'auto' ? { ...chosen, dates: { ...chosen.dates, zone } } : chosen;
}

/** The zone that the notes show, without a look at this machine's; null where they show none. Says what it found. */
async function zoneOf(
  paths: readonly string[],
  store: NoteStore,
  plannerFor: PlannerMaker,
): Promise<string | null> {
  const inferred = await zoneOfNotes(paths, store, plannerFor, null);
  const said = inferred
    ? `Zone: ${inferred.zone} (${inferred.agreeing} of ${inferred.of} saved dates agree)`
    : 'Zone: not detected; dates keep the zone that they name';
  process.stderr.write(`${said}\n`);
  return inferred?.zone ?? null;
}
