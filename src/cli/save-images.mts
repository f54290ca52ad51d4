import { setTimeout as after } from 'node:timers/promises';
import manifest from '../../manifest.json';
import { politeFetcher } from '../core/images/polite-fetcher';
import {
  newImageReport,
  addImageOutcome,
  keptItem,
  type ImageReport,
} from '../core/report/image-report';
import { imageRun } from '../core/runs/image-run';
import type { SavedImage } from '../core/runs/journal-format';
import type { JournalStore } from '../core/runs/note-store';
import { messageOf } from '../core/runs/error-message';
import { savedBefore } from '../core/runs/saved-before';
import {
  hostsOf,
  wantedImages,
  type ImageReader,
  type WantedImages,
} from '../core/runs/wanted-images';
import { detectOptionsFrom } from '../core/settings/settings';
import {
  untilStopped,
  type CommandContext,
  type ExitCode,
  type SaveImagesFlags,
} from './command.mts';
import { diskFiles } from './fs/disk-files.mts';
import { diskJournal, journalFolder } from './fs/disk-journal.mts';
import { diskStore } from './fs/disk-store.mts';
import { listNotes } from './fs/list-notes.mts';
import { removeLeftovers } from './fs/temporary.mts';
import { attachmentFolder } from './images/attachment-folder.mts';
import { diskImages } from './images/disk-images.mts';
import { diskPlace } from './images/disk-place.mts';
import { nodeFetcher } from './images/node-fetcher.mts';
import { resolveRoot } from './open-folder.mts';
import { newJournal, refuseIfLocked } from './open-run.mts';
import { plainJson } from './output/plain.mts';
import { imageLines, previewLines } from './output/print-images.mts';
import { parseYaml } from './parse-yaml.mts';
import { settingsOf } from './read-settings.mts';
import { endCommand } from './end-command.mts';
import { commandLine } from './shell.mts';

/**
 * Fetches the images of saved articles and links them in the notes. With `--dry-run`, only counts
 * them.
 */
export async function saveImages(
  folder: string,
  flags: SaveImagesFlags,
  context: CommandContext,
): Promise<ExitCode> {
  const { stop } = context;
  const opened = await open(folder, flags, context);
  const { wanted } = opened;
  if (flags.dryRun) {
    showPreview(opened, flags, context);
    return stop.isRequested ? 130 : wanted.failed.length > 0 ? 2 : 0;
  }
  const { report, error } = await saveFound(opened, flags, context);
  showImages(report, wanted.images.size, folder, flags, context);
  const failed = report.failed.length;
  return endCommand(
    {
      error,
      isStopped: stop.isRequested,
      whenStopped: 'Stopped. The same command saves the other images.',
      failed,
      whatFailed: `${failed} notes or images could not be read or written`,
    },
    context,
  );
}

/** A folder and its images. */
interface OpenedImages {
  readonly root: string;
  readonly runs: JournalStore;
  readonly store: ReturnType<typeof diskStore>;
  readonly leftovers: readonly string[];
  readonly reader: ImageReader;
  readonly attachments: string;
  readonly wanted: WantedImages;
  readonly known: ReadonlyMap<string, SavedImage>;
}

async function open(
  folder: string,
  flags: SaveImagesFlags,
  { out, stop }: CommandContext,
): Promise<OpenedImages> {
  const root = resolveRoot(folder);
  const settings = settingsOf(root, flags, (note) => out.printStatus(`note: ${note}`));
  const attachments = attachmentFolder(root, flags.attachments);
  const runs = diskJournal(root, journalFolder(root));
  const store = diskStore(root, settings);
  const { notes, leftovers, unreadable } = await listNotes(root, settings, () => stop.isRequested);
  const reader = { parseYaml, detect: detectOptionsFrom(settings) };
  const progress = out.progress(notes.length, 'Reading');
  const found = await wantedImages(untilStopped(notes, stop), store, reader, progress.step);
  progress.stop();
  const wanted = { ...found, failed: [...unreadable, ...found.failed] };
  const known = await savedBefore(wanted.images, runs, diskFiles(root));
  return { root, runs, store, leftovers, reader, attachments, wanted, known };
}

