import { parseYaml } from 'obsidian';
import { WAYBACK_MACHINE } from '../../core/images/attempts';
import { hostOf } from '../../core/images/image-url';
import { politeFetcher } from '../../core/images/polite-fetcher';
import { messages } from '../../core/i18n';
import { addImageOutcome, newImageReport, type ImageReport } from '../../core/report/image-report';
import { withImageResults } from '../../core/library/decisions';
import { imageRun } from '../../core/runs/image-run';
import type { SavedImage } from '../../core/runs/journal-format';
import { openJournal } from '../../core/runs/journal';
import { messageOf } from '../../core/runs/error-message';
import type { ImageReader, WantedImages } from '../../core/runs/wanted-images';
import { detectOptionsFrom, type Settings } from '../../core/settings/settings';
import type { PluginContext } from '../plugin-context';
import type { ActiveRun } from '../run/active-run';
import type { AnyRun } from '../run/active-run';
import { runSuffix } from '../run/run-controller';
import { sleep, vaultFetcher } from './vault-fetcher';
import { vaultPlace } from './vault-place';

/** How many images are fetched at the same time. */
const JOBS = 6;

/** The images to save, as shown in the preview. */
export interface ImagesToSave {
  readonly wanted: WantedImages;
  /** Images that are already saved, by URL. */
  readonly known: ReadonlyMap<string, SavedImage>;
}

/** Returns how to read notes for their images. */
export function imageReader(settings: Settings): ImageReader {
  return { parseYaml, detect: detectOptionsFrom(settings) };
}

/** Starts to save images. Returns null if another run is active. */
export function startImages(context: PluginContext, images: ImagesToSave): AnyRun | null {
  const total = images.wanted.images.size - images.known.size;
  return context.runController.saveImages(total, (run) => save(context, images, run));
}

/** Saves images. Resolves with the report, and with the error that ended the run early, if any. */
async function save(
  context: PluginContext,
  { wanted, known }: ImagesToSave,
  run: ActiveRun<ImageReport>,
): Promise<{ readonly report: ImageReport; readonly error: string | null }> {
  const { app, runController, store } = context;
  const report = newImageReport();
  const controller = new AbortController();
  const unwatch = run.watch(() => {
    if (run.stopping) controller.abort();
  });
  const journals = runController.journal;
  const journal = openJournal(journals, new Date(), runSuffix(), [], 'images');
  let bytes = 0;
  const outcomes = imageRun(wanted, {
    ...{ store: store(), reader: imageReader(context.settings()), known, journal },
    files: runController.files,
    place: vaultPlace(app),
    fetcher: politeFetcher(vaultFetcher(context.version), { jobs: JOBS, sleep, now: Date.now }),
    sleep,
    archive: WAYBACK_MACHINE,
    signal: controller.signal,
    async onImage({ url }, outcome, fetched) {
      if (outcome.kind === 'skipped' && outcome.reason === 'stopped') return;
      bytes += fetched;
      run.setCurrentPath(messages().images.fetched(hostOf(url), bytes));
      run.advance();
      await journals.lock();
    },
    async onNote(path) {
      run.setCurrentPath(path);
      await journals.lock();
    },
  });
  try {
    await journals.lock();
    for await (const outcome of outcomes) addImageOutcome(report, outcome, journal.run);
    return { report: { ...report, run: journal.run || null }, error: null };
  } catch (error) {
    return { report: { ...report, run: journal.run || null }, error: messageOf(error) };
  } finally {
    unwatch();
    void context.decisions.change((all) => withImageResults(all, report));
  }
}
