import { resolve } from 'node:path';
import { inferZone, type ClockPair, type InferredZone } from '../core/dates/infer-zone';
import { zoneName } from '../core/dates/zone';
import { diskStore } from './fs/disk-store.mts';
import { listNotes, type NoteListing } from './fs/list-notes.mts';
import type { NoteStore } from '../core/runs/note-store';
import type { Planner } from '../core/repairs/plan';
import type { Settings } from '../core/settings/settings';
import { UserError, type CommandContext, type RepairFlags } from './command.mts';
import { openCrew, type Crew } from './jobs/crew.mts';
import { planChunks, type PlannedChunk } from './jobs/plan-chunks.mts';
import { plannerFrom } from './planner-from.mts';
import { settingsOf } from './read-settings.mts';
import { accessSync, constants, statSync } from 'node:fs';
import { errorCode, toErrorClause, systemReason } from './fs/system-error.mts';

/** An open folder with its settings. */
export interface OpenedFolder {
  readonly root: string;
  readonly settings: Settings;
  /** Null means that dates keep their own zone. */
  readonly zone: string | null;
  readonly listing: NoteListing;
  readonly store: NoteStore;
  readonly planner: Planner;
  readonly crew: Crew;
}

/** Returns a folder's absolute path. Throws a UserError if it can't be read. */
export function resolveRoot(folder: string): string {
  // Otherwise an unset variable in a script would mean the current folder.
  if (folder === '') throw new UserError('the folder’s name is empty');
  const root = resolve(folder);
  const problem = folderProblem(root);
  if (problem) throw new UserError(problem);
  return root;
}

/**
 * Opens a folder with the settings of its vault and the flags. `ownNotes` also finds dead images in notes
 * that are not saved articles. Throws a UserError if the folder can't be opened.
 */
export async function openFolder(
  folder: string,
  flags: RepairFlags,
  { out, stop, file }: CommandContext,
  ownNotes: boolean,
): Promise<OpenedFolder> {
  const root = resolveRoot(folder);
  const settings = settingsOf(root, flags, (note) => out.printStatus(`note: ${note}`));
  const listing = await listNotes(root, settings, () => stop.isRequested);
  const store = diskStore(root, settings);
  const crew = openCrew(flags.jobs ?? null, listing.notes.length, file, stop);
  const common = { root, listing, store, crew };
  if (flags.zone !== 'auto') {
    const zone = zoneName(settings.dates.zone);
    return { ...common, settings, zone, planner: plannerFrom(settings, ownNotes) };
  }
  const workers = crew.begin({ root, settings, ownNotes, task: { kind: 'clocks' } });
  const inferred = await zoneOfChunks(planChunks(workers, listing.notes, stop));
  if (!stop.isRequested) out.printStatus(zoneMessage(inferred));
  const zone = inferred?.zone ?? null;
  const zoned = { ...settings, dates: { ...settings.dates, zone: zone ?? 'keep' } };
  return { ...common, settings: zoned, zone, planner: plannerFrom(zoned, ownNotes) };
}

async function zoneOfChunks(chunks: AsyncIterable<PlannedChunk>): Promise<InferredZone | null> {
  const clocks: ClockPair[] = [];
  for await (const { plan } of chunks) clocks.push(...plan.clocks);
  return inferZone(clocks, null);
}

/** Describes the zone that the notes show. This machine's zone plays no role. */
function zoneMessage(inferred: InferredZone | null): string {
  return inferred
    ? `Zone: ${inferred.zone} (${inferred.agreeing} of ${inferred.of} saved dates agree)`
    : 'Zone: not detected; dates keep the zone that they name';
}

/** Returns why a folder can't be used, as the end of an error message, or null. */
function folderProblem(folder: string): string | null {
  try {
    if (!statSync(folder).isDirectory()) return `not a folder: ${folder}`;
    accessSync(folder, constants.R_OK | constants.X_OK);
    return null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return `no such folder: ${folder}`;
    return `can’t read ${folder}: ${toErrorClause(systemReason(error))}`;
  }
}