function showPreview(
  { wanted, known }: OpenedImages,
  { json }: SaveImagesFlags,
  { out }: CommandContext,
): void {
  const { images, notes, kept, failed } = wanted;
  const hosts = hostsOf(images.values());
  const counts = { images: images.size, notes: notes.size, known: known.size };
  if (!json) return out.print(previewLines({ ...counts, kept: kept.length, hosts }));
  const report: ImageReport = { ...newImageReport(), left: kept.map(keptItem), failed };
  const found = { ...counts, hosts: Object.fromEntries(hosts) };
  out.printRaw(`${plainJson({ ...report, found })}\n`);
}

/** The result of a run. */
interface ImageRunEnd {
  readonly report: ImageReport;
  /** Why the run stopped early. The report contains everything done until then. */
  readonly error: string | null;
}

async function saveFound(
  opened: OpenedImages,
  flags: SaveImagesFlags,
  context: CommandContext,
): Promise<ImageRunEnd> {
  const { root, runs, leftovers, wanted } = opened;
  const report = newImageReport();
  report.failed.push(...wanted.failed);
  report.left.push(...wanted.kept.map(keptItem));
  if (wanted.images.size === 0) return { report, error: null };
  refuseIfLocked(root);
  let error: string | null = null;
  try {
    await runs.lock();
    removeLeftovers(root, leftovers);
    await fetchAndLink(
      { ...opened, wanted: { ...wanted, kept: [], failed: [] } },
      flags,
      context,
      report,
    );
  } catch (thrown) {
    error = messageOf(thrown);
  } finally {
    await runs.unlock();
  }
  return { report, error };
}

async function fetchAndLink(
  { root, runs, store, reader, attachments, wanted, known }: OpenedImages,
  flags: SaveImagesFlags,
  { out, stop }: CommandContext,
  report: ReturnType<typeof newImageReport>,
): Promise<void> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.once('SIGINT', abort);
  if (stop.isRequested) abort();
  const { allowPrivateHosts = false, jobs, archive } = flags;
  const direct = await nodeFetcher({ version: manifest.version, allowPrivateHosts });
  const fetching = out.progress(wanted.images.size - known.size, 'Fetching');
  const journal = newJournal(runs, [], 'images');
  const outcomes = imageRun(wanted, {
    ...{ store, reader, known, journal },
    files: diskImages(root),
    place: diskPlace(root, attachments),
    fetcher: politeFetcher(direct, { jobs, sleep, now: Date.now }),
    sleep,
    archive: archive === false ? null : archive,
    signal: controller.signal,
    onImage: fetching.step,
    onNote: () => undefined,
  });
  try {
    for await (const outcome of outcomes) addImageOutcome(report, outcome, journal.run);
  } finally {
    // A run that only created files also needs its ID.
    if (journal.run !== '') report.run = journal.run;
    fetching.stop();
    direct.close();
    process.off('SIGINT', abort);
  }
}

function showImages(
  report: ImageReport,
  images: number,
  folder: string,
  { json }: SaveImagesFlags,
  { out, program }: CommandContext,
): void {
  const undo = report.run && `Undo:  ${commandLine(program, 'undo', folder, '--run', report.run)}`;
  if (undo) out.ifLost(undo);
  if (json) return out.printRaw(`${plainJson(report)}\n`);
  const isNothing = images + report.left.length + report.failed.length === 0;
  const nothing = { images: 0, notes: 0, known: 0, kept: 0, hosts: [] };
  out.print(isNothing ? previewLines(nothing) : imageLines(report));
  if (undo) out.print(['', undo]);
}

/** Resolves after this time, or when the signal aborts. */
async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await after(ms, undefined, { signal }).catch(() => undefined);
}
